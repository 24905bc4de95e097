internal import SurveyModel

/// SurveyMonkey, expanded: two heading records, the question on the first column of its block, the
/// option, row or `Response` under it.
enum SurveyMonkey: DialectReading {
  private static let responseWords: Set<String> = [
    "response", "réponse", "open-ended response", "réponse ouverte",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let top = head.texts(0)
    let under = head.texts(1)
    guard let first = top.first, ["respondentid", "respondent id"].contains(foldedLabel(first)),
      let firstUnder = under.first, trimmedText(firstUnder).isEmpty,
      under.contains(where: { responseWords.contains(foldedLabel($0)) })
    else { return nil }
    var question = ""
    var columns: [ExportColumn] = []
    for position in 0..<max(top.count, under.count) {
      let heading = position < top.count ? trimmedText(top[position]) : ""
      let item = position < under.count ? trimmedText(under[position]) : ""
      if !heading.isEmpty { question = heading }
      let isSingle = item.isEmpty || responseWords.contains(foldedLabel(item))
      var role = roleOfHeading(question)
      if foldedLabel(item).hasPrefix("other (") || foldedLabel(item).hasPrefix("autre (") {
        role = .otherText
      }
      columns.append(
        ExportColumn(
          position: position, heading: isSingle ? question : "\(question) [\(item)]",
          question: question, item: isSingle ? nil : item, role: role))
    }
    return ExportLayout(
      dialect: .surveyMonkey, confidence: .high,
      evidence: [
        Bilingual(
          fr: "première colonne « \(first) », deuxième enregistrement avec « Response »",
          en: "first column “\(first)”, second record with “Response”")
      ],
      headerRecords: 2, columns: columns)
  }
}
