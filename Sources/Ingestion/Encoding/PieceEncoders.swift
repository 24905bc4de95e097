internal import SurveyModel

/// Encodes the pieces of an export on several threads. Each worker keeps its dictionaries from piece to
/// piece, so a text that it knows already is not looked up again when a piece is added to the whole.
final class PieceEncoders: Sendable {
  private let plan: EncodingPlan
  private let workers: [Worker]

  /// What a worker knows. It reads one piece at a time, so nothing of it is ever shared.
  private final class Worker: @unchecked Sendable {
    var round = -1
    var encoders: [ColumnEncoder] = []
  }

  /// Beyond so many different texts, or bytes of them, a worker begins anew: what it knows is known twice.
  private static let mostTexts = 1 << 15
  private static let mostBytes = 1 << 20

  init(_ plan: EncodingPlan, workers: Int) {
    self.plan = plan
    self.workers = (0..<workers).map { _ in Worker() }
  }

  /// Encodes a piece, which must lie below the headings.
  func encode(_ batch: borrowing RecordBatch, for reader: PieceReader) -> EncodedPiece {
    var rows = SortedRows(batch, plan.rule, headerRecords: 0)
    let worker = workers[reader.worker]
    let isFirst = worker.round != reader.round || Self.isFull(worker.encoders)
    if isFirst { (worker.round, worker.encoders) = (reader.round, plan.encoders()) }
    worker.encoders.append(batch, rows.kept)
    let columns = worker.encoders.map { $0.takePiece() }
    rows.keptCount = rows.kept.count
    rows.end.append(batch, rows.kept)
    rows.kept = []
    return EncodedPiece(rows: rows, worker: reader.worker, isFirst: isFirst, columns: columns)
  }

  private static func isFull(_ encoders: [ColumnEncoder]) -> Bool {
    encoders.reduce(0) { $0 + $1.textCount } > mostTexts
      || encoders.reduce(0) { $0 + $1.textBytes } > mostBytes
  }
}

/// One piece of an export in the codes of a worker, its lines and records counted from 1.
struct EncodedPiece: Sendable {
  /// Without the kept rows themselves.
  var rows: SortedRows
  var worker: Int
  /// The worker knew no text before it.
  var isFirst: Bool
  var columns: [Column]

  struct Column: Sendable {
    var codes: Codes
    /// The texts that the worker did not know before, in code order.
    var texts: ValueDictionary.Texts
  }
}

/// The codes that the texts of one worker have in the whole export: an element a column, one a code.
struct PieceCodes {
  private var columns: [[UInt32]] = []

  /// Adds a piece to the whole.
  mutating func add(
    _ piece: EncodedPiece, to encoders: [ColumnEncoder], linesBefore: Int, recordsBefore: Int
  ) {
    if piece.isFirst || columns.isEmpty {
      columns = encoders.map { _ in [ValueDictionary.unquotedEmpty, ValueDictionary.quotedEmpty] }
    }
    for (index, column) in piece.columns.enumerated() {
      encoders[index].append(
        column, through: &columns[index], linesBefore: linesBefore, recordsBefore: recordsBefore)
    }
  }
}
