internal import Dispatch
internal import Synchronization

/// libcsv's reading of blocks beside the scanner's, on a thread of its own: the records go on as the
/// scanner found them, and the end of the file waits until libcsv agreed to all.
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
  private static let mostWaiting = 4

  init(delimiter: UInt8) { second = Second(delimiter) }

  /// Has the first `end` bytes of a batch read, whose cells are as the scanner found them. `atEnd`: the
  /// last record may lack its line end.
  func read(_ batch: RecordBatch, upTo end: Int, atEnd: Bool) {
    room.wait()
    queue.async { [self] in
      var batch = batch
      let difference = second.reading.replaceCells(of: &batch, upTo: end, atEnd: atEnd)
      disagreement.withLock { $0 = $0 ?? difference }
      room.signal()
    }
  }

  /// The first difference in all that was read so far; waits for libcsv.
  func difference() -> ReaderDisagreement? {
    queue.sync {}
    return disagreement.withLock { $0 }
  }
}
