internal import SurveyModel

/// LimeSurvey, with answer codes or full answers: one heading record, a column per option or row
/// headed `Question [Item]` or `CODE[SUB]`. In the tool's own bytes every value is quoted and a
/// question that was not displayed is an empty cell without quotes; full answers also write `N/A`.
enum LimeSurvey: DialectReading {
  private static let idHeadings: Set<String> = [
    "id de la réponse", "id réponse", "response id", "answer id",
  ]
  private static let textHeadings: Set<String> = [
    "date de soumission", "dernière page", "langue de départ", "tête de série", "langue",
    "date submitted", "last page", "start language", "seed",
  ]
  private static let codeHeadings: Set<String> = [
    "id", "submitdate", "lastpage", "startlanguage", "seed",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let headings = head.texts(0)
    let firsts = headings.prefix(6).map(foldedLabel)
    if firsts.contains("id") && firsts.count(where: codeHeadings.contains) >= 3 {
      return layout(
        head, .limeSurveyCodes, .certain,
        Bilingual(
          fr: "premières colonnes « \(headings.prefix(4).joined(separator: ", ")) »",
          en: "first columns “\(headings.prefix(4).joined(separator: ", "))”"))
    }
    if headings.count(where: isBracketedCode) >= 3 {
      return layout(
        head, .limeSurveyCodes, .high,
        Bilingual(
          fr: "intitulés de la forme CODE[SOUS-QUESTION]",
          en: "headings of the form CODE[SUBQUESTION]"))
    }
    let bracketed = headings.count { splitBracketed($0) != nil }
    let hasID = firsts.contains(where: idHeadings.contains)
    if hasID && (firsts.contains(where: textHeadings.contains) || bracketed >= 3) {
      return layout(
        head, .limeSurveyText, .high,
        Bilingual(
          fr: "première colonne « \(headings[0]) » et \(bracketed) intitulés finissant par […]",
          en: "first column “\(headings[0])” and \(bracketed) headings ending in […]"))
    }
    return nil
  }

  private static func isBracketedCode(_ heading: String) -> Bool {
    guard let parts = splitBracketed(heading) else { return false }
    return [parts.question, parts.item].allSatisfy { part in
      !part.isEmpty && part.utf8.count <= 30
        && part.utf8.allSatisfy { byte in
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == 95
        }
    }
  }

  private static func layout(
    _ head: HeadRecords, _ dialect: Dialect, _ confidence: ExportLayout.Confidence,
    _ evidence: Bilingual
  ) -> ExportLayout {
    var columns = head.texts(0).enumerated().map { position, heading in
      PlainSpreadsheet.column(position, heading)
    }
    let otherItems: Set<String> = ["autre", "other", "otro", "andere"]
    for index in columns.indices {
      let item = foldedLabel(columns[index].item ?? "")
      if otherItems.contains(item) { columns[index].role = .otherText }
      if dialect == .limeSurveyCodes, splitBracketed(columns[index].heading) != nil {
        columns[index].code = columns[index].heading
      }
      if isTiming(columns[index].heading) { columns[index].role = .metadata }
    }
    let quotesEverything = head.records.dropFirst().allSatisfy { record in
      record.allSatisfy { $0.wasQuoted || $0.text.isEmpty }
    }
    var evidence = [evidence]
    if quotesEverything {
      evidence.append(
        Bilingual(
          fr:
            "toutes les valeurs sont entre guillemets : une cellule vide sans guillemets est une question non posée",
          en: "every value is quoted: an empty cell without quotes is a question not displayed"))
    }
    return ExportLayout(
      dialect: dialect, confidence: confidence, evidence: evidence, headerRecords: 1,
      columns: columns, unquotedEmptyIsNotDisplayed: quotesEverything,
      missing: dialect == .limeSurveyText ? [MissingValue("N/A", .notDisplayed)] : [])
  }

  private static func isTiming(_ heading: String) -> Bool {
    let folded = foldedLabel(heading)
    return folded.hasPrefix("durée pour la question") || folded.hasPrefix("durée pour le groupe")
      || folded.hasPrefix("question time:") || folded.hasPrefix("group time:")
      || folded.hasPrefix("temps total")
  }
}
