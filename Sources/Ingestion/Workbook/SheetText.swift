/// A sheet as the text of a comma-separated file: one record a row, from row 1 on, as many cells in
/// each as the widest row, so that record and row, column and column have the same numbers.
///
/// Every later step then reads a workbook as it reads a text file.
struct SheetText {
  /// The rows, each without the empty cells at its end.
  private var text: [UInt8] = []
  private var rows: [(end: Int, cells: Int)] = []
  private(set) var width = 0
  private var cellsOfRow = 0
  private(set) var isTooLarge = false

  /// Rows up to the last one with a filled cell.
  var rowCount: Int { rows.count }

  /// Adds a filled cell. Rows and columns count from 1 and only grow.
  mutating func append(_ value: ArraySlice<UInt8>, row: Int, column: Int) {
    while rows.count + 1 < row { endRow() }
    while cellsOfRow + 1 < column {
      if cellsOfRow > 0 { text.append(0x2C) }
      cellsOfRow += 1
    }
    if cellsOfRow > 0 { text.append(0x2C) }
    cellsOfRow += 1
    width = max(width, column)
    // The first cell is always in quotes: a mark or a `sep=` at the start of a sheet is its text.
    let isFirst = rows.isEmpty && column == 1
    let needsQuotes =
      isFirst || value.isEmpty
      || value.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes {
      text.append(0x22)
      for byte in value {
        if byte == 0x22 { text.append(byte) }
        text.append(byte)
      }
      text.append(0x22)
    } else {
      text += value
    }
    if text.count > WorkbookLimits.textBytes { isTooLarge = true }
  }

  private mutating func endRow() {
    rows.append((text.count, cellsOfRow))
    cellsOfRow = 0
  }

  /// Ends the last row and gives the whole text; `nil` where it would be too long.
  mutating func finish() -> [UInt8]? {
    if cellsOfRow > 0 { endRow() }
    let padding = rows.reduce(0) { $0 + width - $1.cells + 1 }
    guard !isTooLarge, text.count + padding <= WorkbookLimits.textBytes else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(text.count + padding)
    var start = 0
    for row in rows {
      out += text[start..<row.end]
      // A row without a cell has width - 1 commas; a blank line would be no record.
      let commas = width - max(row.cells, 1)
      if row.cells == 0, width == 1 { out += [0x22, 0x22] }
      out += repeatElement(0x2C, count: commas)
      out.append(0x0A)
      start = row.end
    }
    return out
  }
}
