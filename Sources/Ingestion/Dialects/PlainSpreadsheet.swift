internal import SurveyModel

/// A table from any tool: the fallback, and the base of the dialects whose headings need no more. Of
/// these `read` finds the phone survey, so that headings are looked at once.
/// Titles above the headings, and headings on two rows with merged cells, are recognised.
enum PlainSpreadsheet: DialectReading {
  static let tools: [Dialect] = [.plain]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let plain = layout(head, as: .plain)
    return PhoneSheet.read(head, plain: plain) ?? plain
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let titles = HeadingRows.titleRecords(head)
    let rows = HeadingRows.count(head, below: titles)
    var layout = layout(head, headerRecords: titles + rows)
    if titles > 0 {
      layout.confidence = .low
      layout.evidence.append(
        Bilingual(
          fr: "\(titles) enregistrement(s) de titre au-dessus des intitulés",
          en: "\(titles) title record(s) above the headings"))
    }
    if rows > 1 {
      layout.confidence = .low
      layout.evidence.append(
        Bilingual(
          fr: "une deuxième ligne d'intitulés, sans aucune réponse",
          en: "a second row of headings, without any answer"))
      layout.remarks.append(.headingRows(titles, rows))
    } else {
      let nameless = layout.columns.filter { column in
        column.role == .nameless
          && head.column(column.position, from: titles + 1).contains {
            !trimmedText($0.text).isEmpty
          }
      }.map(\.position)
      if nameless.count > 1 { layout.remarks.append(.emptyHeadings(nameless, titles + 1)) }
    }
    return layout
  }

  /// - Parameter headerRecords: the records above the first answer: titles, then headings.
  static func layout(_ head: HeadRecords, headerRecords: Int) -> ExportLayout {
    let titles = min(HeadingRows.titleRecords(head), max(0, headerRecords - 1))
    return ExportLayout(
      dialect: .plain, confidence: .medium,
      evidence: [
        Bilingual(
          fr: "aucune signature d'un outil d'enquête connu",
          en: "no signature of a known survey tool")
      ],
      headerRecords: headerRecords,
      columns: HeadingRows.columns(head, rows: titles..<max(titles + 1, headerRecords)))
  }

  /// A column whose heading may be `Question [Item]`.
  static func column(_ position: Int, _ heading: String) -> ExportColumn {
    let parts = splitBracketed(heading)
    return ExportColumn(
      position: position, heading: heading, question: parts?.question ?? trimmedText(heading),
      item: parts?.item, role: roleOfHeading(heading))
  }
}
