internal import SurveyModel

/// ODK Central: one heading record, `SubmissionDate` first and `KEY` near the end, groups joined by
/// `-`, several answers in one cell joined by a space, and perhaps in `question/option` columns,
/// where 0 also stands for a question that was not answered.
enum ODKCentral: DialectReading {
  static let tools: [Dialect] = [.odkCentral]

  private static let metadata: Set<String> = [
    "submissiondate", "key", "parent_key", "attachmentspresent", "attachmentsexpected", "status",
    "reviewstate", "edits", "formversion", "instanceid", "meta-instanceid", "meta-instancename",
    "start", "end", "today",
  ]
  private static let personal: Set<String> = [
    "submitterid", "submittername", "deviceid", "username", "phonenumber", "simserial",
    "subscriberid", "email",
  ]
  private static let gps = ["-latitude", "-longitude", "-altitude", "-accuracy"]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let headings = head.texts(0).map(foldedLabel)
    guard headings.contains("key"),
      headings.first == "submissiondate" || headings.contains("parent_key")
    else { return nil }
    var layout = layout(head, as: .odkCentral)
    layout.confidence = .certain
    layout.evidence.insert(
      headings.first == "submissiondate"
        ? Bilingual(
          fr: "colonnes « SubmissionDate » et « KEY »", en: "columns “SubmissionDate” and “KEY”")
        : Bilingual(
          fr: "colonnes « PARENT_KEY » et « KEY »", en: "columns “PARENT_KEY” and “KEY”"), at: 0)
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let built = XFormColumns(head, headerRecords: 1) { heading in
      let folded = foldedLabel(heading)
      if metadata.contains(folded) || folded.hasPrefix("set-of-") { return .metadata }
      if personal.contains(folded) || gps.contains(where: folded.hasSuffix) { return .personal }
      return nil
    }
    var layout = ExportLayout(
      dialect: dialect, confidence: .medium, evidence: built.evidence, headerRecords: 1,
      columns: built.columns, separator: " ", ranking: .cell(separator: " "))
    if built.columns.contains(where: { foldedLabel($0.heading) == "parent_key" }) {
      layout.remarks.append(.repeatFile("PARENT_KEY"))
    }
    let repeats = built.columns.map(\.heading).filter { foldedLabel($0).hasPrefix("set-of-") }
    if !repeats.isEmpty {
      layout.remarks.append(.repeatsLeftOut(repeats.map { String($0.dropFirst(7)) }))
    }
    return layout
  }
}
