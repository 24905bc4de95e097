import SurveyModel

/// A small CSV file whose columns have known headings, in any order; some may be left out.
struct HeadedList {
  /// A line with the cells of its headings.
  struct Row {
    let place: SourceLocation
    fileprivate let cells: [String]
    fileprivate let columns: [String: Int]

    var line: Int { place.line ?? 0 }

    /// The cell under a heading; empty where the column or the cell is missing.
    subscript(heading: String) -> String {
      columns[heading].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
    }
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [Problem] = []
  /// A heading that must be there is not, or the file cannot be read: there are no rows.
  private(set) var isUsable = true
  /// The headings that stand in the file.
  private(set) var headings: Set<String> = []

  init(bytes: [UInt8], file: String, known: [String], required: [String]) {
    let list: DelimitedList
    do throws(YAMLFailure) {
      list = try DelimitedList(bytes: bytes, file: file)
    } catch {
      problems.append(error.problem)
      isUsable = false
      return
    }
    guard let heading = list.rows.first else {
      problems.append(.emptyFile(at: SourceLocation(file: file, line: 1)))
      isUsable = false
      return
    }
    let place = SourceLocation(file: file, line: heading.line)
    let columns = columns(heading.cells, known: known, at: place)
    headings = Set(columns.keys)
    for name in required where columns[name] == nil {
      problems.append(.missingHeading(name, known: known, at: place))
      isUsable = false
    }
    guard isUsable else { return }
    for row in list.rows.dropFirst() {
      let place = SourceLocation(file: file, line: row.line)
      let extra = row.cells.dropFirst(heading.cells.count)
      if extra.contains(where: { !$0.isEmpty }) {
        problems.append(
          .tooManyCells(found: row.cells.count, expected: heading.cells.count, at: place))
        continue
      }
      rows.append(Row(place: place, cells: row.cells, columns: columns))
    }
    if rows.isEmpty, problems.isEmpty { problems.append(.emptyFile(at: place)) }
  }

  /// Where each heading stands.
  private mutating func columns(
    _ cells: [String], known: [String], at place: SourceLocation
  ) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (index, cell) in cells.enumerated() {
      let name = foldedLabel(cell)
      // A spreadsheet leaves empty columns at the end.
      if name.isEmpty { continue }
      if !known.contains(name) {
        problems.append(.unknownHeading(cell, known: known, at: place))
      } else if columns[name] != nil {
        problems.append(.duplicateHeading(cell, at: place))
      } else {
        columns[name] = index
      }
    }
    return columns
  }
}
