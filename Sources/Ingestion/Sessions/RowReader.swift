internal import SurveyModel

/// Reads the rows of one sheet: each is accepted, or set aside with its reason.
struct RowReader {
  let session: Session
  let head: SheetHead
  let columns: SheetColumns
  let rows: SheetRows
  let context: SheetContext

  func read(into reading: inout SheetReading) {
    reading.read = rows.rows.count
    switch session.form {
    case .citizenTable, .workshop, .focusGroup, .walk, .seminar, .gathering, .johari:
      readStatements(into: &reading)
    case .themeTable: readThemeTable(into: &reading)
    case .needsByQuartier, .needsByAction: readMatrix(into: &reading)
    case .objectives: readObjectives(into: &reading)
    case .indicators: readIndicators(into: &reading)
    case .actions: readActions(into: &reading)
    case .priorities: readPriorities(into: &reading)
    }
    if let first = reading.quarantined.first {
      reading.problems.append(
        .quarantined(reading.quarantined.count, of: reading.read, first.record))
    }
  }

  func place(_ row: SheetRows.Row, _ column: SheetWords.Column? = nil) -> SourceLocation {
    let position = column.flatMap { columns[$0] }
    return SourceLocation(
      file: rows.file, line: row.line, record: row.record, column: position.map { $0 + 1 },
      heading: position.map { columns.headings.cells[$0] })
  }

  func setAside(
    _ row: SheetRows.Row, _ fault: RowFault, _ column: SheetWords.Column?,
    _ reading: inout SheetReading
  ) {
    reading.quarantined.append(
      SheetReading.SetAside(
        record: Ledger.Quarantined(
          location: place(row, column), code: fault.code, reason: fault.reason),
        cells: row.cells.map(PersonalMask.masked)))
  }

  func isTooLong(_ row: SheetRows.Row) -> Bool {
    row.cells.count > columns.headings.cells.count
  }

  /// The themes of a row; what names none is told once a text, with how often it stands there.
  struct Themes {
    private(set) var unknown: [(text: String, count: Int, place: SourceLocation)] = []
    private var positions: [String: Int] = [:]
    private var memo: Memo<[String]>

    init(_ context: SheetContext) { memo = Memo(context.themes) }

    mutating func themes(_ text: String) -> [String]? { memo[text] }

    mutating func miss(_ text: String, at place: SourceLocation) {
      if let position = positions[text] {
        unknown[position].count += 1
      } else {
        positions[text] = unknown.count
        unknown.append((text, 1, place))
      }
    }
  }

  func themes(_ row: SheetRows.Row, _ themes: inout Themes) -> [String] {
    let text = row[columns[.theme]]
    if text.isEmpty { return head.themes }
    if let found = themes.themes(text) { return found }
    themes.miss(text, at: place(row, .theme))
    return []
  }

  func report(_ themes: Themes, into reading: inout SheetReading) {
    for miss in themes.unknown {
      reading.problems.append(
        .unknownSheetTheme(
          miss.text, near: context.nearestTheme(miss.text), count: miss.count, at: miss.place))
    }
  }
}

/// Why a row of a sheet was set aside.
enum RowFault {
  case tooManyCells(found: Int, expected: Int)
  case noStatement, noKind, noOrigin
  case unknownKind(String)
  case unknownOrigin(String)
  case unknownQuartier(String)
  case badVotes(String)
  case badMark(String)
  case noNeed, noObjective, noIndicator, noAction, noPriority
  case unknownCover(String)
  case badRank(String)
  case badYear(String)
  case badValue(String)
  case noValue
}
