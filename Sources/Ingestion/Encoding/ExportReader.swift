internal import SurveyModel

/// Reads one export: first its head, for whoever decides what the columns are, then all records
/// into codes. Each block is read once.
struct ExportReader: ~Copyable {
  /// The export's name in messages.
  let name: String
  private var reader: RecordReader
  /// Blocks that were read for the head and wait to be encoded.
  private var waiting: [RecordBatch]
  let head: HeadRecords

  /// Records that are looked at before anything is decided.
  static let headRecords = 200

  init(path: String, name: String, options: ReadOptions) throws(ReadFailure) {
    var reader = try RecordReader(path: path, options: options)
    var waiting: [RecordBatch] = []
    var records: [[HeadRecords.Cell]] = []
    while records.count < Self.headRecords {
      var batch = RecordBatch()
      guard try reader.next(into: &batch) else { break }
      for row in 0..<min(batch.rowCount, Self.headRecords - records.count) {
        records.append(
          batch.cellIndices(ofRow: row).map { index in
            let cell = batch.cell(index)
            return HeadRecords.Cell(batch.string(cell), wasQuoted: cell.wasQuoted)
          })
      }
      waiting.append(batch)
    }
    self.name = name
    self.reader = reader
    self.waiting = waiting
    head = HeadRecords(records)
  }

  /// Reads every record to the end.
  ///
  /// - Parameters:
  ///   - modes: the columns to keep, by position; no other cell is stored.
  ///   - needed: cells that a record must have.
  ///   - progress: told the bytes read so far, after each block.
  mutating func encode(
    _ layout: ExportLayout, modes: [Int: ColumnEncoder.Mode], needed: Int,
    progress: (Int) -> Void
  ) throws(ReadFailure) -> EncodedExport {
    let rule = RowRule(headings: layout.columns.count, needed: needed)
    let encoders = modes.sorted { $0.key < $1.key }.map {
      ColumnEncoder(layout.columns[$0.key], $0.value)
    }
    var tally = RowTally(rule: rule, headerRecords: layout.headerRecords, file: name)
    for batch in waiting { encode(batch, encoders, &tally) }
    waiting = []
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      encode(batch, encoders, &tally)
      progress(batch.firstByte)
    }
    let columns = encoders.map { $0.finish() }
    return EncodedExport(
      layout: layout,
      columns: Dictionary(uniqueKeysWithValues: columns.map { ($0.column.position, $0) }),
      rule: rule, recordsRead: tally.read, recordCount: tally.kept, emptyRecords: tally.empty,
      quarantined: tally.quarantined, report: reader.report)
  }

  private func encode(_ batch: RecordBatch, _ encoders: [ColumnEncoder], _ tally: inout RowTally) {
    let rows = tally.keptRows(of: batch)
    guard !rows.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: rows.count) { scratch in
      batch.withRawParts { bytes, cells in
        let block = EncodingBlock(bytes: bytes, cells: cells, rows: rows)
        for encoder in encoders { encoder.append(block, scratch: scratch) }
      }
    }
  }
}

/// Sorts the records of each block into kept, empty and set aside.
private struct RowTally {
  let rule: RowRule
  let headerRecords: Int
  let file: String
  var read = 0
  var kept = 0
  var empty = 0
  var quarantined: [Ledger.Quarantined] = []

  mutating func keptRows(of batch: RecordBatch) -> [EncodingBlock.Row] {
    var rows: [EncodingBlock.Row] = []
    rows.reserveCapacity(batch.rowCount)
    for row in 0..<batch.rowCount {
      let record = batch.record(ofRow: row)
      if record <= headerRecords { continue }
      read += 1
      let cells = batch.cellIndices(ofRow: row)
      switch rule.verdict(
        cellCount: cells.count, length: { batch.cell(cells.lowerBound + $0).length })
      {
      case .kept:
        rows.append(
          EncodingBlock.Row(
            firstCell: UInt32(cells.lowerBound), cellCount: UInt32(cells.count),
            line: UInt32(truncatingIfNeeded: batch.line(ofRow: row)),
            record: UInt32(truncatingIfNeeded: record)))
      case .empty:
        empty += 1
      case .tooManyCells(let found):
        quarantined.append(.tooManyCells(found, rule.headings, place(batch, row)))
      case .tooFewCells(let found):
        quarantined.append(.tooFewCells(found, rule.needed, place(batch, row)))
      }
    }
    kept += rows.count
    return rows
  }

  private func place(_ batch: RecordBatch, _ row: Int) -> SourceLocation {
    SourceLocation(
      file: file, line: batch.line(ofRow: row), record: batch.record(ofRow: row))
  }
}

/// An export as codes, with the account of its records.
struct EncodedExport {
  var layout: ExportLayout
  var columns: [Int: EncodedColumn]
  var rule: RowRule
  /// Records under the headings.
  var recordsRead: Int
  /// Records that the columns hold.
  var recordCount: Int
  /// Records without any content.
  var emptyRecords: Int
  var quarantined: [Ledger.Quarantined]
  var report: ReadReport
}
