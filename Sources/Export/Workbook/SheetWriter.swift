import SurveyModel
import Tabulation

/// Sets tables on a sheet, one below the other. A chart stands to the right of a table with one
/// column of answers, below one with many.
struct SheetWriter {
  let sheet: XLSXSheet
  let colours: ThemeColours
  /// The column of the charts that stand beside tables.
  let chartColumn: Int
  /// The first free row.
  private(set) var row = 0
  private var pages = SheetPages()

  static let labelWidth = 40.0
  static let numberWidth = 11.5
  /// Points of a line, and about how many letters one character of width holds.
  private static let lineHeight = 15.0

  /// A title and who may read it, which stay in view.
  init(
    _ sheet: XLSXSheet, title: String, notice: String, colours: ThemeColours, chartColumn: Int,
    book: inout XLSXBook
  ) {
    self.sheet = sheet
    self.colours = colours
    self.chartColumn = chartColumn
    sheet.setWidth(Self.labelWidth, of: 0...0)
    sheet.setWidth(Self.numberWidth, of: 1...200)
    sheet.write(title, at: place(0), book.format(.title))
    sheet.write(notice, at: place(1), book.format(.notice))
    sheet.freeze(XLSXBook.Place(row: 2, column: 1))
    let safe = title.replacing("&", with: "&&")
    sheet.setPrint(
      header: "&L\(safe)&R\(notice.replacing("&", with: "&&"))", footer: "&C&P / &N")
    row = 3
  }

  private func place(_ row: Int, _ column: Int = 0) -> XLSXBook.Place {
    XLSXBook.Place(row: row, column: column)
  }

  /// - Returns: the row of the table's title.
  mutating func add(_ layout: TableLayout, to book: inout XLSXBook) -> Int {
    let block = WorkbookTable(layout)
    let language = layout.language
    let start = row
    pages.begin(at: row)
    let heading = book.format(.heading)
    let muted = book.format(.muted)
    sheet.write(layout.table.title[language], at: place(row), heading)
    row += 1
    for line in layout.headLines {
      sheet.write(line.word + Wording.colon[language] + line.text, at: place(row), muted)
      row += 1
    }
    let top = row
    var rows: [Int: WorkbookCharts.Rows] = [:]
    if block.isStacked {
      for (index, measure) in block.measures.enumerated() where block.isFilled(measure) {
        if index > 0, !rows.isEmpty {
          row += 1
          pages.mayBreak(at: row)
        }
        rows[index] = addBlock(block, [index], to: &book)
      }
    } else {
      let all = addBlock(block, Array(block.measures.indices), to: &book)
      for index in block.measures.indices { rows[index] = all }
    }
    let charts = WorkbookCharts(block: block, sheet: sheet, rows: rows, colours: colours)
    addSingles(layout.statistics, Wording.statistics, block, to: &book)
    addSingles(layout.missing, Wording.outsideBase, block, to: &book)
    let width = max(block.lastColumn, 6)
    let letters = Self.labelWidth + Double(width) * Self.numberWidth
    for line in layout.footLines {
      sheet.write(line, row: row, columns: 0...width, book.format(.foot))
      let lines = (Double(line.count) / letters).rounded(.up)
      setHeight(max(1, lines) * Self.lineHeight, ofRow: row)
      row += 1
    }
    if block.isStacked {
      let end = charts.add(to: &book, top: row + 1, column: 0)
      if end > row + 1 {
        pages.mayBreak(at: row + 1)
        pages.holds(width: WorkbookCharts.width + 20)
        row = end
      }
    } else {
      let end = charts.add(to: &book, top: top, column: chartColumn)
      if end > top {
        pages.holds(width: SheetPages.width(ofNumbers: chartColumn - 1) + WorkbookCharts.width + 20)
      }
      row = max(row, end)
    }
    pages.holds(width: SheetPages.width(ofNumbers: block.lastColumn))
    row += 2
    return start
  }

  /// To be called when all tables stand.
  func finish() {
    let pages = pages.pages(endingAt: row)
    sheet.setPages(across: pages.across, rows: pages.rows)
  }

  private mutating func setHeight(_ points: Double, ofRow row: Int) {
    sheet.setHeight(points, ofRow: row)
    pages.heights[row] = points
  }

