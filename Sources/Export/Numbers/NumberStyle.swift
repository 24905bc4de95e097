import SurveyModel

/// How numbers are set: marks and spaces of a language, or the plain form that programs read.
///
/// Nothing is asked of the system: the same number is the same text on every machine.
struct NumberStyle: Sendable {
  var decimalMark: String
  /// Between groups of three digits.
  var grouping: String
  /// What follows a percentage: a no-break space and the sign in French.
  var percentSign: String

  /// `1 234,5` with a narrow no-break space (U+202F), `41,4 %` with a no-break space (U+00A0).
  static let french = NumberStyle(
    decimalMark: ",", grouping: "\u{202F}", percentSign: "\u{A0}%")
  /// `1,234.5`, `41.4%`.
  static let english = NumberStyle(decimalMark: ".", grouping: ",", percentSign: "%")
  /// `1234.5`.
  static let plain = NumberStyle(decimalMark: ".", grouping: "", percentSign: "")

  static func of(_ language: Language) -> NumberStyle {
    language == .french ? .french : .english
  }

  func text(_ number: RoundedNumber) -> String {
    let digits = number.digits
    let whole = digits.count - number.decimals
    var out = number.isNegative ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index == whole {
        out += decimalMark
      } else if index > 0, index < whole, (whole - index) % 3 == 0 {
        out += grouping
      }
      out.unicodeScalars.append(Unicode.Scalar(48 + digit))
    }
    return out
  }

  func text(_ value: Int) -> String { text(RoundedNumber(value)) }

  func percent(_ number: RoundedNumber) -> String { text(number) + percentSign }
}
