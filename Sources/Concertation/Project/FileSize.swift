internal import Glibc

/// Whether the path leads to something that can be read as a file.
func isFile(_ path: String) -> Bool {
  var info = stat()
  return stat(path, &info) == 0 && info.st_mode & S_IFMT != S_IFDIR
}

/// The size of a file in bytes; 0 when it cannot be looked at.
public func byteCount(ofFile path: String) -> Int {
  var info = stat()
  return stat(path, &info) == 0 ? Int(info.st_size) : 0
}
