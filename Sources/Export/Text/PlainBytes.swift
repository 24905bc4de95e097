/// Bytes that mean themselves in every format: most texts are made of them alone.
enum PlainBytes {
  /// How many of the first bytes are ASCII letters, figures and signs but for `"`, `\` and DEL; a
  /// multiple of eight, unless it is all of them.
  static func prefix(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
      if marks(word) != 0 { return index }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return index & ~7 }
      index += 1
    }
    return index
  }

  /// Whether there are eight bytes from here on, and none is a control character or begins one, or a
  /// sign of General Punctuation (E2).
  static func areCalm(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
    guard index + 8 <= bytes.count else { return false }
    let word = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
    let control = (word &- ones &* 0x20) & ~word
    let others = isAny(word, 0x7F) | isAny(word, 0xC2) | isAny(word, 0xE2)
    return (control | others) & highs == 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of a byte is set where one is this one (Mycroft's test for a byte below a bound).
  private static func isAny(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    let word = word ^ (ones &* byte)
    return (word &- ones) & ~word
  }

  /// Not 0 where one of eight bytes is another one.
  private static func marks(_ word: UInt64) -> UInt64 {
    let control = (word &- ones &* 0x20) & ~word
    let others = isAny(word, 0x22) | isAny(word, 0x5C) | isAny(word, 0x7F)
    return (word | control | others) & highs
  }
}
