/// How the separator of a file became known.
public enum DelimiterOrigin: Sendable, Equatable {
  /// The caller named it.
  case declared
  /// A first line `sep=;`.
  case separatorLine
  /// Found by trying.
  case sniffed(DelimiterEvidence)
}

/// What each separator makes of the first records.
public struct DelimiterEvidence: Sendable, Equatable {
  /// Every separator tried, the best first.
  public var candidates: [Candidate]
  /// How sure the choice is.
  public var verdict: Verdict

  /// One separator and the table it gives.
  public struct Candidate: Sendable, Equatable {
    /// The separator.
    public var delimiter: UInt8
    /// The most frequent number of cells from the first record that has it on.
    public var width: Int
    /// Records looked at.
    public var records: Int
    /// Those of them that stand above the table (titles, notes).
    public var skipped: Int
    /// Records of `width` cells, of those of the table.
    public var matching: Int
    /// Cells with a quote in the middle: a sign of the wrong separator.
    public var bareQuotes: Int
    /// A rule of structure is broken under this separator.
    public var hasFault: Bool
    /// Separators with a blank behind, as in prose, of those of the table.
    public var prose: Bool

    /// Share of the table's records that have `width` cells, 0 to 1.
    public var share: Double {
      records > skipped ? Double(matching) / Double(records - skipped) : 0
    }
  }

  /// How sure the choice is.
  public enum Verdict: Sendable, Equatable {
    /// A constant width on at least 95 % of the records.
    case constantWidth
    /// Less than that, but the best there is, and the first record has the width.
    case bestEffort
    /// No separator makes a table: the file is read as one column.
    case oneColumn
  }
}

/// Finds the separator of a text by reading its first records with each candidate.
struct DelimiterSniffer {
  /// Candidates in order of preference.
  static let candidates: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]
  /// How many bytes of a file to try, step by step: the first one is enough for most.
  static let steps = [1 << 16, 1 << 18, ReaderLimits.sniffedBytes]

  /// By candidate; settled where a longer text would change nothing.
  private var trials: [(candidate: DelimiterEvidence.Candidate, isSettled: Bool)] = []

  /// Tries the beginning of a file, or all of it if `isWhole`, with every candidate that a shorter
  /// one did not settle; the cells of `sample` are of no use afterwards.
  ///
  /// - Returns: whether a longer one would change nothing, or the case is clear.
  mutating func hasSeenEnough(of sample: inout RecordBatch, isWhole: Bool) -> Bool {
    trials = Self.candidates.indices.map { index in
      if index < trials.count, trials[index].isSettled { return trials[index] }
      return Self.trial(Self.candidates[index], &sample, isWhole: isWhole)
    }
    return isClear || trials.allSatisfy(\.isSettled)
  }

  /// One candidate alone makes a table, all of one width from the first record on.
  private var isClear: Bool {
    let tables = trials.map(\.candidate).filter(Self.qualifies)
    return tables.count == 1 && tables[0].records >= 50 && tables[0].skipped == 0
      && tables[0].matching == tables[0].records && tables[0].bareQuotes == 0
  }

  /// The separator, after at least one trial.
  var verdict: (delimiter: UInt8, evidence: DelimiterEvidence) {
    var tried = trials.map(\.candidate)
    // A stable order: equal candidates stay in order of preference.
    for index in tried.indices.dropFirst() {
      var place = index
      while place > 0, Self.isBetter(tried[place], than: tried[place - 1]) {
        tried.swapAt(place, place - 1)
        place -= 1
      }
    }
    let best = tried[0]
    if Self.qualifies(best) {
      return (best.delimiter, DelimiterEvidence(candidates: tried, verdict: .constantWidth))
    }
    if Self.isFallback(best) {
      return (best.delimiter, DelimiterEvidence(candidates: tried, verdict: .bestEffort))
    }
    return (0x2C, DelimiterEvidence(candidates: tried, verdict: .oneColumn))
  }

  /// Constant width on 95 % of the records; above the table fewer records than in it. A table that
  /// begins below its first record must not look like prose.
  private static func qualifies(_ candidate: DelimiterEvidence.Candidate) -> Bool {
    let table = candidate.records - candidate.skipped
    return candidate.width > 1 && candidate.matching * 100 >= table * 95
      && (candidate.skipped == 0 || (table >= 2 && !candidate.prose))
  }

  private static func isFallback(_ candidate: DelimiterEvidence.Candidate) -> Bool {
    candidate.width > 1 && candidate.skipped == 0 && candidate.matching * 2 >= candidate.records
  }

  private static func isBetter(
    _ a: DelimiterEvidence.Candidate, than b: DelimiterEvidence.Candidate
  ) -> Bool {
    func rank(_ candidate: DelimiterEvidence.Candidate) -> [Int] {
      [
        qualifies(candidate) ? 1 : 0, isFallback(candidate) ? 1 : 0, candidate.hasFault ? 0 : 1,
        candidate.skipped == 0 ? 1 : 0, -candidate.bareQuotes, -candidate.skipped,
        Int(candidate.share * 20), candidate.width,
      ]
    }
    return rank(b).lexicographicallyPrecedes(rank(a))
  }

  /// Settled by records enough, a fault, or the end of the file.
  private static func trial(
    _ delimiter: UInt8, _ sample: inout RecordBatch, isWhole: Bool
  ) -> (candidate: DelimiterEvidence.Candidate, isSettled: Bool) {
    var log = DiagnosticLog()
    var scanner = BlockScanner(delimiter: delimiter, maxCellBytes: .max)
    sample.clearRecords()
    let outcome = scanner.scan(
      &sample, from: 0, isFinal: isWhole, map: SourceMap(encoding: .utf8, base: 0), log: &log)
    let hasFault = if case .fault = outcome { true } else { false }
    let isEnough = sample.rowCount >= ReaderLimits.sniffedRecords
    return (
      judge(sample, delimiter: delimiter, log: log, hasFault: hasFault),
      isEnough || hasFault || isWhole
    )
  }

  private static func judge(
    _ batch: RecordBatch, delimiter: UInt8, log: DiagnosticLog, hasFault: Bool
  ) -> DelimiterEvidence.Candidate {
    let records = min(batch.rowCount, ReaderLimits.sniffedRecords)
    let widths = (0..<records).map(batch.cellCount(ofRow:))
    var frequency: [Int: Int] = [:]
    for width in widths { frequency[width, default: 0] += 1 }
    let width = frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    let skipped = widths.firstIndex(of: width) ?? 0
    let bareQuotes = log.diagnostics.first { $0.code == .bareQuote }?.count ?? 0
    var (inner, blank) = (0, 0)
    for row in skipped..<records {
      for index in batch.cellIndices(ofRow: row).dropFirst() {
        let cell = batch.cell(index)
        inner += 1
        if cell.length > 0, !cell.wasQuoted, batch.text.bytes[Int(cell.start)] == 0x20 {
          blank += 1
        }
      }
    }
    return DelimiterEvidence.Candidate(
      delimiter: delimiter, width: width, records: records, skipped: skipped,
      matching: frequency[width] ?? 0, bareQuotes: bareQuotes, hasFault: hasFault,
      prose: blank * 2 > inner)
  }
}
