internal import SurveyModel

extension Bilingual {
  static func declaredForm(_ form: ExportForm) -> Bilingual {
    if form.long != nil {
      return Bilingual(
        fr: "déclaré : une ligne par réponse (export: long)",
        en: "declared: a line an answer (export: long)")
    }
    if let records = form.headerRecords, form.dialect == nil {
      return Bilingual(
        fr: "déclaré : \(records) ligne(s) d'intitulés (header-rows)",
        en: "declared: \(records) row(s) of headings (header-rows)")
    }
    return Bilingual(
      fr: "déclaré, rien n'est deviné (dialect: \(form.dialect?.rawValue ?? ""))",
      en: "declared, nothing is guessed (dialect: \(form.dialect?.rawValue ?? ""))")
  }

  static func looksLike(_ found: ExportLayout) -> Bilingual {
    let why = found.evidence.first ?? Bilingual("")
    return Bilingual(
      fr: "le fichier ressemble pourtant à \(found.dialect.name.fr) : \(why.fr)",
      en: "yet the file looks like \(found.dialect.name.en): \(why.en)")
  }
}

/// What is said of the headings of an export. Places are filled in by whoever knows the file.
extension Problem {
  static func declaredAgainstEvidence(_ dialect: Dialect, _ found: ExportLayout) -> Problem {
    let why = found.evidence.first ?? Bilingual("")
    return Problem(
      .warning, "dialect-declared",
      Bilingual(
        fr:
          "lu comme \(dialect.name.fr), ainsi que vous l'avez déclaré, mais le fichier ressemble à \(found.dialect.name.fr) : \(why.fr)",
        en:
          "read as \(dialect.name.en), as you declared, but the file looks like \(found.dialect.name.en): \(why.en)"
      ),
      fix: Bilingual(
        fr:
          "si la déclaration est fausse, ôtez-la, ou : dialect: \(found.dialect.rawValue) (--dialect \(found.dialect.rawValue))",
        en:
          "if the declaration is wrong, remove it, or: dialect: \(found.dialect.rawValue) (--dialect \(found.dialect.rawValue))"
      ))
  }

  static func declaredWithoutEvidence(_ dialect: Dialect) -> Problem {
    Problem(
      .warning, "dialect-declared",
      Bilingual(
        fr:
          "lu comme \(dialect.name.fr), ainsi que vous l'avez déclaré ; rien dans les intitulés ne le montre",
        en: "read as \(dialect.name.en), as you declared; nothing in the headings shows it"),
      fix: Bilingual(
        fr: "si la déclaration est fausse, ôtez-la : « inspect » dit ce que le fichier montre",
        en: "if the declaration is wrong, remove it: “inspect” says what the file shows"))
  }

  /// Nothing but a guess says what wrote the file.
  static func dialectGuessed(_ layout: ExportLayout) -> Problem {
    let why = layout.evidence.first ?? Bilingual("")
    return Problem(
      .note, "dialect-guessed",
      Bilingual(
        fr: "lu comme \(layout.dialect.name.fr) : deviné, \(why.fr)",
        en: "read as \(layout.dialect.name.en): guessed, \(why.en)"),
      fix: Bilingual(
        fr:
          "pour le fixer, dans le questionnaire : export: { dialect: \(layout.dialect.rawValue) } (ou --dialect)",
        en:
          "to settle it, in the questionnaire: export: { dialect: \(layout.dialect.rawValue) } (or --dialect)"
      ))
  }

  static func headingRows(_ titles: Int, _ rows: Int) -> Problem {
    Problem(
      .note, "heading-rows",
      Bilingual(
        fr: "deviné : les intitulés tiennent sur \(rows) lignes, cellules fusionnées comprises",
        en: "guessed: the headings stand on \(rows) rows, merged cells included"),
      fix: Bilingual(
        fr:
          "pour le fixer : export: { header-rows: \(titles + rows) } (ou --header-rows \(titles + rows)) ; si la dernière est une réponse : \(titles + rows - 1)",
        en:
          "to settle it: export: { header-rows: \(titles + rows) } (or --header-rows \(titles + rows)); if the last one is an answer: \(titles + rows - 1)"
      ))
  }

  static func emptyHeadings(_ columns: [Int], _ rows: Int) -> Problem {
    let list = columns.prefix(6).map { String($0 + 1) }.joined(separator: ", ")
    let more = columns.count > 6 ? "…" : ""
    return Problem(
      .warning, "header-rows",
      Bilingual(
        fr:
          "les colonnes \(list)\(more) ont des réponses et pas d'intitulé : des cellules fusionnées, ou une deuxième ligne d'intitulés ?",
        en:
          "columns \(list)\(more) have answers and no heading: merged cells, or a second row of headings?"
      ),
      fix: Bilingual(
        fr:
          "dites combien de lignes tiennent les intitulés : export: { header-rows: \(rows + 1) } (ou --header-rows) ; \(rows) s'il n'y en a pas d'autre",
        en:
          "say on how many rows the headings stand: export: { header-rows: \(rows + 1) } (or --header-rows); \(rows) if there is no other"
      ))
  }

  static func trailingColumns(_ count: Int) -> Problem {
    Problem(
      .note, "empty-columns",
      Bilingual(
        fr: "\(count) colonne(s) vides et sans intitulé à droite du tableau, laissées de côté",
        en: "\(count) column(s) without heading or content right of the table, left out"))
  }

  static func repeatFile(_ column: String) -> Problem {
    Problem(
      .warning, "repeat-group",
      Bilingual(
        fr:
          "la colonne « \(column) » montre un groupe répété : une ligne par élément, et non par personne",
        en: "column “\(column)” shows a repeat group: a line an item, not a line a person"),
      fix: Bilingual(
        fr: "donnez le fichier principal du formulaire, une ligne par personne",
        en: "give the form's main file, a line a person"))
  }

  static func repeatsLeftOut(_ columns: [String]) -> Problem {
    let list = columns.prefix(5).map { "« \($0) »" }.joined(separator: ", ")
    return Problem(
      .note, "repeats-left-out",
      Bilingual(
        fr: "des groupes répétés sont dans un autre fichier et ne sont pas lus ici : \(list)",
        en: "repeat groups stand in another file and are not read here: \(list)"))
  }

  static func sameQuestionTwice(_ wording: String, _ numbers: [String]) -> Problem {
    let list = numbers.joined(separator: ", ")
    return Problem(
      .warning, "same-question-twice",
      Bilingual(
        fr:
          "« \(wording) » est sous plusieurs numéros (\(list)) : une question conditionnelle, ou deux questions ?",
        en:
          "“\(wording)” stands under several numbers (\(list)): a conditional question, or two questions?"
      ),
      fix: Bilingual(
        fr: "nommez chaque colonne par sa place dans le questionnaire : column: \"#…\"",
        en: "name each column by its place in the questionnaire: column: \"#…\""))
  }

  static func longForm(_ long: LongForm) -> Problem {
    let line =
      "export: { long: { respondent: \"\(long.respondent.text)\", question: \"\(long.question.text)\", answer: \"\(long.answer.text)\" } }"
    return Problem(
      .warning, "long-form",
      Bilingual(
        fr:
          "le fichier semble tenir une ligne par réponse, et non par personne ; chaque ligne compte pour un enregistrement tant que rien n'est déclaré",
        en:
          "the file seems to hold a line an answer, not a line a person; each line counts as a record until something is declared"
      ),
      fix: Bilingual(
        fr: "dans le questionnaire : \(line), ou export: { dialect: plain } si c'est un tableau",
        en: "in the questionnaire: \(line), or export: { dialect: plain } if it is a table"))
  }
}
