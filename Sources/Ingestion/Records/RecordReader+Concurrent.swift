/// Where a batch stands in its file.
public struct BatchPlace: Sendable, Equatable {
  /// Number of its first record, from 1.
  public var firstRecord: Int
  /// Number of its first physical line, from 1.
  public var firstLine: Int
  /// Offset of its first byte.
  public var firstByte: Int
}

/// Who reads a piece. A worker of a round reads its pieces in the order of the file, one at a time, and
/// all that it read before this one was taken or will be; another round knows nothing of it.
public struct PieceReader: Sendable, Hashable {
  /// From 0.
  public var worker: Int
  public var round: Int
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
  ///   - decode: called for each batch on any thread, perhaps for batches that are then read again by
  ///     another round. Lines and records of the batch count from 1 here, `firstByte` is right.
  ///   - take: called in the order of the file with what `decode` made of a batch and its place.
  /// - Throws: what `next(into:)` and `take` throw. What was taken before is then of no use.
  public mutating func readConcurrently<Part: Sendable>(
    workers: Int, segmentBytes: Int = 1 << 20,
    decode: @escaping @Sendable (borrowing RecordBatch, PieceReader) -> Part,
    take: (Part, BatchPlace) throws(ReadFailure) -> Void
  ) async throws(ReadFailure) {
    var batch = RecordBatch()
    var round = 0
    while !finished {
      if workers > 1, text.encoding == .utf8, scanner.width > 1 {
        let isDoubtful = try await readSegments(
          workers: workers, round: round, segmentBytes: max(1, min(segmentBytes, 1 << 28)),
          decode: decode, take: take)
        if isDoubtful { round += 1 }
      }
      guard try next(into: &batch) else { return }
      let place = BatchPlace(
        firstRecord: batch.firstRecord, firstLine: batch.firstLine, firstByte: batch.firstByte)
      (batch.firstRecord, batch.firstLine) = (1, 1)
      try take(decode(batch, PieceReader(worker: 0, round: round)), place)
    }
  }

  /// Reads pieces from `nextByte` on until no cut is found or one is doubtful, and says whether one was.
  private mutating func readSegments<Part: Sendable>(
    workers: Int, round: Int, segmentBytes: Int,
    decode: @escaping @Sendable (borrowing RecordBatch, PieceReader) -> Part,
    take: (Part, BatchPlace) throws(ReadFailure) -> Void
  ) async throws(ReadFailure) -> Bool {
    typealias Result = (index: Int, worker: Int, outcome: Segment.Outcome, part: Part?)
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
      var idle = Array((0..<workers).reversed())
      while true {
        while !isPlanned, !isDoubtful, let worker = idle.last,
          segments.count - taken < 2 * workers
        {
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
          idle.removeLast()
          group.addTask {
            pool.withBatch { batch in
              let outcome = segment.read(into: &batch)
              guard case .clean = outcome else { return (index, worker, outcome, nil) }
              let reader = PieceReader(worker: worker, round: round)
              return (index, worker, outcome, decode(batch, reader))
            }
          }
        }
        guard let result = await group.next() else { return }
        idle.append(result.worker)
        waiting[result.index] = result
        while !isDoubtful, let (_, _, outcome, part) = waiting.removeValue(forKey: taken) {
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
    return isDoubtful
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
