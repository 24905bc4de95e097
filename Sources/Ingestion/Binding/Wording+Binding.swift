internal import SurveyModel

/// What is said when questions and columns do not meet.
extension Problem {
  static func noColumn(
    _ question: Question, _ name: String, _ suggestion: String?, _ file: String
  ) -> Problem {
    let mend: Bilingual
    if let suggestion {
      mend = Bilingual(
        fr: "vouliez-vous dire « \(suggestion) » ? Écrivez alors : column: \"\(suggestion)\"",
        en: "did you mean “\(suggestion)”? Then write: column: \"\(suggestion)\"")
    } else {
      mend = Bilingual(
        fr:
          "donnez l'intitulé exact de la colonne : column: \"…\" (« concertation inspect \(file) » les liste)",
        en:
          "give the column's exact heading: column: \"…\" (“concertation inspect \(file)” lists them)"
      )
    }
    return Problem(
      .error, "no-column",
      Bilingual(
        fr: "question « \(question.id) » : \(file) n'a pas de colonne « \(name) »",
        en: "question “\(question.id)”: \(file) has no column “\(name)”"),
      at: question.location, fix: mend)
  }

  static func severalColumns(
    _ question: Question, _ columns: [ExportColumn], _ file: String
  ) -> Problem {
    let places = columns.map { String($0.position + 1) }.joined(separator: ", ")
    return Problem(
      .error, "several-columns",
      Bilingual(
        fr:
          "question « \(question.id) » : les colonnes \(places) de \(file) portent toutes cet intitulé, une seule est attendue",
        en:
          "question “\(question.id)”: columns \(places) of \(file) all have this heading, one is expected"
      ),
      at: question.location,
      fix: Bilingual(
        fr:
          "nommez l'une d'elles par son code ou par sa place : column: \"#\((columns.first?.position ?? 0) + 1)\"",
        en:
          "name one of them by its code or by its place: column: \"#\((columns.first?.position ?? 0) + 1)\""
      ))
  }

  static func numberedColumns(
    _ question: Question, _ columns: [ExportColumn], _ file: String
  ) -> Problem {
    let names = columns.prefix(4).map { "« \($0.heading) »" }.joined(separator: ", ")
    return Problem(
      .error, "numbered-columns",
      Bilingual(
        fr:
          "question « \(question.id) » : \(names) de \(file) : la colonne k est-elle l'option k, ou la k-ième citation ?",
        en:
          "question “\(question.id)”: \(names) of \(file): is column k option k, or the k-th mention?"
      ),
      at: question.location,
      fix: Bilingual(
        fr:
          "ajoutez : layout: mentions (remplies depuis la gauche), ou layout: columns avec columns: [\"\(columns.first?.heading ?? "")\", …] dans l'ordre des options",
        en:
          "add: layout: mentions (filled from the left), or layout: columns with columns: [\"\(columns.first?.heading ?? "")\", …] in the order of the options"
      ))
  }

  static func rankingLayout(_ question: Question, _ count: Int, _ file: String) -> Problem {
    Problem(
      .error, "ranking-layout",
      Bilingual(
        fr:
          "question « \(question.id) » : \(count) colonnes de \(file) : une par rang (la cellule tient le choix), ou une par choix (elle tient le rang) ?",
        en:
          "question “\(question.id)”: \(count) columns of \(file): one a rank (the cell holds the item), or one an item (it holds the rank)?"
      ),
      at: question.location,
      fix: Bilingual(
        fr: "ajoutez : layout: ranks (une colonne par rang), ou layout: items (une par choix)",
        en: "add: layout: ranks (a column a rank), or layout: items (a column an item)"))
  }

  static func columnWithoutOption(
    _ question: Question, _ column: ExportColumn, _ file: String
  ) -> Problem {
    let item = column.item ?? column.heading
    return Problem(
      .error, "column-without-option",
      Bilingual(
        fr: "question « \(question.id) » : la colonne « \(item) » ne correspond à aucune option",
        en: "question “\(question.id)”: column “\(item)” matches no option"),
      at: SourceLocation(
        file: file, line: 1, column: column.position + 1, heading: column.heading),
      fix: Bilingual(
        fr: "ajoutez l'option, ou other: true s'il s'agit d'un texte libre : \(optionLine(item))",
        en: "add the option, or other: true if it holds typed text: \(optionLine(item))"))
  }

  static func optionWithoutColumn(
    _ question: Question, _ option: AnswerOption, _ file: String
  ) -> Problem {
    Problem(
      .warning, "option-without-column",
      Bilingual(
        fr:
          "question « \(question.id) » : \(file) n'a pas de colonne pour l'option « \(option.label.fr) » ; elle compte 0 réponse",
        en:
          "question “\(question.id)”: \(file) has no column for option “\(option.label.en)”; it counts 0 answers"
      ),
      at: question.location,
      fix: Bilingual(
        fr:
          "si la colonne porte un autre nom : \(option.code): { label: \"\(option.label.fr)\", column: \"…\" }",
        en:
          "if the column has another name: \(option.code): { label: \"\(option.label.en)\", column: \"…\" }"
      ))
  }

  static func columnNotFound(_ name: ColumnName, _ suggestion: String?, _ file: String) -> Problem {
    Problem(
      .error, "no-column",
      Bilingual(
        fr: "\(file) n'a pas de colonne « \(name.text) »",
        en: "\(file) has no column “\(name.text)”"),
      at: name.location,
      fix: suggestion.map {
        Bilingual(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      })
  }

  static func columnNotDescribed(_ columns: [ExportColumn], _ file: String) -> Problem {
    let names = columns.prefix(5).map { "« \(PersonalMask.masked($0.heading)) »" }.joined(
      separator: ", ")
    let more = columns.count > 5 ? " …" : ""
    return Problem(
      .note, "columns-not-described",
      Bilingual(
        fr:
          "\(columns.count) colonne(s) que le questionnaire ne décrit pas, ni lues ni gardées : \(names)\(more)",
        en:
          "\(columns.count) column(s) that the questionnaire does not describe, neither read nor kept: \(names)\(more)"
      ),
      at: SourceLocation(file: file))
  }

  private static func optionLine(_ label: String) -> String { "options: { …: \"\(label)\" }" }
}
