internal import SurveyModel

/// Drupal Webform 8 and later: one heading record, several answers joined by `;` or in columns
/// headed `Question: Option` with `X`, rows of a grid headed likewise.
enum DrupalWebform: DialectReading {
  static let tools: [Dialect] = [.drupalWebform]

  private static let metadata: Set<String> = Set(
    [
      "Serial number", "Numéro de série", "Submission ID", "Identifiant de soumission", "UUID",
      "Token", "Submission URI", "Submission update URI", "Created", "Créé", "Completed",
      "Complété", "Terminé", "Changed", "Modifié", "Is draft", "In draft", "Brouillon",
      "Current page", "Page actuelle", "Language", "Langue", "Webform", "Locked", "Sticky",
      "Submitted to: Entity type", "Submitted to: Entity ID", "Submitted to: Entity title",
      "Submitted to: Entity URL",
    ].map(foldedLabel))
  private static let personal: Set<String> = Set(
    [
      "Remote IP address", "Adresse IP distante", "Submitted by: ID", "Submitted by: Title",
      "Submitted by: URL", "Submitted by", "Soumis par", "Notes",
    ].map(foldedLabel))

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let firsts = Set(head.texts(0).prefix(20).map(foldedLabel))
    guard !firsts.isDisjoint(with: ["serial number", "numéro de série"]),
      !firsts.isDisjoint(with: ["submission id", "identifiant de soumission", "uuid"]),
      !firsts.isDisjoint(with: ["completed", "complété", "terminé", "changed", "modifié"])
    else { return nil }
    var layout = layout(head, as: .drupalWebform)
    layout.confidence = .medium
    layout.evidence = [
      Bilingual(
        fr: "colonnes « Serial number », « Submission ID », « Completed »",
        en: "columns “Serial number”, “Submission ID”, “Completed”")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let headings = head.texts(0).map(trimmedText)
    var counts: [String: Int] = [:]
    for heading in headings {
      if let parts = split(heading) { counts[parts.question, default: 0] += 1 }
    }
    let columns = headings.enumerated().map { position, heading -> ExportColumn in
      let folded = foldedLabel(heading)
      var column = ExportColumn(position: position, heading: heading, role: roleOfHeading(heading))
      if metadata.contains(folded) { column.role = .metadata }
      if personal.contains(folded) { column.role = .personal }
      if column.role != .metadata, let parts = split(heading), counts[parts.question] ?? 0 > 1 {
        (column.question, column.item) = (parts.question, parts.item)
        if HeadingRows.otherWords.contains(foldedPlace(parts.item)) { column.role = .otherText }
      }
      return column
    }
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: [], headerRecords: 1, columns: columns,
      separator: ";")
  }

  /// `Question: Option`, on the last colon; `question__option` where headings are keys.
  private static func split(_ heading: String) -> (question: String, item: String)? {
    for mark in [": ", "__"] {
      guard let range = heading.ranges(of: mark).last else { continue }
      let question = trimmedText(String(heading[..<range.lowerBound]))
      let item = trimmedText(String(heading[range.upperBound...]))
      if !question.isEmpty, !item.isEmpty { return (question, item) }
    }
    return nil
  }
}
