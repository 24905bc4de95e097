internal import SurveyModel

/// Microsoft Forms, saved as CSV by Excel: one heading record, several answers and the order of a
/// ranking in one cell, each followed by `;`, a column a statement of a grid.
enum MicrosoftForms: DialectReading {
  static let tools: [Dialect] = [.microsoftForms]

  private static let times: [(start: String, end: String)] = [
    ("heure de début", "heure de fin"), ("start time", "completion time"),
  ]
  private static let named: Set<String> = [
    "nom", "name", "email", "adresse de messagerie", "adresse e-mail",
  ]
  private static let tool: Set<String> = [
    "id", "heure de début", "heure de fin", "start time", "completion time",
    "heure de la dernière modification", "last modified time", "langue", "language",
    "total points", "total des points", "quiz feedback", "commentaires sur le questionnaire",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let headings = head.texts(0).prefix(8).map(foldedLabel)
    guard headings.first == "id",
      let pair = times.first(where: { headings.contains($0.start) && headings.contains($0.end) })
    else { return nil }
    var layout = layout(head, as: .microsoftForms)
    layout.confidence = .certain
    layout.evidence = [
      Bilingual(
        fr: "premières colonnes « ID », « \(pair.start) », « \(pair.end) »",
        en: "first columns “ID”, “\(pair.start)”, “\(pair.end)”")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    var layout = PlainSpreadsheet.layout(head, headerRecords: 1)
    layout.dialect = dialect
    layout.separator = ";"
    layout.ranking = .cell(separator: ";")
    for index in layout.columns.indices {
      let heading = foldedLabel(layout.columns[index].heading)
      if index < 8, tool.contains(heading) { layout.columns[index].role = .metadata }
      if index < 8, named.contains(heading) { layout.columns[index].role = .personal }
      // Marks of a quiz, behind each question.
      if ["points - ", "feedback - ", "commentaires - "].contains(where: heading.hasPrefix) {
        layout.columns[index].role = .metadata
      }
    }
    return layout
  }
}
