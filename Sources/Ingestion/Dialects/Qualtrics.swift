internal import SurveyModel

/// Qualtrics: three heading records (tags, wordings, `{"ImportId":…}`), or two before 2016.
enum Qualtrics: DialectReading {
  static let tools: [Dialect] = [.qualtrics, .qualtricsLegacy]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let third = head.texts(2)
    if let cell = third.first, cell.hasPrefix("{\"ImportId\":") {
      return found(
        head, .qualtrics,
        Bilingual(
          fr: "troisième enregistrement fait de {\"ImportId\":…}",
          en: "third record made of {\"ImportId\":…}"))
    }
    let first = head.texts(0)
    let second = head.texts(1)
    if first.first == "V1", second.first == "ResponseID" {
      return found(
        head, .qualtricsLegacy,
        Bilingual(
          fr: "intitulés V1, V2… puis ResponseID", en: "headings V1, V2… then ResponseID"))
    }
    return nil
  }

  private static func found(
    _ head: HeadRecords, _ dialect: Dialect, _ evidence: Bilingual
  ) -> ExportLayout {
    var layout = layout(head, as: dialect)
    layout.confidence = .certain
    layout.evidence = [evidence]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let tags = head.texts(0)
    let wordings = head.texts(1)
    let columns = tags.enumerated().map { position, tag in
      let wording = position < wordings.count ? trimmedText(wordings[position]) : ""
      let byTag = roleOfHeading(tag)
      let role = byTag == .answer ? roleOfHeading(wording) : byTag
      return ExportColumn(
        position: position, heading: wording.isEmpty ? tag : wording, code: tag,
        question: wording.isEmpty ? tag : wording,
        role: tag.isEmpty ? .nameless : tag.hasSuffix("_TEXT") ? .otherText : role)
    }
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: [],
      headerRecords: dialect == .qualtrics ? 3 : 2, columns: columns, separator: ",",
      ranking: .items)
  }
}
