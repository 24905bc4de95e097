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

  /// Not 0 where one of eight bytes is another one (Mycroft's test for a byte below a bound).
  private static func marks(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    func isZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let control = (word &- ones &* 0x20) & ~word
    let quote = isZero(word ^ (ones &* 0x22))
    let backslash = isZero(word ^ (ones &* 0x5C))
    let delete = isZero(word ^ (ones &* 0x7F))
    return (word | control | quote | backslash | delete) & highs
  }
}
