import SurveyModel
import Tabulation

/// The charts of a table on its sheet, drawn by the spreadsheet from the table's own cells.
struct WorkbookCharts {
  let block: WorkbookTable
  let sheet: XLSXSheet
  /// Where each measure stands.
  let rows: [Int: Rows]
  let colours: ThemeColours

  /// The row of the headings of columns, and that of the first answer.
  struct Rows {
    var columns: Int
    var body: Int
  }

  static let width = 560.0
  private static let barHeight = 30.0
  private static let rowHeight = 20.0

  private var table: Table { block.table }
  private var options: Int {
    block.rows.prefix { table.stub[$0].kind != .net }.count
  }

  /// - Parameters:
  ///   - top: the row at which the chart begins.
  ///   - column: at which it begins.
  /// - Returns: the first row below the chart; `top` where there is none.
  func add(to book: inout XLSXBook, top: Int, column: Int) -> Int {
    guard let drawn = block.drawn, let rows = rows[drawn], options > 0 else { return top }
    let bodyRow = rows.body
    if table.kind == .themes || table.kind == .priorities {
      sheet.setColourScale(
        from: place(bodyRow, block.start(of: drawn)),
        to: place(bodyRow + options - 1, block.start(of: drawn) + block.columns.count - 1),
        low: Paint.heat[0].colour, high: Paint.heat[4].colour)
      return top
    }
    if table.question?.type == "open" { return top }
    if table.kind == .distribution, block.columns.count == 1 {
      return add(
        .bars, bars(drawn, bodyRow), WorkbookTable.percentFormat(block.language), options,
        place(top, column), &book)
    }
    if table.question?.type == "ranking", table.kind == .distribution, let counted = block.counted,
      let rows = self.rows[counted]
    {
      return add(.stacked, ranks(counted, rows), "#,##0", options, place(top, column), &book)
    }
    if table.question?.type == "scale", table.kind == .crossTabulation, options <= 11 {
      return add(
        .stackedToWhole, steps(drawn, rows), "0%", block.columns.count, place(top, column),
        &book)
    }
    return top
  }

  private func add(
    _ kind: XLSXBook.ChartKind, _ series: [XLSXBook.Series], _ format: String, _ bars: Int,
    _ place: XLSXBook.Place, _ book: inout XLSXBook
  ) -> Int {
    let height = Double(bars) * Self.barHeight + (series.count > 1 ? 130 : 90)
    book.addChart(
      kind, title: table.title[block.language], series: series, numberFormat: format, to: sheet,
      at: place, width: Self.width, height: height)
    return place.row + Int((height / Self.rowHeight).rounded(.up)) + 1
  }

  private func place(_ row: Int, _ column: Int) -> XLSXBook.Place {
    XLSXBook.Place(row: row, column: column)
  }

  private func labels(_ bodyRow: Int) -> (XLSXBook.Place, XLSXBook.Place) {
    (place(bodyRow, 0), place(bodyRow + options - 1, 0))
  }

  private func bars(_ measure: Int, _ bodyRow: Int) -> [XLSXBook.Series] {
    let column = block.start(of: measure)
    return [
      XLSXBook.Series(
        colour: Paint.plain.colour, colours: pointColours, name: nil, categories: labels(bodyRow),
        values: (place(bodyRow, column), place(bodyRow + options - 1, column)))
    ]
  }

  /// A theme has one colour in every chart, a scale its steps.
  private var pointColours: [String] {
    let answers = block.rows.prefix(options)
    if let best = table.question?.best {
      let paints = Paint.steps(options)
      return (best == .first ? paints : paints.reversed()).map(\.colour)
    }
    return answers.map { row in
      let item = table.stub[row]
      let plain = item.kind == .other ? Paint.other : .plain
      return (colours[item].map { Paint.theme($0).paint } ?? plain).colour
    }
  }

  /// Priority 1, 2, 3, stacked.
  private func ranks(_ measure: Int, _ rows: Rows) -> [XLSXBook.Series] {
    let bodyRow = rows.body
    let parts = block.columns.indices.filter { !table.isWhole(block.columns[$0]) }
    let paints = Paint.ranks(parts.count)
    return parts.enumerated().map { index, offset in
      let column = block.start(of: measure) + offset
      return XLSXBook.Series(
        colour: paints[index].colour, textColour: paints[index].text.colour,
        name: place(rows.columns, column), categories: labels(bodyRow),
        values: (place(bodyRow, column), place(bodyRow + options - 1, column)))
    }
  }

  /// A bar a group, a segment a step.
  private func steps(_ measure: Int, _ rows: Rows) -> [XLSXBook.Series] {
    let (columnRow, bodyRow) = (rows.columns, rows.body)
    let first = block.start(of: measure)
    let last = first + block.columns.count - 1
    let paints = Paint.steps(options)
    return (0..<options).map { step in
      let paint = table.question?.best == .last ? paints[options - 1 - step] : paints[step]
      return XLSXBook.Series(
        colour: paint.colour, textColour: paint.text.colour, name: place(bodyRow + step, 0),
        categories: (place(columnRow, first), place(columnRow, last)),
        values: (place(bodyRow + step, first), place(bodyRow + step, last)))
    }
  }
}
