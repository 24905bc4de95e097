/// What a character counts for when answers are read: a plain letter, or the end of a word, of a
/// clause, of a sentence.
enum FoldTable {
  // Marks that no letter or digit uses.
  static let nothing: UInt8 = 0
  static let space: UInt8 = 1
  static let apostrophe: UInt8 = 2
  static let clause: UInt8 = 3
  static let sentence: UInt8 = 4
  /// A letter of another alphabet, kept as it is.
  static let raw: UInt8 = 5

  /// One entry an ASCII character.
  static let ascii: [UInt8] = (0..<128).map { code in
    let byte = UInt8(code)
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return apostrophe
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), 0x0A, 0x0D:
      return sentence
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "+"),
      UInt8(ascii: "|"), UInt8(ascii: "\""):
      return clause
    default: return space
    }
  }

  /// The Latin-1 letters from U+00C0, upper and lower case alike, without their accents.
  private static let latin: [UInt8] = Array(
    "aaaaaaaceeeeiiiidnooooo ouuuuyts".utf8)

  /// Reads one character of several bytes.
  ///
  /// - Returns: its kind, its one or two letters, its length in bytes.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (kind: UInt8, letters: (UInt8, UInt8), length: Int) {
    let first = text[position]
    let second = position + 1 < text.count ? text[position + 1] : 0
    switch first {
    case 0xC2:
      let isQuote = second == 0xAB || second == 0xBB
      return (isQuote ? clause : second == 0xB4 ? apostrophe : space, (0, 0), 2)
    case 0xC3:
      switch second & 0x1F {
      case 0x06: return (raw, (UInt8(ascii: "a"), UInt8(ascii: "e")), 2)
      case 0x17: return (space, (0, 0), 2)
      case 0x1F where second == 0x9F: return (raw, (UInt8(ascii: "s"), UInt8(ascii: "s")), 2)
      case 0x1F: return (raw, (UInt8(ascii: "y"), 0), 2)
      default: return (raw, (latin[Int(second & 0x1F)], 0), 2)
      }
    case 0xC5 where second == 0x92 || second == 0x93:
      return (raw, (UInt8(ascii: "o"), UInt8(ascii: "e")), 2)
    // Accents that were typed apart from their letter.
    case 0xCC: return (nothing, (0, 0), 2)
    case 0xCD where second < 0xB0: return (nothing, (0, 0), 2)
    case 0xC4...0xDF: return (raw, (raw, 0), 2)
    case 0xE2:
      let third = position + 2 < text.count ? text[position + 2] : 0
      if second == 0x80 {
        if third == 0x98 || third == 0x99 { return (apostrophe, (0, 0), 3) }
        if third == 0xA6 { return (sentence, (0, 0), 3) }
        if third >= 0x8B && third <= 0x8F { return (nothing, (0, 0), 3) }
      }
      return (space, (0, 0), 3)
    case 0xE0...0xEF: return (raw, (raw, 0), 3)
    // Pictures end a sentence: they stand where a full stop would.
    case 0xF0...0xF7: return (sentence, (0, 0), 4)
    default: return (space, (0, 0), 1)
    }
  }
}
