internal import SurveyModel

/// SurveyMonkey, expanded: two heading records, the question on the first column of its block, the
/// option, row or `Response` under it. A box that is not ticked is empty, or `Not selected`.
enum SurveyMonkey: DialectReading {
  static let tools: [Dialect] = [.surveyMonkey]

  private static let responseWords: Set<String> = [
    "response", "réponse", "open-ended response", "réponse ouverte",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    guard hasSignature(head), let first = head.texts(0).first else { return nil }
    var layout = layout(head, as: .surveyMonkey)
    layout.confidence = .high
    layout.evidence = [
      Bilingual(
        fr: "première colonne « \(first) », deuxième enregistrement avec « Response »",
        en: "first column “\(first)”, second record with “Response”")
    ]
    return layout
  }

  static func hasSignature(_ head: HeadRecords) -> Bool {
    let under = head.texts(1)
    guard let first = head.texts(0).first,
      ["respondentid", "respondent id", "id du répondant"].contains(foldedLabel(first)),
      let firstUnder = under.first
    else { return false }
    return trimmedText(firstUnder).isEmpty && under.contains(where: isResponse)
  }

  static func isResponse(_ item: String) -> Bool { responseWords.contains(foldedLabel(item)) }

  static func isOther(_ item: String) -> Bool {
    foldedLabel(item).hasPrefix("other (") || foldedLabel(item).hasPrefix("autre (")
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let top = head.texts(0)
    let under = head.texts(1)
    var question = ""
    var columns: [ExportColumn] = []
    for position in 0..<max(top.count, under.count) {
      let heading = position < top.count ? trimmedText(top[position]) : ""
      let item = position < under.count ? trimmedText(under[position]) : ""
      if !heading.isEmpty { question = heading }
      let isSingle = item.isEmpty || isResponse(item)
      columns.append(
        ExportColumn(
          position: position, heading: isSingle ? question : "\(question) [\(item)]",
          question: question, item: isSingle ? nil : item,
          role: isOther(item) ? .otherText : roleOfHeading(question)))
    }
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: [], headerRecords: 2, columns: columns,
      ranking: .items)
  }
}
