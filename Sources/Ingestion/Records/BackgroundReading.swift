internal import Dispatch
internal import Synchronization

/// libcsv's reading of blocks beside the scanner's, on a thread of its own: the records go on as the
/// scanner found them, and nothing is made of them for others before libcsv agreed to all.
///
/// It begins when it is told to, when it is waited for, or when many blocks wait: whoever opens an
/// export may have no processor to share with it.
final class BackgroundReading: Sendable {
  private let queue = DispatchQueue(label: "libcsv", attributes: .initiallyInactive)
  private let room = DispatchSemaphore(value: mostWaiting)
  private let second: Second

  /// Reads one block after the other.
  private final class Second: @unchecked Sendable {
    /// Used by the queue alone.
    let reading: SecondReading
    let disagreement = Mutex<ReaderDisagreement?>(nil)
    init(_ delimiter: UInt8) { reading = SecondReading(delimiter: delimiter) }
  }

  /// Blocks that wait for libcsv, which is the slower reader; then the scanner waits.
  static let mostWaiting = 4

  init(delimiter: UInt8) { second = Second(delimiter) }

  // A queue may not end before it was active.
  deinit { begin() }

  /// Begins, unless it has.
  func begin() { queue.activate() }

  /// Has the text of a batch read as it was `written`, the first `end` bytes of it. `atEnd`: the last
  /// record may lack its line end.
  func read(_ batch: RecordBatch, of written: TextBuffer, upTo end: Int, atEnd: Bool) {
    if room.wait(timeout: .now()) == .timedOut {
      begin()
      room.wait()
    }
    queue.async { [second, room] in
      let difference = second.reading.difference(in: batch, of: written, upTo: end, atEnd: atEnd)
      second.disagreement.withLock { $0 = $0 ?? difference }
      room.signal()
    }
  }

  /// Waits until libcsv has read all that it was given.
  /// - Throws: the first difference.
  func agree() throws(ReadFailure) {
    begin()
    queue.sync {}
    if let difference = second.disagreement.withLock({ $0 }) { throw .disagreement(difference) }
  }
}
