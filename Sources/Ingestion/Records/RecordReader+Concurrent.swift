/// Where a batch stands in its file.
public struct BatchPlace: Sendable, Equatable {
  /// Number of its first record, from 1.
  public var firstRecord: Int
  /// Number of its first physical line, from 1.
  public var firstLine: Int
  /// Offset of its first byte.
  public var firstByte: Int
}

extension RecordReader {
  /// Reads all records that are left, several pieces of the file at a time.
  ///
  /// The file is cut where a record probably begins. A piece is believed only if the one before it is
  /// and ends exactly where this one begins; where that fails, and where anything else is unusual,
  /// reading goes on in order for a while. So records, report and failures are the same as from
  /// `next(into:)`, whatever the number of workers. UTF-8 files of two or more columns are read
  /// concurrently, others in order. Read the first batch with `next(into:)` to learn the header.
  ///
  /// - Parameters:
  ///   - workers: pieces read at a time.
  ///   - segmentBytes: size of a piece.
  ///   - decode: called for each batch on any thread, in any order, perhaps for batches that are then
  ///     read again. Lines and records of the batch count from 1 here, `firstByte` is right.
  ///   - take: called in the order of the file with what `decode` made of a batch and its place.
  /// - Throws: what `next(into:)` and `take` throw. What was taken before is then of no use.
  public mutating func readConcurrently<Part: Sendable>(
    workers: Int, segmentBytes: Int = 1 << 20,
    decode: @escaping @Sendable (borrowing RecordBatch) -> Part,
    take: (Part, BatchPlace) throws(ReadFailure) -> Void
  ) async throws(ReadFailure) {
    var batch = RecordBatch()
    while !finished {
      if workers > 1, text.encoding == .utf8, scanner.width > 1 {
        try await readSegments(
          workers: workers, segmentBytes: max(1, min(segmentBytes, 1 << 28)), decode: decode,
          take: take)
      }
      guard try next(into: &batch) else { return }
      let place = BatchPlace(
        firstRecord: batch.firstRecord, firstLine: batch.firstLine, firstByte: batch.firstByte)
      (batch.firstRecord, batch.firstLine) = (1, 1)
      try take(decode(batch), place)
    }
  }

  /// Reads pieces from `nextByte` on until no cut is found or one is doubtful.
  private mutating func readSegments<Part: Sendable>(
    workers: Int, segmentBytes: Int, decode: @escaping @Sendable (borrowing RecordBatch) -> Part,
    take: (Part, BatchPlace) throws(ReadFailure) -> Void
  ) async throws(ReadFailure) {
    typealias Result = (index: Int, outcome: Segment.Outcome, part: Part?)
    let pool = BatchPool()
    let finder = CutFinder(delimiter: scanner.delimiter, width: scanner.width)
    let bytes = source.readable
    let size = source.size
    var planned = nextByte
    var segments: [Segment] = []
    var failure: ReadFailure?
    var (taken, isPlanned, isDoubtful) = (0, false, false)
    await withTaskGroup(of: Result.self) { group in
      var waiting: [Int: Result] = [:]
      var running = 0
      while true {
        while !isPlanned, !isDoubtful, running < workers, segments.count - taken < 2 * workers {
          let cut =
            planned + segmentBytes < size
            ? try? finder.cut(bytes, after: planned + segmentBytes) : nil
          guard let cut, cut < size else {
            isPlanned = true
            break
          }
          let index = segments.count
          let share = verifiedShare
          let segment = Segment(
            bytes: bytes, range: planned..<cut, delimiter: scanner.delimiter,
            maxCellBytes: scanner.maxCellBytes, width: scanner.width,
            isVerified: share > 0 && (blocks - taken + index) % share == 0)
          segments.append(segment)
          planned = cut
          running += 1
          group.addTask {
            pool.withBatch { batch in
              let outcome = segment.read(into: &batch)
              guard case .clean = outcome else { return (index, outcome, nil) }
              return (index, outcome, decode(batch))
            }
          }
        }
        guard let result = await group.next() else { return }
        running -= 1
        waiting[result.index] = result
        while !isDoubtful, let (_, outcome, part) = waiting.removeValue(forKey: taken) {
          switch outcome {
          case .clean(let facts):
            let place = absorb(facts, segments[taken])
            do throws(ReadFailure) {
              if let part { try take(part, place) }
            } catch {
              failure = error
              isDoubtful = true
            }
            taken += 1
          case .doubtful:
            isDoubtful = true
          case .disagreement(let difference):
            failure = .disagreement(difference)
            isDoubtful = true
          }
        }
      }
    }
    if let failure { throw failure }
  }

  /// Adds what a piece holds to what is known; the next record begins at its end.
  private mutating func absorb(_ facts: Segment.Facts, _ segment: Segment) -> BatchPlace {
    let place = BatchPlace(
      firstRecord: nextRecord, firstLine: scanner.line, firstByte: segment.range.lowerBound)
    log.absorb(facts.log, lines: scanner.line - 1, records: nextRecord - 1)
    scanner.absorb(facts.scanner)
    nextRecord += facts.records
    blocks += 1
    if segment.isVerified { verifiedBlocks += 1 }
    nextByte = segment.range.upperBound
    rest = []
    text.move(to: nextByte)
    return place
  }
}
