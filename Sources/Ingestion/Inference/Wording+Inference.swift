internal import SurveyModel

/// What is said of guesses.
extension Problem {
  static func splitGuessed(_ column: ExportColumn, _ split: SplitGuess) -> Problem {
    let shown = split.options.prefix(12)
    let more = split.options.count > 12 ? "…" : ""
    let french = shown.map { "« \($0) »" }.joined(separator: ", ") + more
    let english = shown.map { "“\($0)”" }.joined(separator: ", ") + more
    let yaml = "type: multiple, layout: cell, separator: \"\(split.separator)\", options: { … }"
    return Problem(
      .note, "split-guessed",
      Bilingual(
        fr:
          "« \(column.heading) » : réponses séparées sur « \(split.separator) » : deviné ; options trouvées : \(french)",
        en: "“\(column.heading)”: split on “\(split.separator)”: guessed; options found: \(english)"
      ),
      fix: Bilingual(
        fr:
          "--split \"\(split.separator)\" ou --no-split tranche ; dans un questionnaire : \(yaml)",
        en: "--split \"\(split.separator)\" or --no-split settles it; in a questionnaire: \(yaml)"))
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
