internal import SurveyModel

/// SurveyMonkey, condensed: two heading records, every question in one column, several answers
/// joined by `, `.
enum SurveyMonkeyCondensed: DialectReading {
  static let tools: [Dialect] = [.surveyMonkeyCondensed]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    guard SurveyMonkey.hasSignature(head) else { return nil }
    let top = head.texts(0).map(trimmedText)
    let under = head.texts(1).map(trimmedText)
    let isCondensed = under.indices.allSatisfy { position in
      let item = under[position]
      return item.isEmpty || SurveyMonkey.isResponse(item)
        || (SurveyMonkey.isOther(item) && position < top.count && top[position].isEmpty)
    }
    guard isCondensed else { return nil }
    var layout = layout(head, as: .surveyMonkeyCondensed)
    layout.confidence = .high
    layout.evidence = [
      Bilingual(
        fr: "deuxième enregistrement fait de « Response » : une colonne par question",
        en: "second record made of “Response”: a column a question")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    var layout = SurveyMonkey.layout(head, as: .surveyMonkey)
    layout.dialect = dialect
    layout.separator = ", "
    return layout
  }
}
