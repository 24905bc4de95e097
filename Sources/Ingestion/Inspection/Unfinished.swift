internal import SurveyModel

/// Records that the tool marks as not finished. Whether they count is for a person to say.
public struct Unfinished: Sendable, Hashable {
  /// The column that marks them.
  public var position: Int
  /// The cells that do; `""` is a blank one.
  public var values: [String]
  public var count: Int

  private static let submitted: Set<String> = [
    "submitdate", "date de soumission", "date submitted",
  ]
  private static let states: [String: Set<String>] = [
    "progression": ["en cours", "quotafull", "screenout"],
    "finished": ["0", "false", "faux"],
    "status": ["1", "survey preview", "survey test"],
    "brouillon": ["1", "oui"], "draft": ["1", "yes"], "in draft": ["1", "yes"],
    "is draft": ["1", "yes"],
    "statut": ["abandon", "rdv", "rappel"], "etat": ["abandon", "rdv", "rappel"],
  ]

  /// Columns that may mark such records, and what must be kept of them.
  static func modes(_ layout: ExportLayout) -> [Int: ColumnEncoder.Mode] {
    var modes: [Int: ColumnEncoder.Mode] = [:]
    for column in layout.columns {
      let names = [column.heading, column.code].compactMap { $0.map(foldedLabel) }
      if names.contains(where: submitted.contains) {
        modes[column.position] = .presence(marks: [])
      } else if column.role == .metadata, names.contains(where: { states[$0] != nil }) {
        modes[column.position] = .texts
      }
    }
    return modes
  }

  /// The marks that some records bear, one a column.
  static func among(_ columns: [EncodedColumn], _ layout: ExportLayout) -> [Unfinished] {
    columns.compactMap { column in
      let names = [column.column.heading, column.column.code].compactMap { $0.map(foldedLabel) }
      if names.contains(where: submitted.contains) {
        let blank = column.blankCount
        return blank == 0 || blank == column.codes.count
          ? nil : Unfinished(position: column.column.position, values: [""], count: blank)
      }
      guard column.column.role == .metadata, let states = names.compactMap({ states[$0] }).first
      else { return nil }
      let found = column.answers(without: []).filter {
        states.contains(foldedLabel($0.value.text))
      }
      let count = found.reduce(0) { $0 + $1.count }
      return count == 0
        ? nil
        : Unfinished(
          position: column.column.position, values: found.map { trimmedText($0.value.text) },
          count: count)
    }
  }
}
