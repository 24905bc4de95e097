internal import SurveyModel

/// Cap Collectif, the platform of the Grand Débat: one heading record, questions headed
/// `Q<id in base64> - wording` or `Q169 - wording`, several answers joined by `|`.
enum CapCollectif: DialectReading {
  static let tools: [Dialect] = [.capCollectif]

  private static let metadata: Set<String> = [
    "id", "reference", "title", "slug", "url", "createdat", "publishedat", "updatedat",
    "trashed", "trashedstatus", "trashedat", "authorid", "authortype", "votescount", "published",
    "status", "step", "contributions_id", "contribution_type", "anonymous", "draft",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let headings = head.texts(0)
    let folded = Set(headings.map(foldedLabel))
    let questions = headings.count { question(of: $0) != nil }
    let hasAuthor = folded.contains("authorid") || folded.contains("authorzipcode")
    guard hasAuthor && (questions >= 1 || folded.contains("createdat")) else { return nil }
    var layout = layout(head, as: .capCollectif)
    layout.confidence = questions >= 1 ? .certain : .high
    layout.evidence = [
      Bilingual(
        fr: "colonnes « authorId »…, \(questions) intitulés de la forme Q… - question",
        en: "columns “authorId”…, \(questions) headings of the form Q… - question")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let columns = head.texts(0).enumerated().map { position, heading -> ExportColumn in
      let folded = foldedLabel(heading)
      if folded == "authorzipcode" {
        // A postcode is no address: it is what the contributions are crossed by.
        return ExportColumn(position: position, heading: heading, code: heading)
      }
      if metadata.contains(folded) {
        return ExportColumn(
          position: position, heading: heading, code: heading,
          role: folded == "authorid" ? .personal : .metadata)
      }
      guard let parts = question(of: heading) else {
        return ExportColumn(position: position, heading: heading, role: roleOfHeading(heading))
      }
      return ExportColumn(
        position: position, heading: parts.wording, code: parts.code,
        role: roleOfHeading(parts.wording))
    }
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: [], headerRecords: 1, columns: columns,
      separator: "|")
  }

  /// `QUXVlc3Rpb246MTY5 - Wording` and `Q169 - Wording` → (`Q169`, `Wording`): the two forms name
  /// the same question.
  static func question(of heading: String) -> (code: String, wording: String)? {
    let text = trimmedText(heading)
    guard text.hasPrefix("Q"), let dash = text.firstRange(of: " - ") else { return nil }
    let id = String(text[text.index(after: text.startIndex)..<dash.lowerBound])
    let wording = trimmedText(String(text[dash.upperBound...]))
    guard !id.isEmpty, !wording.isEmpty else { return nil }
    if id.utf8.allSatisfy({ (48...57).contains($0) }) { return ("Q\(id)", wording) }
    guard let decoded = base64(id), decoded.hasPrefix("Question:") else { return nil }
    return ("Q" + decoded.dropFirst("Question:".count), wording)
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of a base64 word; `nil` where it is none.
  private static func base64(_ text: String) -> String? {
    var bits: UInt32 = 0
    var count = 0
    var bytes: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      bits = (bits << 6) | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8((bits >> UInt32(count)) & 0xFF))
      }
    }
    return bytes.allSatisfy { (0x20...0x7E).contains($0) } && !bytes.isEmpty
      ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