  /// Measures with their headings, bases and answers.
  private mutating func addBlock(
    _ block: WorkbookTable, _ measures: [Int], to book: inout XLSXBook
  ) -> WorkbookCharts.Rows {
    addHeadings(block, measures, to: &book)
    let columnRow = row - 1
    addBases(block, measures, to: &book)
    let body = row
    for line in block.rows { addRow(line, block, measures, to: &book) }
    return WorkbookCharts.Rows(columns: columnRow, body: body)
  }

  // MARK: heads

  private mutating func addHeadings(
    _ block: WorkbookTable, _ measures: [Int], to book: inout XLSXBook
  ) {
    let layout = block.layout
    let format = book.format(.column)
    if !block.isStacked {
      for index in measures {
        sheet.write(
          block.heading(block.measures[index]), at: place(row, block.start(of: index)), format)
      }
    } else {
      let heading = block.heading(block.measures[measures[0]])
      sheet.write(heading, at: place(row), book.format(.measure))
      row += 1
      if layout.groups.contains(where: { $0.heading != nil }) {
        sheet.writeBlank(at: place(row), book.format(.stub))
        var column = 1
        for group in layout.groups {
          sheet.write(
            group.heading ?? "", row: row, columns: column...(column + group.columns.count - 1),
            format)
          column += group.columns.count
        }
        let lines = layout.groups.map {
          Self.lines(of: $0.heading ?? "", columns: $0.columns.count)
        }.max()
        setHeight(max(1, lines ?? 1) * Self.lineHeight, ofRow: row)
        row += 1
      }
      for (offset, column) in block.columns.enumerated() {
        sheet.write(layout.heading(column), at: place(row, 1 + offset), format)
      }
    }
    sheet.write(layout.stubHeading, at: place(row), book.format(.stub))
    let headings =
      block.isStacked
      ? block.columns.map { layout.heading($0) }
      : measures.map { block.heading(block.measures[$0]) }
    setHeight(Self.height(of: headings), ofRow: row)
    row += 1
  }

  /// Points that the longest of these takes in a column of numbers, wrapped.
  private static func height(of headings: [String]) -> Double {
    max(2, headings.map { lines(of: $0, columns: 1) }.max() ?? 1) * lineHeight
  }

  /// How often a heading wraps over so many columns of numbers.
  private static func lines(of heading: String, columns: Int) -> Double {
    (Double(heading.count) / ((numberWidth - 2.5) * Double(columns))).rounded(.up)
  }

  private mutating func addBases(
    _ block: WorkbookTable, _ measures: [Int], to book: inout XLSXBook
  ) {
    let language = block.language
    addBase(Wording.base[language], block, measures, to: &book) { column, measure in
      switch measure {
      case .subcolumn(.count): column.base
      case .subcolumn(.percent(.mentions)): column.mentions
      case .subcolumn(.percent(.respondents)), .subcolumn(.weightedPercent(.respondents)):
        block.isStacked ? column.base : nil
      default: nil
      }
    }
    addBase(Wording.weightedBase[language], block, measures, to: &book) { column, measure in
      switch measure {
      case .subcolumn(.weightedCount): column.weightedBase
      case .subcolumn(.weightedPercent(.mentions)): column.weightedMentions
      default: nil
      }
    }
    addBase(Wording.effectiveBase[language], block, measures, to: &book) { column, measure in
      measure == .subcolumn(.weightedCount) ? column.effectiveBase : nil
    }
  }

  /// Nothing where no column has such a base.
  private mutating func addBase(
    _ name: String, _ block: WorkbookTable, _ measures: [Int], to book: inout XLSXBook,
    _ figure: (TableFigures.Column, WorkbookTable.Measure) -> Figure?
  ) {
    var isFilled = false
    for index in measures {
      for (offset, column) in block.columns.enumerated() {
        guard let found = figure(block.layout.figures.columns[column], block.measures[index])
        else { continue }
        isFilled = true
        write(
          block.content(found, or: found.label(block.language) ?? Figure.hiddenMark),
          at: place(row, block.start(of: index) + offset), .base, to: &book)
      }
    }
    guard isFilled else { return }
    sheet.write(name, at: place(row), book.format(.muted))
    row += 1
  }

