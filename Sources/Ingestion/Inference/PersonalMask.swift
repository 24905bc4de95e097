internal import SurveyModel

/// Hides what identifies a person inside a typed text: e-mail addresses, phone numbers, IP
/// addresses, street addresses. Names in running text cannot be told from other words and stay.
enum PersonalMask {
  static let email = "[e-mail]"
  static let phone = "[tél.]"
  static let address = "[IP]"
  static let home = "[adresse]"

  /// The text with a mark in the place of each address and number.
  ///
  /// - Complexity: O(length); a text without digits and `@` is returned as it is.
  static func masked(_ text: String) -> String {
    let text = maskedHomes(text)
    var digits = 0
    var colons = 0
    var points = 0
    var hasAt = false
    for byte in text.utf8 {
      if (48...57).contains(byte) { digits += 1 }
      if byte == 58 { colons += 1 }
      if byte == 46 { points += 1 }
      if byte == 64 { hasAt = true }
    }
    if digits < 4 && !hasAt && colons < 4 { return text }
    // An address has three points or three colons at least.
    let mayBeAddress = (digits >= 4 || colons >= 4) && (points >= 3 || colons >= 3)
    var out = !mayBeAddress ? text : words(text, matching: .address, mark: address)
    if hasAt { out = words(out, matching: .email, mark: email) }
    return digits < 9 ? out : maskedPhones(out)
  }

  /// Whether the text holds anything that would be masked.
  static func finds(in text: String) -> Bool { text == email || masked(text) != text }

  /// Words between blanks and other separators that match are replaced.
  private static func words(
    _ text: String, matching pattern: PersonalPattern, mark: String
  ) -> String {
    var out = ""
    var word = ""
    func flush() {
      let bare = word.drop { "(['\"«:.-".contains($0) }
      let core = String(bare.reversed().drop { ")]'\"».:!?-".contains($0) }.reversed())
      out += pattern.matches(core) ? word.replacing(core, with: mark) : word
      word = ""
    }
    for character in text {
      if character.isWhitespace || ",;/<>|".contains(character) {
        flush()
        out.append(character)
      } else {
        word.append(character)
      }
    }
    flush()
    return out
  }

  private static let particles: Set<String> = [
    "de", "des", "du", "la", "le", "les", "l", "d", "of",
  ]

  /// Street addresses: number, kind of street, its name, and the postcode and town behind them.
  private static func maskedHomes(_ text: String) -> String {
    guard StreetAddress.mayStand(in: text) else { return text }
    let words = text.split { $0.isWhitespace || $0 == "," }
    var out = ""
    var rest = text.startIndex
    var index = words.startIndex
    while index < words.endIndex {
      guard let length = StreetAddress.length(words[index...]) else {
        index += 1
        continue
      }
      var last = index + length - 1
      while last + 1 < words.endIndex, particles.contains(foldedPlace(String(words[last]))) {
        last += 1
      }
      while last + 1 < words.endIndex, belongsToAddress(words[last + 1]) { last += 1 }
      out += text[rest..<words[index].startIndex] + home
      rest = words[last].endIndex
      index = last + 1
    }
    return rest == text.startIndex ? text : out + text[rest...]
  }

  /// Further words of a name, a postcode.
  private static func belongsToAddress(_ word: Substring) -> Bool {
    word.first?.isUppercase == true || (word.utf8.count == 5 && word.allSatisfy(\.isNumber))
  }

  private static let joints = " .-/_()\u{A0}\u{202F}\u{2011}\u{2013}"

  /// Stretches of digits with blanks, points, hyphens, slashes or brackets between that hold a
  /// number of nine digits or more, from 0, + or a mobile's 6 or 7.
  private static func maskedPhones(_ text: String) -> String {
    var out = ""
    var run = ""
    func flush() {
      let start = run.drop { joints.contains($0) }
      let digits = run.filter { $0.isASCII && $0.isNumber }
      let isPhone =
        digits.count >= 10 && (digits.hasPrefix("0") || start.hasPrefix("+"))
        || (digits.count == 9 && "67".contains(digits.first ?? " "))
      guard isPhone else {
        out += run
        run = ""
        return
      }
      let head = run.prefix { $0 != "+" && $0 != "(" && !$0.isNumber }
      let tail = String(run.reversed().prefix { !$0.isNumber }.reversed())
      out += head + phone + tail
      run = ""
    }
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      let isStart = run.isEmpty && (character == "+" || character == "(")
      if isDigit || isStart || (!run.isEmpty && joints.contains(character)) {
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
