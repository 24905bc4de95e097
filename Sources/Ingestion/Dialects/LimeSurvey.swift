internal import SurveyModel

/// LimeSurvey, with answer codes or full answers: one heading record, a column per option or row
/// headed `Question [Item]` or `CODE[SUB]`. In the tool's own bytes every value is quoted and a
/// question that was not displayed is an empty cell without quotes; full answers also write `N/A`.
enum LimeSurvey: DialectReading {
  static let tools: [Dialect] = [.limeSurveyCodes, .limeSurveyText]

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
      return found(
        head, .limeSurveyCodes, .certain,
        Bilingual(
          fr: "premières colonnes « \(headings.prefix(4).joined(separator: ", ")) »",
          en: "first columns “\(headings.prefix(4).joined(separator: ", "))”"))
    }
    if headings.count(where: isBracketedCode) >= 3 {
      return found(
        head, .limeSurveyCodes, .high,
        Bilingual(
          fr: "intitulés de la forme CODE[SOUS-QUESTION]",
          en: "headings of the form CODE[SUBQUESTION]"))
    }
    let bracketed = headings.count { splitBracketed($0) != nil }
    let hasID = firsts.contains(where: idHeadings.contains)
    if hasID && (firsts.contains(where: textHeadings.contains) || bracketed >= 3) {
      return found(
        head, .limeSurveyText, .high,
        Bilingual(
          fr: "première colonne « \(headings[0]) » et \(bracketed) intitulés finissant par […]",
          en: "first column “\(headings[0])” and \(bracketed) headings ending in […]"))
    }
    return renamedCodes(head)
  }

  /// Codes under headings that somebody renamed: the tool's number first, columns of `Y` and `N`.
  private static func renamedCodes(_ head: HeadRecords) -> ExportLayout? {
    let headings = head.texts(0)
    let ids = Set(idHeadings.map(foldedPlace))
    guard let first = headings.first, ids.contains(foldedPlace(first)) else { return nil }
    let ticks = headings.indices.count { position in
      let texts = Set(head.column(position, from: 1).map { trimmedText($0.text) })
      return !texts.isDisjoint(with: ["Y", "N"]) && texts.isSubset(of: ["Y", "N", ""])
    }
    guard ticks >= 2 else { return nil }
    return found(
      head, .limeSurveyCodes, .medium,
      Bilingual(
        fr: "première colonne « \(first) », \(ticks) colonnes de Y et N",
        en: "first column “\(first)”, \(ticks) columns of Y and N"))
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

  private static func found(
    _ head: HeadRecords, _ dialect: Dialect, _ confidence: ExportLayout.Confidence,
    _ evidence: Bilingual
  ) -> ExportLayout {
    var layout = layout(head, as: dialect)
    layout.confidence = confidence
    layout.evidence.insert(evidence, at: 0)
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let columns = head.texts(0).enumerated().map { position, heading in
      column(position, heading, dialect)
    }
    let quotesEverything = head.records.dropFirst().allSatisfy { record in
      record.allSatisfy { $0.wasQuoted || $0.text.isEmpty }
    }
    var evidence: [Bilingual] = []
    if quotesEverything {
      evidence.append(
        Bilingual(
          fr:
            "toutes les valeurs sont entre guillemets : une cellule vide sans guillemets est une question non posée",
          en: "every value is quoted: an empty cell without quotes is a question not displayed"))
    }
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: evidence, headerRecords: 1,
      columns: columns, unquotedEmptyIsNotDisplayed: quotesEverything,
      missing: [MissingValue("N/A", .notDisplayed)], ranking: .ranks)
  }

  private static let otherItems: Set<String> = ["autre", "other", "otro", "andere"]
  private static let commentItems: Set<String> = [
    "comment", "commentaire", "commentaires", "comentario", "kommentar",
  ]

  private static func column(
    _ position: Int, _ heading: String, _ dialect: Dialect
  ) -> ExportColumn {
    var column = PlainSpreadsheet.column(position, heading)
    let item = foldedLabel(column.item ?? "")
    if dialect == .limeSurveyCodes, column.item != nil { column.code = column.heading }
    if otherItems.contains(item) { column.role = .otherText }
    let isCode = dialect == .limeSurveyCodes && item.utf8.count > 7
    if commentItems.contains(item) || (isCode && item.hasSuffix("comment")) {
      column.role = .comment
    } else if let item = column.item, let row = splitBracketed(column.question) {
      // Two scales of one row: `Q1[SQ001][1]`.
      column.question = row.question
      column.item = "\(row.item) · \(item)"
    }
    if isTiming(heading) { column.role = .metadata }
    return column
  }

  private static func isTiming(_ heading: String) -> Bool {
    let folded = foldedLabel(heading)
    return folded.hasPrefix("durée pour la question") || folded.hasPrefix("durée pour le groupe")
      || folded.hasPrefix("question time:") || folded.hasPrefix("group time:")
      || folded.hasPrefix("temps total")
  }
}
