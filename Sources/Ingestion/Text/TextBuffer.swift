/// A growing buffer of bytes, with room after the last one for a vector load.
struct TextBuffer: Sendable {
  /// Readable bytes after the last one that are kept zero.
  static let padding = 64

  /// Storage; only the first `count` bytes mean something.
  private(set) var bytes: [UInt8] = []
  /// Number of bytes in use.
  private(set) var count = 0

  /// Makes room for `extra` more bytes and the padding.
  mutating func reserve(_ extra: Int) {
    let needed = count + extra + Self.padding
    if bytes.count < needed {
      bytes.append(contentsOf: repeatElement(0, count: max(needed, bytes.count * 2) - bytes.count))
    }
  }

  /// Lets `write` fill up to `room` bytes after the last one; it returns how many it wrote.
  mutating func append<Failure: Error>(
    room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Int
  ) throws(Failure) {
    reserve(room)
    let start = count
    count += try bytes.withUnsafeMutableBufferPointer { (all) throws(Failure) in
      try write(UnsafeMutableBufferPointer(rebasing: all[start..<start + room]))
    }
  }

  /// Appends bytes.
  mutating func append(_ slice: ArraySlice<UInt8>) {
    reserve(slice.count)
    bytes.replaceSubrange(count..<count + slice.count, with: slice)
    count += slice.count
  }

  /// Forgets all but the first `length` bytes.
  mutating func truncate(to length: Int) {
    precondition(length <= count)
    count = length
  }

  /// Forgets the first `length` bytes.
  mutating func dropFirst(_ length: Int) {
    precondition(length <= count)
    bytes.withUnsafeMutableBytes { all in
      guard let base = all.baseAddress else { return }
      base.copyMemory(from: base + length, byteCount: count - length)
    }
    count -= length
  }

  /// Zeroes the padding.
  mutating func pad() {
    reserve(0)
    for index in count..<count + Self.padding { bytes[index] = 0 }
  }

  /// Gives write access to the bytes in use and the padding.
  mutating func withMutableBytes<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeMutableBufferPointer { body($0) }
  }
}
