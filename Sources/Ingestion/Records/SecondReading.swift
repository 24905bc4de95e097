/// Reads a batch again with libcsv, and compares every cell that it delivers.
struct SecondReading: ~Copyable {
  private let parser: LibcsvParser

  /// A reading with the separator of the scanner.
  init(delimiter: UInt8) {
    parser = LibcsvParser(delimiter: delimiter)
  }

  /// The first difference between the cells of `batch` and those that libcsv finds in its text as it
  /// was written, the first `end` bytes of `written`. `atEnd`: the last record may lack its line end.
  /// After a difference the reading is of no use.
  func difference(
    in batch: borrowing RecordBatch, of written: TextBuffer, upTo end: Int, atEnd: Bool
  ) -> ReaderDisagreement? {
    let text = batch.text.bytes
    let cells = batch.cells.storage
    let rows = batch.rows.storage
    let (cellCount, rowCount) = (batch.cells.count, batch.rows.count)
    return text.withUnsafeBufferPointer { text in
      cells.withUnsafeBufferPointer { cells in
        rows.withUnsafeBufferPointer { rows in
          var comparison = CellComparison(
            text: text, cells: UnsafeBufferPointer(rebasing: cells[..<cellCount]),
            rows: UnsafeBufferPointer(rebasing: rows[..<rowCount]))
          let isWhole = written.bytes.withUnsafeBytes {
            let records = UnsafeRawBufferPointer(rebasing: $0[..<end])
            return parser.parse(records, atEnd: atEnd, comparing: &comparison)
          }
          if !isWhole { comparison.stop() }
          comparison.end()
          return comparison.found
        }
      }
    }.map { found in
      ReaderDisagreement(
        location: found.row.map { batch.location(ofRow: $0, column: found.column) }
          ?? ReadLocation(line: batch.firstLine),
        difference: found.difference)
    }
  }
}
