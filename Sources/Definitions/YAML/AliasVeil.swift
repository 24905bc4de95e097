/// Hides the asterisks of a text from the YAML parser, so that aliases reach us as plain texts.
///
/// Yams expands aliases, and hashes keys, before anybody can count: aliases of aliases, the "billion
/// laughs", would never end. Behind the veil the tree is as large as the file, and `YAMLWalk`
/// expands aliases itself, counting. A private character stands for the asterisk, one for one: lines
/// and columns stay, and texts get their asterisks back.
struct AliasVeil {
  private let character: Unicode.Scalar

  init(for text: String) {
    var candidate: UInt32 = 0xE000
    let used = Set(text.unicodeScalars.lazy.filter { (0xE000...0xF8FF).contains($0.value) })
    while let scalar = Unicode.Scalar(candidate), used.contains(scalar), candidate < 0xF8FF {
      candidate += 1
    }
    character = Unicode.Scalar(candidate) ?? "\u{E000}"
  }

  func veiled(_ text: String) -> String { swapped(text, from: "*", to: character) }

  func unveiled(_ text: String) -> String { swapped(text, from: character, to: "*") }

  /// What stands after the asterisk, in a text that begins with one.
  func alias(in plain: String) -> String? {
    guard plain.unicodeScalars.first == character else { return nil }
    return String(plain.unicodeScalars.dropFirst())
  }

  static func isAliasName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
  }

  private func swapped(
    _ text: String, from: Unicode.Scalar, to: Unicode.Scalar
  ) -> String {
    guard text.unicodeScalars.contains(from) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(scalar == from ? to : scalar) }
    return String(out)
  }
}
