internal import CScan

/// A piece of a file between two cuts, scanned without knowing what stands before it.
struct Segment: Sendable {
  let bytes: ReadableBytes
  let range: Range<Int>
  let delimiter: UInt8
  let maxCellBytes: Int
  /// Cells of the header.
  let width: Int
  /// libcsv reads the piece as well.
  let isVerified: Bool

  /// What a piece adds to the report, its lines and records counted from 1.
  struct Facts: Sendable {
    var records: Int
    var scanner: BlockScanner
    var log: DiagnosticLog
  }

  enum Outcome {
    /// Whole records from end to end: if the piece begins with a record, the next one does too.
    case clean(Facts)
    /// Not UTF-8, a broken rule, or a record that goes on after the piece. Read it in order instead.
    case doubtful
    case disagreement(ReaderDisagreement)
  }

  /// Reads the records of the piece into `batch`.
  func read(into batch: inout RecordBatch) -> Outcome {
    batch.clear()
    (batch.firstRecord, batch.firstLine, batch.firstByte) = (1, 1, range.lowerBound)
    do throws(ReadFailure) {
      try batch.text.append(room: range.count) { (target) throws(ReadFailure) in
        try bytes.read(at: range.lowerBound, into: target)
      }
    } catch {
      return .doubtful
    }
    var multibyte = false
    guard batch.text.count == range.count,
      cscan_valid_utf8(batch.text.bytes, range.count, &multibyte) == range.count
    else { return .doubtful }
    var scanner = BlockScanner(delimiter: delimiter, maxCellBytes: maxCellBytes, width: width)
    var log = DiagnosticLog()
    let map = SourceMap(encoding: .utf8, base: range.lowerBound)
    guard
      case .read(upTo: range.count) = scanner.scan(
        &batch, from: 0, isFinal: false, feedMayFollow: false, map: map, log: &log)
    else { return .doubtful }
    batch.noteRagged(width: width, log: &log)
    TextCheck.run(on: batch, upTo: range.count, map: map, log: &log)
    let written = isVerified ? batch.text : TextBuffer()
    batch.undoubleQuotes()
    if isVerified {
      let second = SecondReading(delimiter: delimiter)
      if let difference = second.difference(
        in: batch, of: written, upTo: range.count, atEnd: false)
      {
        return .disagreement(difference)
      }
    }
    return .clean(Facts(records: batch.rowCount, scanner: scanner, log: log))
  }
}
