internal import SurveyModel

/// A line an answer: respondent, question, answer. Never read as such before a person declares the
/// three columns; what looks like it is said.
enum LongTable: DialectReading {
  static let tools: [Dialect] = [.long]

  private static let questions: Set<String> = [
    "question", "questions", "question id", "id question", "question code", "code question",
    "questionid", "variable", "item",
  ]
  private static let answers: Set<String> = [
    "answer", "answers", "reponse", "reponses", "response", "valeur", "value", "answer text",
    "formatted value",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    guard let long = form(head) else { return nil }
    var layout = layout(head, as: .long)
    layout.confidence = .low
    layout.evidence = [
      Bilingual(
        fr:
          "\(layout.columns.count) colonnes, dont « \(long.question.text) » et « \(long.answer.text) » ; « \(long.respondent.text) » se répète",
        en:
          "\(layout.columns.count) columns, “\(long.question.text)” and “\(long.answer.text)” among them; “\(long.respondent.text)” repeats"
      )
    ]
    layout.remarks = [.longForm(long)]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    var layout = PlainSpreadsheet.layout(head, headerRecords: 1)
    layout.dialect = dialect
    return layout
  }

  /// The three columns that the headings show.
  static func form(_ head: HeadRecords) -> LongForm? {
    let headings = head.texts(0).map(trimmedText)
    guard (3...6).contains(headings.count), head.records.count > 3,
      let question = headings.firstIndex(where: { questions.contains(name($0)) }),
      let answer = headings.firstIndex(where: { answers.contains(name($0)) })
    else { return nil }
    let respondent = headings.indices.first { position in
      guard position != question, position != answer else { return false }
      let texts = head.column(position, from: 1).map { trimmedText($0.text) }
      return Set(texts).count * 3 <= texts.count * 2 && Set(texts).count > 1
    }
    guard let respondent else { return nil }
    return LongForm(
      respondent: ColumnName(headings[respondent]), question: ColumnName(headings[question]),
      answer: ColumnName(headings[answer]))
  }

  private static func name(_ heading: String) -> String {
    String(foldedPlace(heading).map { $0 == "_" ? " " : $0 })
  }
}
