/// What a whole file says about its encoding; asked only when it is not plain UTF-8.
struct EncodingProbe {
  /// Bytes in the file.
  private(set) var total = 0
  /// Number of NUL bytes.
  private(set) var nulCount = 0
  /// Offset of the first NUL byte.
  private(set) var firstNUL: Int?
  /// The file holds at least one valid UTF-8 character of two bytes or more.
  private(set) var hasMultibyte = false
  /// Offset of the first byte that is not valid UTF-8.
  private(set) var firstInvalid: Int?
  /// That byte begins a character that the end of the file cuts off.
  private(set) var isTruncated = false
  /// Offset of the first byte that Windows-1252 leaves undefined.
  private(set) var firstUndefined: Int?
  /// Offset of the first sign of Mac Roman.
  private(set) var firstMacSign: Int?

  private var last: UInt8 = 0
  private var skip = 0

  /// Reads the whole of `source`, `step` bytes at a time.
  /// - Complexity: O(bytes); memory for one step.
  init(_ source: borrowing ByteSource, step: Int = 1 << 18) throws(ReadFailure) {
    while true {
      // Three bytes more than the step, so that a character or a neighbour is seen across its end.
      let window = try source.bytes(at: total, count: step + 3)
      if window.isEmpty { return }
      let own = min(step, window.count)
      window.withUnsafeBufferPointer { examine($0, own: own) }
      total += own
    }
  }

  /// UTF-16 without a mark: a fifth of the bytes or more are NUL. Fewer than four bytes say nothing.
  var looksLikeUTF16: Bool { total >= 4 && nulCount * 5 >= total }

  private mutating func examine(_ bytes: UnsafeBufferPointer<UInt8>, own: Int) {
    for index in 0..<own {
      let byte = bytes[index]
      if byte >= 0x80 {
        let after = index + 1 < bytes.count ? bytes[index + 1] : 0
        noteSingleByte(byte, after: after, at: total + index)
      } else if byte == 0 {
        nulCount += 1
        if firstNUL == nil { firstNUL = total + index }
      }
      last = byte
      if skip > 0 {
        skip -= 1
      } else if byte >= 0x80 {
        let rest = UnsafeBufferPointer(rebasing: bytes[index...])
        noteCharacter(UTF8Character(rest), at: total + index)
      }
    }
  }

  private mutating func noteSingleByte(_ byte: UInt8, after: UInt8, at offset: Int) {
    if firstUndefined == nil, SingleByteTable.windows1252[Int(byte & 0x7F)] == 0 {
      firstUndefined = offset
    }
    if firstMacSign == nil, MacRomanSign.isSign(byte, before: last, after: after) {
      firstMacSign = offset
    }
  }

  private mutating func noteCharacter(_ character: UTF8Character, at offset: Int) {
    switch character {
    case .complete(let length):
      hasMultibyte = true
      skip = length - 1
    case .cutOff:
      // Only the end of the file can do that: the window looks three bytes ahead.
      isTruncated = firstInvalid == nil
      firstInvalid = firstInvalid ?? offset
    case .invalid:
      firstInvalid = firstInvalid ?? offset
    }
  }
}
