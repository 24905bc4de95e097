public import SurveyModel

/// Columns that hold personal data, by heading or by content. They are read past.
public struct PersonalData: Sendable {
  /// What was found, by column position.
  public private(set) var findings: [Int: Bilingual] = [:]

  /// Answers of a column that are looked at: half of them or more tell what the column holds.
  private static let mostTexts = 64

  /// The positions of all columns found.
  public var columns: Set<Int> { Set(findings.keys) }

  init(layout: ExportLayout, head: HeadRecords) {
    for column in layout.columns {
      if column.role == .personal {
        findings[column.position] = Bilingual(fr: "l'intitulé le dit", en: "the heading says so")
        continue
      }
      // An option of a list is no name of a person, whatever its form.
      let texts = Array(
        head.column(column.position, from: layout.headerRecords).lazy
          .map { trimmedText($0.text) }.filter { !$0.isEmpty }.prefix(Self.mostTexts))
      if let kind = PersonalPattern.most(of: texts) {
        // The tool's own number of a record names no device.
        if kind == .device, column.role == .metadata { continue }
        findings[column.position] = kind.label
      } else if column.item == nil, column.role == .answer, PersonNames.areMost(of: texts) {
        findings[column.position] = PersonNames.label
      }
    }
  }

  /// Adds what only the whole column shows.
  mutating func add(_ finding: Bilingual, at position: Int) { findings[position] = finding }
}
