internal import SurveyModel

/// Le Sphinx: an empty first record, headings in the second, the first one empty over the
/// observation number; several answers in columns `Question_1 … Question_n` filled from the left.
enum Sphinx: DialectReading {
  static let tools: [Dialect] = [.sphinx]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let first = head.texts(0)
    let hasEmptyFirst = first.count > 1 && first.allSatisfy { trimmedText($0).isEmpty }
    let header = hasEmptyFirst ? 1 : 0
    let headings = head.texts(header)
    let system = headings.contains { ["DATE_SAISIE", "PROGRESSION"].contains($0) }
    let precise = headings.contains { isPrecision($0) }
    guard
      system || (hasEmptyFirst && headings.first.map { trimmedText($0).isEmpty } == true)
        || (precise && headings.contains { splitNumbered($0) != nil })
    else { return nil }
    var layout = layout(head, as: .sphinx)
    layout.confidence = .high
    layout.evidence = [
      Bilingual(
        fr: "colonnes numérotées _1, _2… et « Si 'Autre' précisez »",
        en: "numbered columns _1, _2… and “Si 'Autre' précisez”")
    ]
    if hasEmptyFirst {
      layout.evidence.insert(
        Bilingual(fr: "premier enregistrement vide", en: "empty first record"), at: 0)
    }
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let first = head.texts(0)
    let hasEmptyFirst = first.count > 1 && first.allSatisfy { trimmedText($0).isEmpty }
    let header = hasEmptyFirst ? 1 : 0
    let headings = head.texts(header)
    var columns: [ExportColumn] = []
    for (position, heading) in headings.enumerated() {
      var column = ExportColumn(
        position: position, heading: heading, question: trimmedText(heading),
        role: roleOfHeading(heading))
      if let parts = splitNumbered(heading), hasSibling(parts.question, headings) {
        column.question = trimmedText(parts.question)
        column.item = String(parts.number)
      }
      if isPrecision(heading) { column.role = .otherText }
      if position == 0 && trimmedText(heading).isEmpty { column.role = .metadata }
      columns.append(column)
    }
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: [], headerRecords: header + 1,
      columns: columns)
  }

  private static func isPrecision(_ heading: String) -> Bool {
    foldedLabel(heading).hasPrefix("si 'autre' précisez")
  }

  private static func hasSibling(_ question: String, _ headings: [String]) -> Bool {
    headings.contains("\(question)_1") && headings.contains("\(question)_2")
  }
}
