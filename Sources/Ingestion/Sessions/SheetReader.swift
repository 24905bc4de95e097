internal import SurveyModel

/// Reads the sheet of one session.
public struct SheetReader: Sendable {
  let context: SheetContext
  let bytes: [UInt8]
  /// What messages call the sheet.
  let file: String

  public init(_ bytes: [UInt8], file: String, context: SheetContext) {
    self.bytes = bytes
    self.file = file
    self.context = context
  }

  /// - Throws: when the bytes are neither a text in cells nor a workbook.
  /// - Complexity: O(bytes).
  public func read() throws(ReadFailure) -> SheetReading {
    let rows = try SheetRows(bytes, file: file)
    var reading = read(rows)
    reading.content = rows.content
    if let workbook = rows.workbook { reading.place(in: workbook, file: file) }
    return reading
  }

  private func read(_ rows: SheetRows) -> SheetReading {
    var head = SheetHead(rows, context: context)
    var reading = SheetReading()
    reading.session = head.session()
    reading.source = head.source
    reading.problems = head.problems
    guard let session = reading.session else { return reading }
    guard let headings = rows.headings else {
      reading.session = nil
      reading.problems.append(.noHeadings(session.form, file))
      return reading
    }
    let columns = SheetColumns(headings, form: session.form, file: file)
    reading.problems += columns.problems
    guard columns.isUsable else {
      reading.session = nil
      return reading
    }
    let reader = RowReader(
      session: session, head: head, columns: columns, rows: rows, context: context)
    reader.read(into: &reading)
    return reading
  }
}

/// Which cell of a row answers which column of the form.
struct SheetColumns {
  let headings: SheetRows.Row
  private(set) var positions: [SheetWords.Column: Int] = [:]
  /// Headings of the writer's own: the quartiers or actions of a matrix.
  private(set) var others: [Int] = []
  private(set) var problems: [Problem] = []
  private(set) var isUsable = true

  subscript(column: SheetWords.Column) -> Int? { positions[column] }

  init(_ headings: SheetRows.Row, form: SessionForm, file: String) {
    self.headings = headings
    let known = Self.columns(of: form)
    let isMatrix = form == .needsByQuartier || form == .needsByAction
    for (index, cell) in headings.cells.enumerated() where !cell.isEmpty {
      let place = SourceLocation(
        file: file, line: headings.line, record: headings.record, column: index + 1, heading: cell)
      if let column = SheetWords.column(cell), known.contains(column) {
        if positions[column] != nil {
          problems.append(.headingTwice(cell, at: place))
          isUsable = false
        }
        positions[column] = index
      } else if isMatrix {
        others.append(index)
      } else {
        problems.append(.unknownSheetHeading(cell, known: known.map(\.label), at: place))
        isUsable = false
      }
    }
    for column in Self.required(of: form) where positions[column] == nil {
      problems.append(
        .missingSheetHeading(
          column.label, at: SourceLocation(file: file, line: headings.line)))
      isUsable = false
    }
    if isMatrix, others.isEmpty {
      problems.append(
        .missingSheetHeading(
          form.label, at: SourceLocation(file: file, line: headings.line)))
      isUsable = false
    }
  }

  /// The columns of a form, in the order in which it is printed.
  static func columns(of form: SessionForm) -> [SheetWords.Column] {
    switch form {
    case .citizenTable, .workshop, .focusGroup, .gathering, .seminar:
      [.statement, .kind, .origin, .theme, .votes, .quartier]
    case .walk: [.statement, .kind, .theme, .quartier, .origin, .votes]
    case .johari: [.statement, .kind, .origin, .theme]
    case .themeTable: [.proposals, .shortcomings, .answers, .theme]
    case .needsByQuartier, .needsByAction: [.need, .total]
    case .objectives: [.issue, .objective]
    case .actions:
      [.issue, .action, .cover, .lead, .quartier, .indicator, .target, .deadline]
    case .priorities: [.origin, .rank, .priority, .theme]
    case .indicators:
      [
        .indicator, .group, .year, .value, .unit, .target, .deadline, .baseline, .operator,
      ]
    }
  }

  static func required(of form: SessionForm) -> [SheetWords.Column] {
    switch form {
    case .citizenTable, .workshop, .focusGroup, .gathering, .seminar, .walk, .johari:
      [.statement, .kind]
    case .themeTable: []
    case .needsByQuartier, .needsByAction: [.need]
    case .objectives: [.issue, .objective]
    case .indicators: [.indicator]
    case .actions: [.action]
    case .priorities: [.origin, .priority]
    }
  }
}
