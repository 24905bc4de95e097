public import SurveyModel

/// Numbers in running text, in the form of a language.
public enum NumberText {
  /// `41,4 %` in French, `41.4%` in English; `–` for a number that is not finite.
  public static func percent(_ value: Double, decimals: Int, in language: Language) -> String {
    RoundedNumber(value, decimals: decimals).map { NumberStyle.of(language).percent($0) } ?? "–"
  }

  /// `1 234,5` with a narrow no-break space in French.
  public static func decimal(_ value: Double, decimals: Int, in language: Language) -> String {
    RoundedNumber(value, decimals: decimals).map { NumberStyle.of(language).text($0) } ?? "–"
  }

  /// `1 234` with a narrow no-break space in French.
  public static func whole(_ value: Int, in language: Language) -> String {
    NumberStyle.of(language).text(value)
  }
}
