internal import SurveyModel

/// Reads one export: first its head, for whoever decides what the columns are, then all records
/// into codes. Each block is read once.
struct ExportReader: ~Copyable {
  /// The export's name in messages.
  let name: String
  private var reader: RecordReader
  /// libcsv's reading of the same blocks, where it has a thread of its own.
  var beside: BackgroundReading? { reader.beside }
  /// Blocks that were read for the head and wait to be encoded.
  private var waiting: [RecordBatch]
  let head: HeadRecords

  /// The size of the file, or of the text of its sheet.
  var fileBytes: Int { reader.source.size }

  /// Records that are looked at before anything is decided.
  static let headRecords = 200

  init(path: String, name: String, options: ReadOptions) throws(ReadFailure) {
    var reader = try RecordReader(path: path, options: options)
    reader.isVerifiedLater = true
    var waiting: [RecordBatch] = []
    var records: [[HeadRecords.Cell]] = []
    while records.count < Self.headRecords {
      var batch = waiting.last.map { RecordBatch(as: $0) } ?? RecordBatch()
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
    // What libcsv reads meanwhile: it is the slower one, and decides when a short file is done.
    while reader.beside != nil, waiting.count < BackgroundReading.mostWaiting {
      var batch = waiting.last.map { RecordBatch(as: $0) } ?? RecordBatch()
      guard try reader.next(into: &batch) else { break }
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
  ///   - plan: the columns to keep; no other cell is stored.
  ///   - isVerifiedLater: whoever calls waits for libcsv, else it has agreed on return.
  ///   - progress: told the bytes read so far, after each block.
  mutating func encode(
    _ plan: EncodingPlan, isVerifiedLater: Bool = false, progress: (Int) -> Void
  ) throws(ReadFailure) -> EncodedExport {
    var encoding = try encodingOfHead(plan, workers: 1)
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      try encoding.append(batch)
      progress(batch.firstByte)
    }
    if !isVerifiedLater { try reader.beside?.agree() }
    return encoding.finish(report: reader.report)
  }

  /// The same, several pieces of the file at a time.
  ///
  /// Each worker encodes on its own; its pieces are then added in the order of the file, so the codes,
  /// and all that follows from them, do not depend on the number of workers or the size of pieces.
  mutating func encode(
    _ plan: EncodingPlan, workers: Workers, progress: (Int) -> Void
  ) async throws(ReadFailure) -> EncodedExport {
    // A piece does not know the numbers of its records, by which they are corrected.
    if plan.corrections != nil { return try encode(plan, progress: progress) }
    var encoding = try encodingOfHead(plan, workers: workers.count)
    let encoders = PieceEncoders(plan, workers: workers.count)
    try await reader.readConcurrently(
      workers: workers.count, segmentBytes: workers.pieceBytes,
      decode: { encoders.encode($0, for: $1) },
      take: { (piece, place) throws(ReadFailure) in
        try encoding.append(piece, at: place)
        progress(place.firstByte)
      })
    try reader.beside?.agree()
    return encoding.finish(report: reader.report)
  }

  private mutating func encodingOfHead(
    _ plan: EncodingPlan, workers: Int
  ) throws(ReadFailure) -> ExportEncoding {
    var encoding = ExportEncoding(
      plan, file: name, size: reader.source.size, limit: reader.options.memoryLimit,
      workers: workers)
    for batch in waiting { try encoding.append(batch) }
    waiting = []
    return encoding
  }
}

/// How many threads read one export.
public struct Workers: Sendable {
  public var count: Int
  /// How much of the file each takes at a time: so much that handing it over costs little.
  var pieceBytes = 1 << 20

  /// - Precondition: `count >= 1`.
  public init(_ count: Int) {
    precondition(count >= 1)
    self.count = count
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
  /// Records that stand corrected, the last ones of the columns.
  var correctedRecords = 0
  /// What is wrong with the corrections.
  var problems: [Problem] = []
  var corrections: CorrectedRecords?
  /// Lines that no record holds, by what they lack.
  var excluded: [Ledger.Excluded] = []
  /// Line and record at which each record begins; only where a record is made of several.
  var recordPlaces: [(line: Int, record: Int)]?
}
