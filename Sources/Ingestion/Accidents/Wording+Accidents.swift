internal import SurveyModel

/// What is said of values that a spreadsheet program changed. Each message says what the value may
/// have been, and that it was left as it is.
extension Problem {
  static func accident(
    _ kind: SpreadsheetAccident, _ heading: String, _ found: ColumnAccidents.Finding
  ) -> Problem {
    let french = found.list("« ", " »")
    let english = found.list("“", "”")
    switch kind {
    case .date:
      return Problem(
        .warning, "changed-to-date",
        Bilingual(
          fr:
            "« \(heading) » : \(found.count) valeur(s) ont la forme d'une date : \(french) ; un tableur en fait de « 1-3 », « 5/25 » ou « 1/2 ». Laissées telles quelles",
          en:
            "“\(heading)”: \(found.count) value(s) look like a date: \(english); a spreadsheet makes them of “1-3”, “5/25” or “1/2”. Left as they are"
        ),
        at: found.first,
        fix: Bilingual(
          fr:
            "reprenez l'export d'origine, sans passer par un tableur ; sinon dites ce que c'était : also: [\"\(found.example)\"] sous l'option",
          en:
            "take the original export, not by way of a spreadsheet; else say what it was: also: [\"\(found.example)\"] under the option"
        ))
    case .scientific:
      return Problem(
        .warning, "scientific-notation",
        Bilingual(
          fr:
            "« \(heading) » : \(found.count) nombre(s) trop longs, coupés par un tableur : \(french) ; les derniers chiffres sont perdus",
          en:
            "“\(heading)”: \(found.count) number(s) too long, cut by a spreadsheet: \(english); the last digits are lost"
        ),
        at: found.first,
        fix: Bilingual(
          fr: "reprenez l'export d'origine ; un identifiant se déclare type: ignored",
          en: "take the original export; an identifier is declared type: ignored"))
    case .error:
      return Problem(
        .warning, "spreadsheet-error",
        Bilingual(
          fr: "« \(heading) » : \(found.count) cellule(s) en erreur dans le tableur : \(french)",
          en: "“\(heading)”: \(found.count) cell(s) with a spreadsheet error: \(english)"),
        at: found.first,
        fix: Bilingual(
          fr:
            "corrigez la formule, ou reprenez l'export d'origine ; si c'est une absence de réponse : missing: { \"\(found.example)\": no-answer }",
          en:
            "mend the formula, or take the original export; if it stands for no answer: missing: { \"\(found.example)\": no-answer }"
        ))
    case .truth:
      return Problem(
        .note, "truth-value",
        Bilingual(
          fr: "« \(heading) » : \(found.count) valeur(s) logiques de tableur : \(french)",
          en: "“\(heading)”: \(found.count) truth value(s) of a spreadsheet: \(english)"),
        at: found.first,
        fix: Bilingual(
          fr: "dites quelle réponse c'est : also: [\"\(found.example)\"] sous l'option",
          en: "say which answer it is: also: [\"\(found.example)\"] under the option"))
    }
  }

  static func lostZeros(_ heading: String, _ found: ColumnAccidents.Finding) -> Problem {
    Problem(
      .warning, "lost-zeros",
      Bilingual(
        fr:
          "« \(heading) » : \(found.count) code(s) de quatre chiffres au lieu de cinq : \(found.list("« ", " »")) ; un tableur ôte le zéro de tête",
        en:
          "“\(heading)”: \(found.count) code(s) of four digits in place of five: \(found.list("“", "”")); a spreadsheet drops the leading zero"
      ),
      at: found.first,
      fix: Bilingual(
        fr:
          "reprenez l'export d'origine ; sinon : also: [\"\(found.example)\"] sous l'option \"0\(found.example)\"",
        en:
          "take the original export; else: also: [\"\(found.example)\"] under the option \"0\(found.example)\""
      ))
  }

  static func percentSigns(
    _ heading: String, _ found: ColumnAccidents.Finding, beside plain: ColumnAccidents.Finding
  ) -> Problem {
    let isMixed = plain.count > 0
    return Problem(
      isMixed ? .warning : .note, "percent-sign",
      isMixed
        ? Bilingual(
          fr:
            "« \(heading) » : \(found.count) valeur(s) avec « % » (\(found.list("« ", " »"))) et \(plain.count) sans : 12\u{A0}% est lu 0,12, et 12 est lu 12",
          en:
            "“\(heading)”: \(found.count) value(s) with “%” (\(found.list("“", "”"))) and \(plain.count) without: 12% is read as 0.12, and 12 as 12"
        )
        : Bilingual(
          fr: "« \(heading) » : \(found.count) valeur(s) avec « % » : 12\u{A0}% est lu 0,12",
          en: "“\(heading)”: \(found.count) value(s) with “%”: 12% is read as 0.12"),
      at: found.first,
      fix: isMixed
        ? Bilingual(
          fr: "écrivez toute la colonne de la même façon", en: "write the whole column one way")
        : nil)
  }

  static func thousands(_ heading: String, _ found: ColumnAccidents.Finding) -> Problem {
    Problem(
      .note, "thousands-separator",
      Bilingual(
        fr:
          "« \(heading) » : \(found.count) nombre(s) avec une espace entre les milliers, lus comme un seul : \(found.list("« ", " »"))",
        en:
          "“\(heading)”: \(found.count) number(s) with a space between thousands, read as one: \(found.list("“", "”"))"
      ), at: found.first)
  }

  static func mixedDecimals(_ heading: String, _ file: String, _ position: Int) -> Problem {
    Problem(
      .warning, "mixed-decimals",
      Bilingual(
        fr: "« \(heading) » : des décimales à virgule et à point dans la même colonne",
        en: "“\(heading)”: decimals behind a comma and behind a point in one column"),
      at: SourceLocation(file: file, column: position + 1),
      fix: Bilingual(
        fr: "dites lequel est le signe décimal : decimal: comma (ou point)",
        en: "say which one is the decimal sign: decimal: comma (or point)"))
  }
}

extension ColumnAccidents.Finding {
  var example: String { texts.first ?? "" }

  fileprivate func list(_ open: String, _ close: String) -> String {
    texts.prefix(4).map { open + PersonalMask.masked($0) + close }.joined(separator: ", ")
      + (texts.count > 4 ? "…" : "")
  }
}
