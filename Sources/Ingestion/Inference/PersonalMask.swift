/// Hides what identifies a person inside a typed text: e-mail addresses and phone numbers. Names
/// in running text cannot be told from other words and stay.
enum PersonalMask {
  static let email = "[e-mail]"
  static let phone = "[tél.]"

  /// The text with a mark in the place of each address and number.
  ///
  /// - Complexity: O(length); a text without `@` and without nine digits is returned as it is.
  static func masked(_ text: String) -> String {
    var digits = 0
    var hasAt = false
    for byte in text.utf8 {
      if (48...57).contains(byte) { digits += 1 }
      if byte == 64 { hasAt = true }
    }
    if digits < 9 && !hasAt { return text }
    let withoutPhones = digits < 9 ? text : maskedPhones(text)
    return hasAt ? maskedEmails(withoutPhones) : withoutPhones
  }

  private static func maskedEmails(_ text: String) -> String {
    var out = ""
    var word = ""
    func flush() {
      let bare = word.drop { "(<[\"'«:".contains($0) }
      let core = String(bare.reversed().drop { ")>]\"'».,;:!?".contains($0) }.reversed())
      out +=
        PersonalPattern.email.matches(core) ? word.replacing(core, with: email) : word
      word = ""
    }
    for character in text {
      if character.isWhitespace {
        flush()
        out.append(character)
      } else {
        word.append(character)
      }
    }
    flush()
    return out
  }

  /// Stretches of digits with blanks, points, hyphens or slashes between that make a number.
  private static func maskedPhones(_ text: String) -> String {
    var out = ""
    var run = ""
    func flush() {
      let digits = run.filter(\.isNumber)
      let isPhone =
        (digits.count == 10 && digits.hasPrefix("0"))
        || (run.hasPrefix("+") && (10...15).contains(digits.count))
        || (digits.count == 13 && digits.hasPrefix("00"))
        || (digits.count == 9 && "67".contains(digits.first ?? " "))
      guard isPhone else {
        out += run
        run = ""
        return
      }
      let tail = run.reversed().prefix { !$0.isNumber }.reversed()
      out += phone + String(tail)
      run = ""
    }
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if isDigit || (character == "+" && run.isEmpty)
        || (!run.isEmpty && " .-/\u{A0}\u{202F}".contains(character))
      {
        run.append(character)
      } else {
        flush()
        out.append(character)
      }
    }
    flush()
    return out
  }
}
