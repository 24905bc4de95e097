internal import SurveyModel

/// Finds the columns of an export by code, heading or common heading, trimmed, case ignored.
struct HeadingIndex {
  let layout: ExportLayout
  private var byHeading: [String: [Int]] = [:]
  private var byCode: [String: [Int]] = [:]
  private var byQuestion: [String: [Int]] = [:]

  init(_ layout: ExportLayout) {
    self.layout = layout
    for column in layout.columns {
      byHeading[foldedLabel(column.heading), default: []].append(column.position)
      if let code = column.code {
        byCode[foldedLabel(code), default: []].append(column.position)
      }
      if column.item != nil {
        byQuestion[foldedLabel(column.question), default: []].append(column.position)
      }
    }
  }

  /// The columns that a name means: those with this code, else this heading, else the block with
  /// this common heading.
  func columns(named name: String) -> [Int] {
    let key = foldedLabel(name)
    if key.isEmpty { return [] }
    return byCode[key] ?? byHeading[key] ?? byQuestion[key] ?? []
  }

  /// Headings that somebody may have meant.
  func suggestion(for name: String) -> String? {
    nearest(to: name, among: layout.columns.flatMap { [$0.heading, $0.question] })
  }
}
