/// What the bytes of a text hold that any trace of a person needs. Most texts are ruled out here.
struct PersonalSigns {
  private(set) var length = 0
  private(set) var digits = 0
  private(set) var colons = 0
  private(set) var dots = 0
  private(set) var letters = 0
  /// One to four digits, with a gap before: the number of a house.
  private(set) var hasShortNumber = false
  private(set) var hasAt = false
  private(set) var isASCII = true
  /// Characters that are read as other ones: `．`, `：`, `·`.
  private(set) var hasLookalikes = false
  /// `[at]`, `(at)`, `arobase`.
  private(set) var mayHaveWrittenAt = false

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { PersonalSigns($0) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    length = bytes.count
    var (a, b, c): (UInt8, UInt8, UInt8) = (0, 0, 0)
    var run = 0
    var isFree = true
    for byte in bytes {
      if byte &- 48 < 10 {
        digits += 1
        run += 1
      } else {
        if isFree, run - 1 < 4, run > 0 { hasShortNumber = true }
        // Letters before a number make it part of a word; bytes of longer characters may be blanks.
        let isLetter = (byte | 0x20) &- 97 < 26
        if isLetter { letters += 1 }
        isFree = !isLetter
        run = 0
      }
      if byte == 58 { colons += 1 }
      if byte == 46 { dots += 1 }
      if byte == 64 { hasAt = true }
      // U+FF00...: digits and signs of double width.
      if a == 0xEF, b == 0xBC {
        digits += 1
        if byte == 0xA0 { hasAt = true }
      }
      if byte >= 0x80 {
        isASCII = false
        if byte >= 0xE2 || (b == 0xC2 && byte == 0xB7) { hasLookalikes = true }
      }
      if byte | 0x20 == 0x62, b | 0x20 == 0x6F, a | 0x20 == 0x72, c | 0x20 == 0x61 {
        mayHaveWrittenAt = true  // "arob"
      }
      if byte | 0x20 == 0x61, b == 0x28 || b == 0x5B || b == 0x7B { mayHaveWrittenAt = true }
      (c, a, b) = (a, b, byte)
    }
    if isFree, run > 0, run <= 4 { hasShortNumber = true }
  }

  /// Nothing in the text can identify a person.
  var areNone: Bool { digits == 0 && !hasAt && !mayHaveWrittenAt && colons < 2 }

  func allow(_ pattern: PersonalPattern) -> Bool {
    switch pattern {
    case .email: hasAt || mayHaveWrittenAt
    // Twelve figures and letters at least, some of them figures.
    case .device: length >= 12 && (digits > 0 || colons > 0)
    case .address:
      colons >= 2 || (digits >= 4 && (dots >= 3 || hasLookalikes || mayHaveWrittenAt))
    case .position: digits >= 6
    case .phone: digits >= 8
    case .home: hasShortNumber && length >= 6 && letters >= 2
    }
  }
}
