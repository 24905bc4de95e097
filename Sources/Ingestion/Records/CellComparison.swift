internal import Glibc

/// Compares cells, as libcsv delivers them one after the other, with those of the scanner.
struct CellComparison {
  private let text: UnsafeBufferPointer<UInt8>
  private let cells: UnsafeBufferPointer<Cell>
  private let rows: UnsafeBufferPointer<Row>
  /// The row that is under way, and how many cells of it came.
  private var row = 0
  private var column = 0
  /// The first difference, and where it is, as far as that is known.
  private(set) var found: Found?

  struct Found {
    var difference: ReaderDisagreement.Difference
    var row: Int?
    var column: Int?
  }

  init(
    text: UnsafeBufferPointer<UInt8>, cells: UnsafeBufferPointer<Cell>,
    rows: UnsafeBufferPointer<Row>
  ) {
    (self.text, self.cells, self.rows) = (text, cells, rows)
    passEmptyLines()
  }

  /// The next cell. Only of an empty one does libcsv say whether it stood in quotes.
  @inline(__always)
  mutating func take(_ bytes: UnsafeRawPointer?, _ length: Int) {
    guard found == nil else { return }
    guard row < rows.count else { return note(.rowCount) }
    let wanted = rows[row]
    guard column < Int(wanted.cellCount) else { return note(.cellCount, row) }
    let index = Int(wanted.firstCell) + column
    let difference = difference(bytes, length, index)
    if let difference { return note(difference, row, column) }
    column += 1
  }

  /// The record ends.
  @inline(__always)
  mutating func endRow() {
    guard found == nil else { return }
    guard row < rows.count else { return note(.rowCount) }
    guard column == Int(rows[row].cellCount) else { return note(.cellCount, row) }
    (row, column) = (row + 1, 0)
    passEmptyLines()
  }

  /// libcsv read all that there is.
  mutating func end() {
    if found == nil, row < rows.count { note(.rowCount, row) }
  }

  /// libcsv did not read on.
  mutating func stop() { found = Found(difference: .stopped) }

  private mutating func note(
    _ difference: ReaderDisagreement.Difference, _ row: Int? = nil, _ column: Int? = nil
  ) {
    found = Found(difference: difference, row: row, column: column)
  }

  /// libcsv passes over empty lines; in a file of one column they are records.
  @inline(__always)
  private mutating func passEmptyLines() {
    while row < rows.count, rows[row].cellCount == 1, cells[Int(rows[row].firstCell)].isAbsent {
      row += 1
    }
  }

  @inline(__always)
  private func difference(
    _ bytes: UnsafeRawPointer?, _ length: Int, _ index: Int
  ) -> ReaderDisagreement.Difference? {
    guard index < cells.count else { return .cellCount }
    let cell = cells[index]
    guard cell.range.upperBound <= text.count else { return .bytes }
    guard length == cell.length else { return .bytes }
    guard length > 0, let bytes else {
      return (bytes != nil) == cell.wasQuoted ? nil : .quoting
    }
    return memcmp(bytes, text.baseAddress! + Int(cell.start), length) == 0 ? nil : .bytes
  }
}
