public import SurveyModel

/// What a person decided, held against the answers as they are now.
///
/// A decision is about the words of one answer. It goes with them when records move, counts for
/// every answer to the question with the same words, wins over the dictionary and outlives it. Where
/// the words changed it does not count, and is reported.
public struct ReviewDecisions: Sendable {
  private struct Words: Hashable {
    var source: String
    var scope: String
    var hash: UInt64

    init(_ key: ReviewKey, _ hash: UInt64) {
      source = key.source
      scope = key.scope
      self.hash = hash
    }
  }
  private struct Record: Hashable {
    var key: ReviewKey
    var hash: UInt64
  }

  private var byRecord: [Record: [String]] = [:]
  /// `.some(nil)`: decisions on the same words differ, so they count for their own records only.
  private var byWords: [Words: [String]?] = [:]
  /// Decided rows, their decisions written out in ids, to be kept whatever becomes of their answers.
  public private(set) var rows: [ReviewRow] = []
  private var records: Set<ReviewKey> = []
  private var metWords: Set<Words> = []
  private var metRecords: Set<ReviewKey> = []
  /// What could not be understood.
  public private(set) var problems: [Problem] = []

  public var isEmpty: Bool { rows.isEmpty }

  public init() {}

  /// - Parameters:
  ///   - file: the sheet, as messages name it.
  ///   - noticed: what was noticed in reading it.
  public init(
    _ sheet: ReviewSheet, codebook: Codebook, file: String, noticed: [Problem] = []
  ) {
    problems = noticed
    let reader = DecisionReader(codebook)
    for row in sheet.rows {
      switch reader.read(row.decision, proposal: row.proposal) {
      case .undecided: break
      case .unknown(let piece):
        problems.append(.unknownDecision(piece, row.key, codebook.themes.map(\.id), file))
        keep(row)
      case .themes(let themes):
        var row = row
        row.decision = themes.isEmpty ? "-" : themes.joined(separator: " | ")
        let words = Words(row.key, row.textHash)
        if let known = byWords[words] {
          if known != themes { byWords[words] = .some(nil) }
        } else {
          byWords[words] = themes
        }
        byRecord[Record(key: row.key, hash: row.textHash)] = themes
        keep(row)
      }
    }
  }

  /// The last row about the same words of the same record stays.
  private mutating func keep(_ row: ReviewRow) {
    records.insert(row.key)
    if let index = rows.firstIndex(where: { $0.key == row.key && $0.textHash == row.textHash }) {
      rows[index] = row
    } else {
      rows.append(row)
    }
  }

  /// The decision on an answer; `nil`: none. Every answer must be asked for once before `orphans`.
  ///
  /// - Returns: theme ids; empty: the person says that it speaks of no theme.
  public mutating func themes(for key: ReviewKey, textHash: UInt64) -> [String]? {
    if isEmpty { return nil }
    let words = Words(key, textHash)
    if records.contains(key) { metRecords.insert(key) }
    if let shared = byWords[words] {
      metWords.insert(words)
      return byRecord[Record(key: key, hash: textHash)] ?? shared
    }
    return nil
  }

  /// Decided rows whose words were not met: the answer changed, or is gone.
  public var orphans: [(row: ReviewRow, isChanged: Bool)] {
    rows.filter {
      !metWords.contains(Words($0.key, $0.textHash)) && byWords[Words($0.key, $0.textHash)] != nil
    }
    .map { ($0, metRecords.contains($0.key)) }
  }

  /// What a person must know of decisions that count no more.
  public func orphanProblems(in file: String) -> [Problem] {
    let all = orphans
    let changed = all.filter(\.isChanged).map(\.row.key)
    let gone = all.filter { !$0.isChanged }.map(\.row.key)
    return (changed.isEmpty ? [] : [.textChanged(changed, file)])
      + (gone.isEmpty ? [] : [.answerGone(gone, file)])
  }

  /// Takes over the decisions of another sheet; on the same words the other's count.
  ///
  /// - Returns: how many decisions were taken, and how many of them replace another one.
  public mutating func take(_ other: ReviewDecisions) -> (taken: Int, replaced: Int) {
    var taken = 0
    var replaced = 0
    for row in other.rows {
      let words = Words(row.key, row.textHash)
      guard let themes = other.byRecord[Record(key: row.key, hash: row.textHash)] else { continue }
      let before = byRecord[Record(key: row.key, hash: row.textHash)]
      if before != themes { taken += 1 }
      if let before, before != themes { replaced += 1 }
      byRecord[Record(key: row.key, hash: row.textHash)] = themes
      byWords[words] = other.byWords[words] ?? themes
      keep(row)
    }
    problems += other.problems
    return (taken, replaced)
  }

  /// What was decided, whatever else its sheet says: the same text for the same decisions.
  public var summary: String {
    decided.sorted { ($0.key, $0.textHash) < ($1.key, $1.textHash) }.map { decision in
      let key = decision.key
      let themes = decision.themes.joined(separator: "|")
      return "\(key.source)/\(key.question)/\(key.record) \(decision.textHash) \(themes)\n"
    }.joined()
  }

  /// The decided rows with their themes, for comparisons.
  public var decided: [(key: ReviewKey, textHash: UInt64, themes: [String])] {
    rows.compactMap { row in
      byRecord[Record(key: row.key, hash: row.textHash)].map { (row.key, row.textHash, $0) }
    }
  }
}
