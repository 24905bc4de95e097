/// What the bytes of a text hold that any trace of a person needs. Most texts are ruled out here.
struct PersonalSigns {
  private(set) var digits = 0
  private(set) var colons = 0
  private(set) var hasAt = false
  /// `[at]`, `(at)`, `arobase`.
  private(set) var mayHaveWrittenAt = false

  init(_ bytes: some Sequence<UInt8>) {
    var (a, b, c): (UInt8, UInt8, UInt8) = (0, 0, 0)
    for byte in bytes {
      if byte &- 48 < 10 { digits += 1 }
      if byte == 58 { colons += 1 }
      if byte == 64 { hasAt = true }
      // U+FF00...: digits and signs of double width.
      if a == 0xEF, b == 0xBC { (digits, hasAt) = (digits + 1, hasAt || byte == 0xA0) }
      if byte | 0x20 == 0x62, [c, a, b].map({ $0 | 0x20 }) == [0x61, 0x72, 0x6F] {
        mayHaveWrittenAt = true  // "arob"
      }
      if byte | 0x20 == 0x61, b == 0x28 || b == 0x5B || b == 0x7B { mayHaveWrittenAt = true }
      (c, a, b) = (a, b, byte)
    }
  }

  /// Nothing in the text can identify a person.
  var areNone: Bool { digits == 0 && !hasAt && !mayHaveWrittenAt && colons < 2 }

  func allow(_ pattern: PersonalPattern) -> Bool {
    switch pattern {
    case .email: hasAt || mayHaveWrittenAt
    case .device: digits > 0 || colons > 0
    case .address: digits >= 4 || colons >= 2
    case .position: digits >= 6
    case .phone: digits >= 8
    case .home: digits > 0
    }
  }
}
