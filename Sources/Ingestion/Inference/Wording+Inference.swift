internal import SurveyModel

/// What is said of guesses.
extension Problem {
  static func splitGuessed(_ column: ExportColumn, _ split: SplitGuess) -> Problem {
    let shown = split.options.prefix(12)
    let more = split.options.count > 12 ? "…" : ""
    let french = shown.map { "« \($0) »" }.joined(separator: ", ") + more
    let english = shown.map { "“\($0)”" }.joined(separator: ", ") + more
    let yaml = "type: multiple, layout: cell, separator: \"\(split.separator)\", options: { … }"
    var ambiguous = Bilingual("")
    if let text = split.ambiguous {
      ambiguous = Bilingual(
        fr: " ; ambigu : « \(text) » peut être une seule réponse, ou plusieurs",
        en: "; ambiguous: “\(text)” may be a single answer, or several")
    }
    return Problem(
      .note, "split-guessed",
      Bilingual(
        fr:
          "« \(column.heading) » : réponses séparées sur « \(split.separator) » : deviné ; options trouvées : \(french)\(ambiguous.fr)",
        en:
          "“\(column.heading)”: split on “\(split.separator)”: guessed; options found: \(english)\(ambiguous.en)"
      ),
      fix: Bilingual(
        fr:
          "--split \"\(split.separator)\" ou --no-split tranche ; dans un questionnaire : \(yaml)",
        en: "--split \"\(split.separator)\" or --no-split settles it; in a questionnaire: \(yaml)"))
  }

  static func decimalSignOpen(_ column: ExportColumn, _ examples: [String]) -> Problem {
    let french = examples.map { "« \($0) »" }.joined(separator: ", ")
    let english = examples.map { "“\($0)”" }.joined(separator: ", ")
    return Problem(
      .warning, "decimal-sign",
      Bilingual(
        fr:
          "« \(column.heading) » : \(french) : un peu plus d'un, ou plus de mille ? Rien ne le prouve, non compté",
        en:
          "“\(column.heading)”: \(english): one and a bit, or more than a thousand? Nothing proves it; not counted"
      ),
      fix: Bilingual(
        fr: "dans un questionnaire : type: number, decimal: comma (ou point)",
        en: "in a questionnaire: type: number, decimal: comma (or point)"))
  }

  static func dateOrderOpen(_ column: ExportColumn) -> Problem {
    Problem(
      .note, "date-order",
      Bilingual(
        fr:
          "« \(column.heading) » : des dates dont rien ne prouve l'ordre du jour et du mois, non comptées",
        en: "“\(column.heading)”: dates, and nothing proves the order of day and month; not counted"
      ),
      fix: Bilingual(
        fr: "dans un questionnaire : type: date, order: day-first (ou month-first)",
        en: "in a questionnaire: type: date, order: day-first (or month-first)"))
  }

  static func personalColumns(_ count: Int) -> Problem {
    Problem(
      .note, "personal-data",
      Bilingual(
        fr: "\(count) colonne(s) de données personnelles, ni lues ni gardées",
        en: "\(count) column(s) of personal data, neither read nor kept"))
  }
}
