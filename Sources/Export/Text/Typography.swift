import SurveyModel

/// Labels as they are set for readers.
enum Typography {
  /// In French, the spaces before `: ; ? ! % »` and after `«` do not break and apostrophes are
  /// curved, whoever typed the label; in English the text as it is.
  ///
  /// - Complexity: O(n).
  static func set(_ text: String, _ language: Language) -> String {
    guard language == .french else { return text }
    var text = text
    let out = text.withUTF8 { set($0) }
    return out.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The same for a text as UTF-8.
  static func set(_ text: [UInt8], _ language: Language) -> [UInt8] {
    guard language == .french else { return text }
    return text.withUnsafeBufferPointer { set($0) } ?? text
  }

  /// - Returns: `nil` when nothing changes.
  private static func set(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var start = 0
    func replace(_ index: Int, by bytesOfOne: [UInt8]) {
      if out.isEmpty { out.reserveCapacity(bytes.count + 16) }
      out.append(contentsOf: bytes[start..<index])
      out.append(contentsOf: bytesOfOne)
      start = index + 1
    }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: " ") where isGlued(bytes, index): replace(index, by: [0xC2, 0xA0])
      case UInt8(ascii: "'") where isBetweenLetters(bytes, index):
        replace(index, by: [0xE2, 0x80, 0x99])
      default: continue
      }
    }
    if start == 0 { return nil }
    out.append(contentsOf: bytes[start...])
    return out
  }

  /// Whether the space at this place must not break.
  private static func isGlued(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    // After an opening quotation mark.
    if index >= 2, bytes[index - 1] == 0xAB, bytes[index - 2] == 0xC2 { return true }
    guard index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"),
      UInt8(ascii: "%"):
      return true
    case 0xC2: return index + 2 < bytes.count && bytes[index + 2] == 0xBB
    default: return false
    }
  }

  private static func isBetweenLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return false }
    return isLetter(bytes[index - 1]) && isLetter(bytes[index + 1])
  }

  /// A letter, or a byte of one with an accent.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }
}
