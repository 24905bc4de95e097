internal import Glibc

/// Reads a batch again with libcsv, compares every cell and puts libcsv's bytes into the batch.
struct SecondReading: ~Copyable {
  private let parser: LibcsvParser
  private var text = TextBuffer()
  private var cells = Table<Cell>(filler: .empty)
  private var rows = Table<UInt32>(filler: 0)

  /// A reading with the separator of the scanner.
  init(delimiter: UInt8) {
    parser = LibcsvParser(delimiter: delimiter)
  }

  /// Replaces the cells of `batch`, which are as the scanner found them in the first `end` bytes, by
  /// those of libcsv. `atEnd`: the last record may lack its line end.
  /// - Returns: the first difference, if any; the batch is then of no use.
  mutating func replaceCells(
    of batch: inout RecordBatch, upTo end: Int, atEnd: Bool
  ) -> ReaderDisagreement? {
    if let difference = compareCells(of: batch, upTo: end, atEnd: atEnd) { return difference }
    batch.undoubleQuotes()
    deliver(into: &batch)
    return nil
  }

  /// The same without replacing any. The quotes in the cells are still doubled.
  mutating func compareCells(
    of batch: borrowing RecordBatch, upTo end: Int, atEnd: Bool
  ) -> ReaderDisagreement? {
    text.truncate(to: 0)
    text.reserve(end)
    cells.reserve(batch.cells.count + 1)
    rows.reserve(batch.rows.count + 1)
    var complete = false
    var counts = (bytes: 0, cells: 0, rows: 0)
    text.withMutableBytes { bytes in
      cells.withStorage { cells in
        rows.withStorage { rows in
          var sink = LibcsvParser.Sink(bytes: bytes, cells: cells, rows: rows)
          complete = batch.text.bytes.withUnsafeBytes {
            parser.parse(UnsafeRawBufferPointer(rebasing: $0[..<end]), atEnd: atEnd, into: &sink)
          }
          complete = complete && !sink.overflow
          counts = (sink.byteCount, sink.cellCount, sink.rowCount)
        }
      }
    }
    guard complete else {
      return ReaderDisagreement(location: ReadLocation(line: batch.firstLine), difference: .stopped)
    }
    text.append(room: counts.bytes) { _ in counts.bytes }
    cells.setCount(counts.cells)
    rows.setCount(counts.rows)
    return compare(with: batch)
  }

  private func compare(with batch: borrowing RecordBatch) -> ReaderDisagreement? {
    var (row, cell) = (0, 0)
    for index in 0..<batch.rows.count {
      let wanted = batch.rows[index]
      let first = Int(wanted.firstCell)
      // libcsv passes over empty lines; in a file of one column they are records.
      if wanted.cellCount == 1 && batch.cells[first].isAbsent { continue }
      guard row < rows.count else {
        return ReaderDisagreement(location: batch.location(ofRow: index), difference: .rowCount)
      }
      guard rows[row] == wanted.cellCount else {
        return ReaderDisagreement(location: batch.location(ofRow: index), difference: .cellCount)
      }
      for column in 0..<Int(wanted.cellCount) {
        if let difference = difference(cells[cell], batch.cells[first + column], batch.text) {
          return ReaderDisagreement(
            location: batch.location(ofRow: index, column: column), difference: difference)
        }
        cell += 1
      }
      row += 1
    }
    guard row == rows.count else {
      let line = ReadLocation(line: batch.firstLine)
      return ReaderDisagreement(location: line, difference: .rowCount)
    }
    return nil
  }

  @inline(__always)
  private func difference(
    _ own: Cell, _ other: Cell, _ otherText: TextBuffer
  ) -> ReaderDisagreement.Difference? {
    if other.hadDoubledQuote { return hasUndoubled(own, other, otherText) ? nil : .bytes }
    guard own.length == other.length else { return .bytes }
    if own.length == 0 { return own.wasQuoted == other.wasQuoted ? nil : .quoting }
    let same = text.bytes.withUnsafeBytes { mine in
      otherText.bytes.withUnsafeBytes { theirs in
        memcmp(
          mine.baseAddress! + Int(own.start), theirs.baseAddress! + Int(other.start), own.length)
          == 0
      }
    }
    return same ? nil : .bytes
  }

  /// Whether a cell holds the other one's bytes with single quotes for its doubled ones.
  private func hasUndoubled(_ own: Cell, _ other: Cell, _ otherText: TextBuffer) -> Bool {
    let quoted = otherText.bytes[other.range]
    var read = quoted.startIndex
    for byte in text.bytes[own.range] {
      guard read < quoted.endIndex, quoted[read] == byte else { return false }
      read += byte == 0x22 ? 2 : 1
    }
    return read == quoted.endIndex
  }

  /// Gives libcsv's bytes to the batch; the flags stay the scanner's, which libcsv does not know.
  private mutating func deliver(into batch: inout RecordBatch) {
    swap(&text, &batch.text)
    var position = 0
    for index in 0..<batch.cells.count {
      let cell = batch.cells[index]
      batch.cells[index] = Cell(
        start: position, length: cell.length, quoted: cell.wasQuoted, doubled: cell.hadDoubledQuote)
      position += cell.length
    }
    batch.isVerified = true
  }
}
