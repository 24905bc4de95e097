/// Some consecutive records of a file: their bytes, cells and rows, independent of the reader.
///
/// The bytes are valid UTF-8 without NUL and without the quotes of the file; a batch may be handed
/// to another thread. Pass the same batch to `RecordReader.next(into:)` again to reuse its memory.
public struct RecordBatch: Sendable {
  var text = TextBuffer()
  var cells = Table<Cell>(filler: .empty)
  var rows = Table<Row>(filler: .empty)

  /// The cells that held doubled quotes, in order.
  var doubled = Table<UInt32>(filler: 0)

  /// Number, from 1 (the header), of the first record.
  public internal(set) var firstRecord = 1
  /// Number, from 1, of the physical line on which the batch begins.
  public internal(set) var firstLine = 1
  /// Offset in the file of the first byte of the batch.
  public internal(set) var firstByte = 0

  /// An empty batch.
  public init() {}

  /// An empty batch in which a little more than another holds is scanned without growing.
  init(as other: borrowing RecordBatch) {
    text.reserve(other.text.count / 8 * 9)
    cells.reserve(other.cells.count / 8 * 9 + BlockScanner.groupBytes + 16)
    rows.reserve(other.rows.count / 8 * 9 + BlockScanner.groupBytes + 1)
  }

  /// Number of records.
  public var rowCount: Int { rows.count }
  /// Number of cells of all records.
  public var cellCount: Int { cells.count }
  /// The bytes that `Cell.range` points into. Longer than what is in use.
  public var bytes: [UInt8] { text.bytes }

  /// Number of cells of a record.
  public func cellCount(ofRow row: Int) -> Int { Int(rows[row].cellCount) }

  /// The cells of a record as indices for `cell(_:)`.
  public func cellIndices(ofRow row: Int) -> Range<Int> {
    let row = rows[row]
    return Int(row.firstCell)..<Int(row.firstCell) + Int(row.cellCount)
  }

  /// A cell by its index in the batch.
  public func cell(_ index: Int) -> Cell { cells[index] }

  /// A cell by row and column, both from 0; nil if the record is too short.
  public func cell(row: Int, column: Int) -> Cell? {
    let row = rows[row]
    return column < Int(row.cellCount) ? cells[Int(row.firstCell) + column] : nil
  }

  /// The text of a cell.
  public func string(_ cell: Cell) -> String {
    text.bytes.withUnsafeBufferPointer {
      String(validUTF8: UnsafeBufferPointer(rebasing: $0[cell.range]))
    }
  }

  /// Number of a record in the file, from 1.
  public func record(ofRow row: Int) -> Int { firstRecord + row }

  /// Number, from 1, of the physical line on which a record starts.
  public func line(ofRow row: Int) -> Int { firstLine + Int(rows[row].line) }

  /// Offset in the file at which a record starts.
  public func byte(ofRow row: Int) -> Int { firstByte + Int(rows[row].start) }

  /// Where a record starts.
  public func location(ofRow row: Int, column: Int? = nil) -> ReadLocation {
    ReadLocation(
      line: line(ofRow: row), record: record(ofRow: row), column: column.map { $0 + 1 },
      byte: byte(ofRow: row))
  }

  /// Gives read access to the bytes without a copy.
  public func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(text.bytes.span)
  }

  /// The bytes and cells as pointers, for loops over a column.
  func withRawParts<Result>(
    _ body: (UnsafePointer<UInt8>, UnsafePointer<Cell>) -> Result
  ) -> Result {
    text.bytes.withUnsafeBufferPointer { bytes in
      cells.storage.withUnsafeBufferPointer { cells in
        body(bytes.baseAddress!, cells.baseAddress!)
      }
    }
  }

  mutating func clear() {
    text.truncate(to: 0)
    clearRecords()
  }

  /// Forgets the records, not the text.
  mutating func clearRecords() {
    cells.setCount(0)
    rows.setCount(0)
    doubled.setCount(0)
  }
}