  // MARK: rows

  private mutating func addRow(
    _ line: Int, _ block: WorkbookTable, _ measures: [Int], to book: inout XLSXBook
  ) {
    let isNet = block.table.stub[line].kind == .net
    let style: XLSXBook.Style = isNet ? .net : .body
    sheet.write(
      block.table.stub[line].label[block.language], at: place(row),
      book.format(isNet ? .netLabel : .label))
    for index in measures {
      for (offset, column) in block.columns.enumerated() {
        write(
          block.content(line, column, block.measures[index]),
          at: place(row, block.start(of: index) + offset),
          style, to: &book)
      }
    }
    row += 1
  }

  /// Rows with one number a column, under the first measure; the ends of their intervals have rows of
  /// their own.
  private mutating func addSingles(
    _ lines: [Int], _ title: Wording, _ block: WorkbookTable, to book: inout XLSXBook
  ) {
    guard !lines.isEmpty else { return }
    sheet.write(title[block.language], at: place(row), book.format(.stub))
    for (offset, column) in block.columns.enumerated() where block.columns.count > 1 {
      sheet.write(
        block.layout.heading(column), at: place(row, 1 + offset), book.format(.column))
    }
    if block.columns.count > 1 {
      setHeight(Self.height(of: block.columns.map { block.layout.heading($0) }), ofRow: row)
    }
    row += 1
    let entries = block.layout.figures.entries
    for line in lines {
      let label = block.table.stub[line].label[block.language]
      addSingle(label, block, to: &book) { column in
        let figure = entries[line][column].value ?? entries[line][column].count
        let mark = block.layout.mark(line, column)
        return block.content(figure, or: figure?.label(block.language) ?? mark)
      }
      guard block.columns.contains(where: { entries[line][$0].interval != nil }) else { continue }
      for (word, end) in [
        (Wording.intervalLow, \TableFigures.Range.low), (.intervalHigh, \.high),
      ] {
        addSingle(label + ", " + word[block.language].lowercased(), block, to: &book) {
          block.content(entries[line][$0].interval?[keyPath: end], or: "")
        }
      }
    }
  }

  private mutating func addSingle(
    _ label: String, _ block: WorkbookTable, to book: inout XLSXBook,
    _ content: (Int) -> WorkbookTable.Content
  ) {
    sheet.write(label, at: place(row), book.format(.label))
    for (offset, column) in block.columns.enumerated() {
      write(content(column), at: place(row, 1 + offset), .body, to: &book)
    }
    row += 1
  }

  private func write(
    _ content: WorkbookTable.Content, at place: XLSXBook.Place, _ style: XLSXBook.Style,
    to book: inout XLSXBook
  ) {
    switch content {
    case .nothing: break
    case .text(let text): sheet.write(text, at: place, book.format(style))
    case .number(let value, let format):
      var style = style
      style.numberFormat = format
      sheet.write(value, at: place, book.format(style))
    }
  }
}

extension XLSXBook.Style {
  static let title = XLSXBook.Style(size: 16, isBold: true)
  static let notice = XLSXBook.Style(colour: "#b14217", isBold: true)
  static let heading = XLSXBook.Style(size: 12, isBold: true)
  static let muted = XLSXBook.Style(colour: "#565c64")
  static let base = XLSXBook.Style(colour: "#565c64", isRight: true)
  static let measure = XLSXBook.Style(colour: "#256595", isBold: true)
  static let column = XLSXBook.Style(
    background: "#eef0f2", isBold: true, wraps: true, isCentred: true, hasBottomRule: true)
  static let stub = XLSXBook.Style(
    background: "#eef0f2", isBold: true, wraps: true, hasBottomRule: true)
  static let label = XLSXBook.Style(wraps: true)
  static let netLabel = XLSXBook.Style(isBold: true, wraps: true)
  static let body = XLSXBook.Style(isRight: true)
  static let net = XLSXBook.Style(isBold: true, isRight: true)
  static let foot = XLSXBook.Style(size: 9, colour: "#565c64", wraps: true, isTop: true)
  static let link = XLSXBook.Style(colour: "#256595")
}
