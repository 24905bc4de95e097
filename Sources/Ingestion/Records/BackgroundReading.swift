internal import Dispatch
internal import Synchronization

/// libcsv's reading of blocks beside the scanner's, on a thread of its own: the records go on as the
/// scanner found them, and nothing is made of them for others before libcsv agreed to all.
final class BackgroundReading: Sendable {
  private let queue = DispatchQueue(label: "libcsv")
  private let room = DispatchSemaphore(value: mostWaiting)
  private let disagreement = Mutex<ReaderDisagreement?>(nil)
  private let second: Second

  /// Used by the queue alone, one block after the other.
  private final class Second: @unchecked Sendable {
    var reading: SecondReading
    init(_ delimiter: UInt8) { reading = SecondReading(delimiter: delimiter) }
  }

  /// Blocks that wait for libcsv, which is the slower reader; then the scanner waits.
  static let mostWaiting = 4

  init(delimiter: UInt8) { second = Second(delimiter) }

  /// Has the first `end` bytes of a batch read, whose cells are as the scanner found them. `atEnd`: the
  /// last record may lack its line end.
  func read(_ batch: RecordBatch, upTo end: Int, atEnd: Bool) {
    room.wait()
    queue.async { [self] in
      let difference = second.reading.compareCells(of: batch, upTo: end, atEnd: atEnd)
      disagreement.withLock { $0 = $0 ?? difference }
      room.signal()
    }
  }

  /// Waits until libcsv has read all that it was given.
  /// - Throws: the first difference.
  func agree() throws(ReadFailure) {
    queue.sync {}
    if let difference = disagreement.withLock({ $0 }) { throw .disagreement(difference) }
  }
}
