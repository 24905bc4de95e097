internal import Glibc

/// Bytes that can be read at any offset, by several threads at once: an open file or an array. Valid
/// as long as the `ByteSource` it comes from.
struct ReadableBytes: Sendable {
  /// The path given by the caller; empty for bytes in memory.
  let path: String
  fileprivate let descriptor: Int32
  fileprivate let memory: [UInt8]

  /// Fills `target` from `offset` on; fewer bytes than asked for mean the end.
  func read(
    at offset: Int, into target: UnsafeMutableBufferPointer<UInt8>
  ) throws(ReadFailure) -> Int {
    guard let start = target.baseAddress else { return 0 }
    let base = UnsafeMutableRawPointer(start)
    guard descriptor >= 0 else {
      let count = max(0, min(target.count, memory.count - offset))
      if count > 0 {
        memory.withUnsafeBytes { base.copyMemory(from: $0.baseAddress! + offset, byteCount: count) }
      }
      return count
    }
    var done = 0
    while done < target.count {
      let got = pread(descriptor, base + done, target.count - done, off_t(offset + done))
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw .unreadable(SystemFault(path: path, operation: .read, errorNumber: errno))
      }
      done += got
    }
    return done
  }

  /// Reads up to `count` bytes from `offset` on into a new array.
  func bytes(at offset: Int, count: Int) throws(ReadFailure) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: count)
    let got = try result.withUnsafeMutableBufferPointer { (target) throws(ReadFailure) in
      try read(at: offset, into: target)
    }
    result.removeLast(count - got)
    return result
  }
}

/// A file or bytes in memory; closes its file when it goes.
///
/// Reading has no position of its own, so the passes of the reader (sniffing the delimiter, judging
/// the encoding, reading the records) share one source.
struct ByteSource: ~Copyable {
  /// What can be read.
  let readable: ReadableBytes

  /// Bytes in memory.
  init(bytes: [UInt8]) {
    readable = ReadableBytes(path: "", descriptor: -1, memory: bytes)
  }

  /// Opens a file for reading. A pipe, which cannot be read at an offset, is read into memory whole;
  /// one that nobody writes to, and devices, are refused.
  init(path: String) throws(ReadFailure) {
    // A pipe without a writer would be waited for.
    let opened = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else {
      throw .unreadable(SystemFault(path: path, operation: .open, errorNumber: errno))
    }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let fault = SystemFault(path: path, operation: .open, errorNumber: errno)
      close(opened)
      throw .unreadable(fault)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      close(opened)
      throw .unreadable(SystemFault(path: path, operation: .read, errorNumber: EISDIR))
    case S_IFREG:
      readable = ReadableBytes(path: path, descriptor: opened, memory: [])
      posix_fadvise(opened, 0, 0, POSIX_FADV_SEQUENTIAL)
    case S_IFIFO:
      defer { close(opened) }
      let memory = try Self.readAll(opened, path: path)
      readable = ReadableBytes(path: path, descriptor: -1, memory: memory)
    default:
      close(opened)
      throw .unreadable(SystemFault(path: path, operation: .read, errorNumber: ENXIO))
    }
  }

  deinit {
    if readable.descriptor >= 0 { close(readable.descriptor) }
  }

  /// Size in bytes as far as it is known now; a growing file may have more when it is read.
  var size: Int {
    guard readable.descriptor >= 0 else { return readable.memory.count }
    var status = stat()
    return fstat(readable.descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// See `ReadableBytes`.
  func read(
    at offset: Int, into target: UnsafeMutableBufferPointer<UInt8>
  ) throws(ReadFailure) -> Int {
    try readable.read(at: offset, into: target)
  }

  /// See `ReadableBytes`.
  func bytes(at offset: Int, count: Int) throws(ReadFailure) -> [UInt8] {
    try readable.bytes(at: offset, count: count)
  }

  private static func readAll(_ descriptor: Int32, path: String) throws(ReadFailure) -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var waits = 0
    while true {
      let got = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if got == 0 {
        // Nobody has opened the other end: a writer may be a moment late.
        guard result.isEmpty else { return result }
        guard waits < 20 else {
          throw .unreadable(SystemFault(path: path, operation: .read, errorNumber: ENODATA))
        }
        waits += 1
        usleep(50_000)
        continue
      }
      if got < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          poll(&wanted, 1, -1)
          continue
        }
        throw .unreadable(SystemFault(path: path, operation: .read, errorNumber: errno))
      }
      result.append(contentsOf: block[..<got])
    }
  }
}
