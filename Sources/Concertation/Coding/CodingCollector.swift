internal import SurveyModel
internal import ThemeCoding

/// Goes through open answers and statements one by one: counts them, and keeps what a person reviews.
struct CodingCollector {
  /// One an open question or source of sessions.
  private(set) var counts: [CodingCounts] = []
  /// Dictionary against person, over the decided ones.
  private(set) var reviewed: [(given: Set<String>, expected: Set<String>)] = []
  private(set) var uncoded: [UncodedAnswer] = []
  /// Texts without theme that are too many to be kept.
  private(set) var unread = 0
  private(set) var decisions: ReviewDecisions
  private var coder: ThemeCoder
  private var sheet: SheetSample
  private let positions: [String: Int]
  private let themeCount: Int

  /// Texts without theme that are kept for suggestions.
  private static let uncodedLimit = 50_000

  /// One text: an answer or a statement, personal data masked.
  struct Text {
    var key: ReviewKey
    var text: String
    var hash: UInt64
    /// Its quartier's position, where it is known.
    var quartier: Int?
    /// Where its row stands in the sheet.
    var order: [Int]
  }

  init(_ codebook: Codebook, _ decisions: ReviewDecisions, limit: Int) {
    self.decisions = decisions
    coder = ThemeCoder(codebook)
    sheet = SheetSample(limit: limit)
    themeCount = codebook.themes.count
    positions = Dictionary(
      uniqueKeysWithValues: codebook.themes.enumerated().map { ($1.id, $0) })
  }

  /// Begins with an open question, or with the statements of a source.
  ///
  /// - Returns: its place among `counts`.
  mutating func begin(_ source: Bilingual, _ question: Bilingual, statements: Int? = nil) -> Int {
    counts.append(
      CodingCounts(
        source: source, question: question, themeCount: themeCount, byTheirSheets: statements))
    return counts.count - 1
  }

  /// - Complexity: O(bytes).
  mutating func add(_ text: Text, to place: Int) {
    let coding = coder.code(text.text)
    let decided = decisions.themes(for: text.key, textHash: text.hash)
    let themes = (decided ?? coding.themes).compactMap { positions[$0] }.sorted()
    counts[place].add(themes, coding, isDecided: decided != nil, positions: positions)
    if let decided { reviewed.append((Set(coding.themes), Set(decided))) }
    if themes.isEmpty, decided == nil {
      if uncoded.count < Self.uncodedLimit {
        uncoded.append(UncodedAnswer(text: text.text, quartier: text.quartier))
      } else {
        unread += 1
      }
    }
    sheet.add(
      ReviewRow(
        key: text.key, textHash: text.hash, text: text.text, proposal: coding.themes,
        words: coding.wordsForReview, signs: coding.signsForReview,
        decision: decided.map { $0.isEmpty ? "-" : $0.joined(separator: " | ") } ?? ""),
      order: text.order)
  }

  /// The rows of the sheet, in their order.
  var rows: [ReviewRow] { sheet.rows }
}

/// The rows of a sheet: all decided ones, and of the others those with the smallest marks, which are
/// as good as drawn at random and the same each time.
private struct SheetSample {
  private var kept: [(row: ReviewRow, order: [Int], mark: UInt64)] = []
  private var open = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ row: ReviewRow, order: [Int]) {
    let mark = TextHash.of("\(row.key.source)/\(row.key.question)/\(row.key.record)")
    kept.append((row, order, mark))
    if row.decision.isEmpty { open += 1 }
    if open > 2 * limit + 1000 { thin() }
  }

  private mutating func thin() {
    let marks = kept.filter { $0.row.decision.isEmpty }.map(\.mark).sorted()
    guard marks.count > limit else { return }
    let border = limit == 0 ? 0 : marks[limit - 1]
    kept.removeAll { $0.row.decision.isEmpty && (limit == 0 || $0.mark > border) }
    open = kept.count { $0.row.decision.isEmpty }
  }

  var rows: [ReviewRow] {
    var copy = self
    copy.thin()
    return copy.kept.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.row)
  }
}

extension TextCoding {
  /// `poubelles [poubelle]`, `poubele [poubelle ~ poubelle]`: the words, the rule, the word that a
  /// slip was read as.
  fileprivate var wordsForReview: String {
    mentions.map { mention in
      let slip = mention.readAs.map { " ~ \($0)" } ?? ""
      return "\(mention.words) [\(mention.rule)\(slip)]"
    }.joined(separator: " | ")
  }

  fileprivate var signsForReview: [String] {
    var out: [String] = []
    for mention in mentions {
      guard let sign = mention.sign else { continue }
      let text = "\(mention.theme)=\(sign.rawValue)"
      if !out.contains(text) { out.append(text) }
    }
    return out
  }
}
