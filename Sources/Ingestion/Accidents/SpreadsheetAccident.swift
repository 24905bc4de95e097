/// What a spreadsheet program does to a value that it takes for another. It is recognised and said,
/// never undone: nobody can tell `1-3` from the 3rd of January once it reads `3-janv`.
enum SpreadsheetAccident: Int, CaseIterable, Sendable {
  /// `3-janv`, `mai-25`: a range, a code or a fraction turned into a date.
  case date
  /// `3,36E+10`: a long number cut to its first digits.
  case scientific
  /// `#N/A`, `#REF!`: a formula that failed.
  case error
  /// `VRAI`, `FALSE`: a tick or a word turned into a truth value.
  case truth

  /// What happened to a text; `nil`: nothing that shows.
  init?(_ text: String) {
    let text = trimmedText(text)
    // The shortest is `FAUX`, the longest a number with an exponent.
    guard (4...24).contains(text.utf8.count) else { return nil }
    if Self.isError(text) {
      self = .error
    } else if (4...5).contains(text.utf8.count), Self.truthWords.contains(text) {
      self = .truth
    } else if Self.isScientific(text) {
      self = .scientific
    } else if Self.isMonthDate(text) {
      self = .date
    } else {
      return nil
    }
  }

  private static let truthWords: Set<String> = ["VRAI", "FAUX", "TRUE", "FALSE"]
  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#VALEUR!", "#VALUE!", "#DIV/0!", "#NOM?", "#NAME?", "#NUL!", "#NULL!",
    "#NOMBRE!", "#NUM!", "#CALC!", "#SPILL!", "#N/D",
  ]

  /// A failed formula, or a number that its column was too narrow for.
  static func isError(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "#") else { return false }
    return errors.contains(text) || (text.utf8.count >= 4 && text.utf8.allSatisfy { $0 == 0x23 })
  }

  /// Digits, one decimal sign, `E+` and an exponent of two digits or more.
  private static func isScientific(_ text: String) -> Bool {
    guard SplitGuess.holds(text, "E+"), let mark = text.firstRange(of: "E+") else { return false }
    let mantissa = text[..<mark.lowerBound]
    let exponent = text[mark.upperBound...]
    let isNumber = { (part: Substring) in
      !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    let parts = mantissa.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    return isNumber(exponent) && exponent.utf8.count >= 2 && parts.count <= 2
      && parts.allSatisfy(isNumber) && parts[0].utf8.count == 1
  }

  private static let months: Set<String> = [
    "janv", "févr", "fevr", "mars", "avr", "mai", "juin", "juil", "août", "aout", "sept", "oct",
    "nov", "déc", "dec", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
  ]

  /// A day or a year and the short name of a month, joined by a hyphen.
  private static func isMonthDate(_ text: String) -> Bool {
    guard text.utf8.count(where: { $0 == UInt8(ascii: "-") }) == 1 else { return false }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let names = parts.map { part in
      part.lowercased().trimmingSuffix(while: { $0 == "." })
    }
    let isNumber = { (part: Substring) in
      [1, 2, 4].contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    return (isNumber(parts[0]) && months.contains(String(names[1])))
      || (months.contains(String(names[0])) && isNumber(parts[1]))
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
