internal import Dispatch
internal import Synchronization

/// How many of `jobs` threads are worth their start for so many records, once they are codes.
public func workers(_ jobs: Int, forRecords records: Int) -> Int {
  records < 512 ? 1 : max(1, jobs)
}

/// `body(0)`, `body(1)`, … in this order, worked out on several threads at a time.
///
/// For many independent pieces of a fraction of a millisecond each: tables to render, questions to
/// tabulate. The result does not depend on `jobs`. It blocks the caller, who works along.
///
/// - Parameter jobs: how many threads at most; 1 starts none.
public func concurrentMap<Piece: Sendable>(
  _ count: Int, jobs: Int, _ body: @Sendable (Int) -> Piece
) -> [Piece] {
  let workers = min(jobs, count)
  guard workers > 1 else { return (0..<count).map(body) }
  return Array(unsafeUninitializedCapacity: count) { room, filled in
    // Every place is written once, by whoever drew its number.
    nonisolated(unsafe) let places = room.baseAddress!
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        (places + index).initialize(to: body(index))
      }
    }
    filled = count
  }
}
