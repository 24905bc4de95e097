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
  /// By worker.
  private var pieceCodes: [Int: PieceCodes] = [:]
  private var read = 0
  private(set) var kept = 0
  private var empty = 0
  private var end = TableEnd()
  private var quarantined: [Ledger.Quarantined] = []
  private let corrected: Set<Int>
  private var replaced: [Int: Bool] = [:]

  init(_ plan: EncodingPlan, file: String, size: Int, limit: Int?, workers: Int) {
    self.limit = limit
    self.workers = workers
    self.plan = plan
    self.file = file
    self.size = size
    encoders = plan.encoders()
    corrected = plan.corrections?.numbers ?? []
  }

  /// Adds the records of a block, which counts its records from the start of the file.
  mutating func append(_ batch: RecordBatch) throws(ReadFailure) {
    let rows = SortedRows(
      batch, plan.rule, headerRecords: plan.layout.headerRecords, corrected: corrected,
      weight: plan.weight)
    encoders.append(batch, rows.kept)
    end.append(batch, rows.kept)
    account(rows, linesBefore: 0, recordsBefore: 0)
    try checkMemory(bytesRead: batch.firstByte)
    reserve(bytesRead: batch.firstByte)
  }

  /// Adds the next piece of a worker.
  mutating func append(_ piece: EncodedPiece, at place: BatchPlace) throws(ReadFailure) {
    let (lines, records) = (place.firstLine - 1, place.firstRecord - 1)
    pieceCodes[piece.worker, default: PieceCodes()].add(
      piece, to: encoders, linesBefore: lines, recordsBefore: records)
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
    for (record, wasSound) in rows.replaced { replaced[record] = wasSound }
    for row in rows.setAside {
      let place = SourceLocation(
        file: file, line: row.line + linesBefore, record: row.record + recordsBefore)
      setAside(row.verdict, place)
    }
  }

  private mutating func setAside(_ verdict: RowRule.Verdict, _ place: SourceLocation) {
    switch verdict {
    case .kept, .empty: break
    case .tooManyCells(let found):
      quarantined.append(.tooManyCells(found, plan.rule.headings, place))
    case .tooFewCells(let found):
      quarantined.append(.tooFewCells(found, plan.rule.needed, place))
    case .headings:
      quarantined.append(.repeatedHeadings(place))
    }
  }

  /// Puts the corrected records behind the others.
  private mutating func appendCorrected() -> (count: Int, problems: [Problem]) {
    guard let corrections = plan.corrections else { return (0, []) }
    var problems = corrections.problems
    for record in corrections.records {
      switch replaced[record.number] {
      case nil: problems.append(.correctionOfNoRecord(record.number, at: record.place))
      case true?: problems.append(.nothingToCorrect(record.number, at: record.place))
      case false?: break
      }
    }
    if !problems.isEmpty { return (0, problems) }
    var count = 0
    for (record, verdict) in zip(corrections.records, corrections.append(to: encoders, plan.rule)) {
      switch verdict {
      case .kept: count += 1
      case .empty: empty += 1
      case .tooManyCells, .tooFewCells, .headings:
        setAside(
          verdict, SourceLocation(file: file, line: record.line, record: record.number))
      }
    }
    kept += count
    return (count, [])
  }

  mutating func finish(report: ReadReport) -> EncodedExport {
    let corrected = appendCorrected()
    let finished = encoders.map { $0.finish() }
    let jobs = SurveyModel.workers(workers, forRecords: kept)
    var columns = concurrentMap(finished.count, jobs: jobs) {
      finished[$0].column()
    }
    let feet = end.feet(width: plan.layout.columns.count)
    if !feet.isEmpty {
      // Feet are the last of the kept records of the file; the corrected ones stand behind them.
      kept -= feet.count
      let keep =
        Array(repeating: true, count: kept - corrected.count) + feet.map { _ in false }
        + Array(repeating: true, count: corrected.count)
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
      quarantined: quarantined, report: report, correctedRecords: corrected.count,
      problems: corrected.problems, corrections: plan.corrections)
  }
}
