internal import SurveyModel

/// KoboToolbox: one heading record, a second one of `#hxl` tags where they were asked for; groups
/// and options behind `/`; several answers as `question/option` columns, in one cell joined by a
/// space, or both. Nothing tells a blank of a skipped question from one without an answer.
enum Kobo: DialectReading {
  static let tools: [Dialect] = [.kobo]

  private static let metadata: Set<String> = [
    "start", "end", "today", "_id", "_uuid", "_submission_time", "_validation_status", "_notes",
    "_status", "__version__", "_tags", "_index", "_attachments", "_xform_id_string",
    "formhub/uuid", "meta/instanceid", "meta/rootuuid", "audit", "_parent_index",
    "_parent_table_name", "_version_",
  ]
  private static let personal: Set<String> = [
    "deviceid", "username", "simserial", "phonenumber", "subscriberid", "_submitted_by",
    "_geolocation", "email", "imei",
  ]
  private static let gps = ["_latitude", "_longitude", "_altitude", "_precision"]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let headings = Set(head.texts(0).map(foldedLabel))
    guard headings.contains("_uuid"),
      headings.contains("_submission_time") || headings.contains("_id")
    else { return nil }
    var layout = layout(head, as: .kobo)
    layout.confidence = .certain
    layout.evidence.insert(
      Bilingual(
        fr: "colonnes « _uuid » et « _submission_time »",
        en: "columns “_uuid” and “_submission_time”"), at: 0)
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let second = head.texts(1).filter { !trimmedText($0).isEmpty }
    let hasTags = !second.isEmpty && second.allSatisfy { trimmedText($0).hasPrefix("#") }
    let rows = hasTags ? 2 : 1
    let built = XFormColumns(head, headerRecords: rows) { heading in
      let folded = foldedLabel(heading)
      if metadata.contains(folded) { return .metadata }
      if personal.contains(folded) || gps.contains(where: folded.hasSuffix) { return .personal }
      return nil
    }
    var layout = ExportLayout(
      dialect: dialect, confidence: .medium, evidence: built.evidence, headerRecords: rows,
      columns: built.columns, separator: " ", ranking: .ranks)
    if hasTags {
      layout.evidence.append(
        Bilingual(fr: "deuxième ligne d'étiquettes #hxl", en: "second row of #hxl tags"))
    }
    let headings = built.columns.map { foldedLabel($0.heading) }
    if let index = headings.firstIndex(where: ["_parent_index", "_parent_table_name"].contains) {
      layout.remarks.append(.repeatFile(built.columns[index].heading))
    }
    let repeats = built.columns.map(\.heading).filter { heading in
      heading.hasSuffix("_count") && headings.contains(foldedLabel(heading))
        && !headings.contains(foldedLabel(String(heading.dropLast(6))))
    }
    if !repeats.isEmpty {
      layout.remarks.append(.repeatsLeftOut(repeats.map { String($0.dropLast(6)) }))
    }
    return layout
  }
}
