internal import Synchronization

/// Batches whose memory can be used again. A class because the tasks of a reading share it.
final class BatchPool: Sendable {
  private let batches = Mutex<[RecordBatch]>([])

  /// Lends a batch to `body`; it must not outlive the call.
  func withBatch<Result>(_ body: (inout RecordBatch) -> Result) -> Result {
    var batch = batches.withLock { $0.popLast() } ?? RecordBatch()
    defer {
      let used = batch
      batches.withLock { $0.append(used) }
    }
    return body(&batch)
  }
}
