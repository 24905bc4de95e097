internal import Glibc

/// Whether the path leads to something that ends when it is read: a file or a pipe, not a folder
/// or a device.
func isReadable(_ path: String) -> Bool {
  var info = stat()
  guard stat(path, &info) == 0 else { return false }
  return info.st_mode & S_IFMT == S_IFREG || info.st_mode & S_IFMT == S_IFIFO
}

/// Whether anything stands at the path.
func exists(_ path: String) -> Bool {
  var info = stat()
  return stat(path, &info) == 0
}

/// The size of a file in bytes; 0 when it cannot be looked at.
public func byteCount(ofFile path: String) -> Int {
  var info = stat()
  return stat(path, &info) == 0 ? Int(info.st_size) : 0
}
