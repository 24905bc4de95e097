internal import SurveyModel

/// A table with one heading record, from any tool: the fallback, and the base of the dialects whose
/// headings need no more.
enum PlainSpreadsheet: DialectReading {
  static func read(_ head: HeadRecords) -> ExportLayout? {
    let header = headerRecord(head)
    var layout = layout(head, headerRecord: header)
    if header > 0 {
      layout.confidence = .low
      layout.evidence.append(
        Bilingual(
          fr: "\(header) enregistrement(s) de titre au-dessus des intitulés",
          en: "\(header) title record(s) above the headings"))
    }
    return layout
  }

  /// Records above the headings that may be titles.
  private static let mostTitles = 10

  /// The first record with more than one filled cell: a title fills one, an empty line none. A
  /// table of one column has no title that could be told from its heading.
  private static func headerRecord(_ head: HeadRecords) -> Int {
    guard head.width > 1 else { return 0 }
    return head.records.prefix(mostTitles + 1).firstIndex { record in
      record.count { !trimmedText($0.text).isEmpty } > 1
    } ?? 0
  }

  /// - Parameter headerRecord: the record that holds the headings; those above it are titles.
  static func layout(_ head: HeadRecords, headerRecord: Int) -> ExportLayout {
    let headings = head.texts(headerRecord)
    return ExportLayout(
      dialect: .plain, confidence: .medium,
      evidence: [
        Bilingual(
          fr: "aucune signature d'un outil d'enquête connu",
          en: "no signature of a known survey tool")
      ],
      headerRecords: headerRecord + 1,
      columns: headings.enumerated().map { position, heading in
        column(position, heading)
      })
  }

  /// A column whose heading may be `Question [Item]`.
  static func column(_ position: Int, _ heading: String) -> ExportColumn {
    let parts = splitBracketed(heading)
    return ExportColumn(
      position: position, heading: heading, question: parts?.question ?? trimmedText(heading),
      item: parts?.item, role: roleOfHeading(heading))
  }
}
