internal import SurveyModel

/// An export that is being encoded: its columns and the account of its records, block after block
/// in the order of the file.
struct ExportEncoding {
  private let plan: EncodingPlan
  let encoders: [ColumnEncoder]
  private let file: String
  /// Bytes of the file; 0 where it is not known.
  let size: Int
  /// Bytes of memory that are allowed, and how many threads share them.
  let limit: Int?
  let workers: Int
  private var isReserved = false
  private var read = 0
  private(set) var kept = 0
  private var empty = 0
  private var end = TableEnd()
  private var quarantined: [Ledger.Quarantined] = []

  init(_ plan: EncodingPlan, file: String, size: Int, limit: Int?, workers: Int) {
    self.limit = limit
    self.workers = workers
    self.plan = plan
    self.file = file
    self.size = size
    encoders = plan.encoders()
  }

  /// Adds the records of a block, which counts its records from the start of the file.
  mutating func append(_ batch: RecordBatch) throws(ReadFailure) {
    let rows = SortedRows(batch, plan.rule, headerRecords: plan.layout.headerRecords)
    encoders.append(batch, rows.kept)
    end.append(batch, rows.kept)
    account(rows, linesBefore: 0, recordsBefore: 0)
    try checkMemory(bytesRead: batch.firstByte)
    reserve(bytesRead: batch.firstByte)
  }

  /// Adds a piece that was encoded on its own.
  mutating func append(_ piece: EncodedPiece, at place: BatchPlace) throws(ReadFailure) {
    let (lines, records) = (place.firstLine - 1, place.firstRecord - 1)
    for (encoder, column) in zip(encoders, piece.columns) {
      encoder.append(column, linesBefore: lines, recordsBefore: records)
    }
    account(piece.rows, linesBefore: lines, recordsBefore: records)
    end.append(piece.rows.end, linesBefore: lines, recordsBefore: records)
    try checkMemory(bytesRead: place.firstByte)
    reserve(bytesRead: place.firstByte)
  }

  /// Makes room, once, for as many records as the first few megabytes promise.
  private mutating func reserve(bytesRead: Int) {
    guard !isReserved, bytesRead >= 4 << 20, size > bytesRead else { return }
    isReserved = true
    let expected = Double(kept) * Double(size) / Double(bytesRead)
    for encoder in encoders { encoder.reserve(Int(expected * 1.02)) }
  }

  private mutating func account(_ rows: SortedRows, linesBefore: Int, recordsBefore: Int) {
    read += rows.read
    kept += rows.keptCount
    empty += rows.empty
    for row in rows.setAside {
      let place = SourceLocation(
        file: file, line: row.line + linesBefore, record: row.record + recordsBefore)
      switch row.verdict {
      case .kept, .empty: break
      case .tooManyCells(let found):
        quarantined.append(.tooManyCells(found, plan.rule.headings, place))
      case .tooFewCells(let found):
        quarantined.append(.tooFewCells(found, plan.rule.needed, place))
      case .headings:
        quarantined.append(.repeatedHeadings(place))
      }
    }
  }

  func finish(report: ReadReport) -> EncodedExport {
    var columns = encoders.map { $0.finish() }
    let feet = end.feet(width: plan.layout.columns.count)
    var kept = kept
    var quarantined = quarantined
    if !feet.isEmpty {
      // Feet are the last of the kept records.
      kept -= feet.count
      let keep = Array(repeating: true, count: kept) + feet.map { _ in false }
      columns = columns.map { $0.filtered(by: keep) }
      quarantined += feet.map { foot in
        let place = SourceLocation(file: file, line: foot.record.line, record: foot.record.record)
        return foot.kind == .total ? .totalRow(place) : .noteRow(place)
      }
    }
    return EncodedExport(
      layout: plan.layout,
      columns: Dictionary(uniqueKeysWithValues: columns.map { ($0.column.position, $0) }),
      rule: plan.rule, recordsRead: read, recordCount: kept, emptyRecords: empty,
      quarantined: quarantined, report: report)
  }
}
