internal import Glibc

/// The size of a file in bytes; 0 when it cannot be looked at.
public func byteCount(ofFile path: String) -> Int {
  var info = stat()
  return stat(path, &info) == 0 ? Int(info.st_size) : 0
}
