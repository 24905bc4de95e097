internal import SurveyModel

/// Google Forms, as the linked sheet is downloaded: one heading record, the time first, several
/// answers in one cell joined by `, `, and an "other" that is the typed text itself.
enum GoogleForms: DialectReading {
  static let tools: [Dialect] = [.googleForms]

  static let timeHeadings: Set<String> = [
    "horodateur", "timestamp", "marca temporal", "zeitstempel",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    guard let first = head.texts(0).first,
      timeHeadings.contains(foldedLabel(first))
    else { return nil }
    var layout = layout(head, as: .googleForms)
    layout.confidence = .high
    layout.evidence = [
      Bilingual(
        fr: "la première colonne s'appelle « \(first) »",
        en: "the first column is called “\(first)”")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    var layout = PlainSpreadsheet.layout(head, headerRecords: 1)
    layout.dialect = dialect
    layout.separator = ", "
    return layout
  }
}
