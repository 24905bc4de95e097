/// The answers of all rows to a question that allows several: a set of options a person.
///
/// An option named twice by one person is one mention; the raw count is kept beside. Whether a
/// person was asked is kept too: somebody asked who ticked nothing is not somebody not asked.
public struct MentionColumn: Sendable, Equatable {
  public let rowCount: Int
  public let optionCount: Int
  /// Whether each row was asked; `nil` when all were.
  public let asked: [Bool]?
  /// How often each option was named, repetitions included.
  public let rawCounts: [Int]
  /// One bit an option, `wordCount` words a row.
  private var words: [UInt64]
  private let wordCount: Int

  private init(rowCount: Int, optionCount: Int, asked: [Bool]?, rawCounts: [Int]) {
    precondition(asked.map { $0.count == rowCount } ?? true, "one value a row")
    self.rowCount = rowCount
    self.optionCount = optionCount
    self.asked = asked
    self.rawCounts = rawCounts
    wordCount = max(1, (optionCount + 63) / 64)
    words = [UInt64](repeating: 0, count: rowCount * wordCount)
  }

  /// From one yes/no column an option; `nil` and `false` are both "not named".
  public init(options: [[Bool?]], asked: [Bool]? = nil) {
    let rowCount = options.first?.count ?? asked?.count ?? 0
    precondition(options.allSatisfy { $0.count == rowCount }, "columns of different lengths")
    self.init(
      rowCount: rowCount, optionCount: options.count, asked: asked,
      rawCounts: options.map { $0.count { $0 == true } })
    for (option, column) in options.enumerated() {
      for row in 0..<rowCount where column[row] == true { insert(option, row) }
    }
  }

  /// From "first answer, second answer, ..." columns that share one list of options.
  public init(slots: [CodeColumn], asked: [Bool]? = nil) {
    let rowCount = slots.first?.count ?? asked?.count ?? 0
    let optionCount = slots.first?.categoryCount ?? 0
    precondition(
      slots.allSatisfy { $0.count == rowCount && $0.categoryCount == optionCount },
      "slots of different shapes")
    var raw = [Int](repeating: 0, count: optionCount)
    for slot in slots { for code in slot.codes where code >= 0 { raw[Int(code)] += 1 } }
    self.init(rowCount: rowCount, optionCount: optionCount, asked: asked, rawCounts: raw)
    for slot in slots {
      for row in 0..<rowCount where slot.codes[row] >= 0 { insert(Int(slot.codes[row]), row) }
    }
  }

  /// From the list of options that each row named.
  public init(lists: [[Int]], optionCount: Int, asked: [Bool]? = nil) throws(DesignError) {
    var raw = [Int](repeating: 0, count: optionCount)
    for (row, list) in lists.enumerated() {
      for option in list {
        guard option >= 0, option < optionCount else {
          throw .codeOutOfRange(row: row, code: option, categories: optionCount)
        }
        raw[option] += 1
      }
    }
    self.init(rowCount: lists.count, optionCount: optionCount, asked: asked, rawCounts: raw)
    for (row, list) in lists.enumerated() { for option in list { insert(option, row) } }
  }

  /// Whether a row named an option.
  public func contains(_ option: Int, row: Int) -> Bool {
    words[row * wordCount + option / 64] >> UInt64(option % 64) & 1 == 1
  }

  /// How many different options a row named.
  public func mentionCount(row: Int) -> Int {
    var count = 0
    for k in row * wordCount..<(row + 1) * wordCount { count += words[k].nonzeroBitCount }
    return count
  }

  /// Whether a row was asked.
  public func isAsked(row: Int) -> Bool { asked?[row] ?? true }

  /// Whether a row was asked and named at least one option.
  public func isAnswered(row: Int) -> Bool { isAsked(row: row) && mentionCount(row: row) > 0 }

  /// Yes (1) or no (0) to one option, missing outside the base.
  public func indicator(of option: Int, base: MentionBase = .respondents) -> CodeColumn {
    CodeColumn(
      unchecked: (0..<rowCount).map { row in
        includes(row, base) ? (contains(option, row: row) ? 1 : 0) : -1
      }, categoryCount: 2)
  }

  /// Whether a row is in a base.
  public func includes(_ row: Int, _ base: MentionBase) -> Bool {
    base == .asked ? isAsked(row: row) : isAnswered(row: row)
  }

  /// Calls `body` with each option that a row named, in order.
  @inline(__always)
  func forEachMention(row: Int, _ body: (Int) -> Void) {
    for k in 0..<wordCount {
      var word = words[row * wordCount + k]
      while word != 0 {
        body(k * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }

  private mutating func insert(_ option: Int, _ row: Int) {
    words[row * wordCount + option / 64] |= 1 << UInt64(option % 64)
  }
}

/// Who makes up the 100 % of a question with several answers.
public enum MentionBase: Hashable, Sendable, CaseIterable {
  /// People asked who named at least one option. The default.
  case respondents
  /// All people asked.
  case asked
}
