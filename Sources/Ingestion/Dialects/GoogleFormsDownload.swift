internal import SurveyModel

/// Google Forms, "Download responses (.csv)": everything quoted, several answers in one cell joined
/// by `;`, times such as `2021/03/04 5:06:07 PM UTC+1`.
enum GoogleFormsDownload: DialectReading {
  static let tools: [Dialect] = [.googleFormsDownload]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    guard let first = head.texts(0).first, GoogleForms.timeHeadings.contains(foldedLabel(first))
    else { return nil }
    let times = head.column(0, from: 1).map(\.text).filter { !$0.isEmpty }
    guard !times.isEmpty, times.allSatisfy(isZonedTime) else { return nil }
    var layout = layout(head, as: .googleFormsDownload)
    layout.confidence = .certain
    layout.evidence = [
      Bilingual(
        fr: "« \(trimmedText(first)) » en tête, des heures de la forme « 5:06:07 PM UTC+1 »",
        en: "“\(trimmedText(first))” first, times of the form “5:06:07 PM UTC+1”")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    var layout = PlainSpreadsheet.layout(head, headerRecords: 1)
    layout.dialect = dialect
    layout.separator = ";"
    return layout
  }

  /// A date with the year first, and a zone: the sheet writes neither.
  private static func isZonedTime(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count >= 3, let zone = words.last, words[0].utf8.count == 10,
      words[0].prefix(4).utf8.allSatisfy({ (48...57).contains($0) })
    else { return false }
    return zone.hasPrefix("UTC") || zone.hasPrefix("GMT")
  }
}
