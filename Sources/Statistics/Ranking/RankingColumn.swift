/// The answers of all rows to a ranking question: a rank for some or all options, 1 being best.
public struct RankingColumn: Sendable, Equatable {
  public let rowCount: Int
  public let optionCount: Int
  /// `ranks[option][row]`, from 1; 0 when the row did not rank the option.
  let ranks: [[Int32]]

  /// From one column an option, which holds its rank; `nil` when not ranked.
  ///
  /// - Throws: `codeOutOfRange` for a rank below 1 or above the number of options.
  public init(ranks columns: [[Int?]]) throws(DesignError) {
    let rowCount = columns.first?.count ?? 0
    var ranks: [[Int32]] = []
    for column in columns {
      guard column.count == rowCount else {
        throw .lengthMismatch(column: .answers, expected: rowCount, found: column.count)
      }
      for (row, rank) in column.enumerated() {
        if let rank, rank < 1 || rank > columns.count {
          throw .codeOutOfRange(row: row, code: rank, categories: columns.count)
        }
      }
      ranks.append(column.map { Int32($0 ?? 0) })
    }
    self.rowCount = rowCount
    optionCount = columns.count
    self.ranks = ranks
  }

  /// From "first choice, second choice, ..." columns that share one list of options. An option
  /// chosen twice keeps its better rank.
  public init(choices: [CodeColumn]) {
    let rowCount = choices.first?.count ?? 0
    let optionCount = choices.first?.categoryCount ?? 0
    precondition(
      choices.allSatisfy { $0.count == rowCount && $0.categoryCount == optionCount },
      "choices of different shapes")
    var ranks = [[Int32]](
      repeating: [Int32](repeating: 0, count: rowCount), count: optionCount)
    for (place, choice) in choices.enumerated() {
      for row in 0..<rowCount where choice.codes[row] >= 0 {
        let option = Int(choice.codes[row])
        if ranks[option][row] == 0 { ranks[option][row] = Int32(place + 1) }
      }
    }
    self.rowCount = rowCount
    self.optionCount = optionCount
    self.ranks = ranks
  }

  /// The rank that a row gave to an option.
  public func rank(of option: Int, row: Int) -> Int? {
    let rank = ranks[option][row]
    return rank == 0 ? nil : Int(rank)
  }

  /// The options that each row ranked, up to `depth`: for shares, and for ranges of ranks.
  public func mentions(upTo depth: Int = .max) -> MentionColumn {
    MentionColumn(options: ranks.map { column in column.map { $0 > 0 && Int($0) <= depth } })
  }

  /// The points each row gives to an option: `scores[rank - 1]`, 0 for ranks beyond and for options
  /// not ranked; `nil` for rows that ranked nothing.
  public func points(of option: Int, scores: [Double]) -> [Double?] {
    let answered = answeredRows
    return (0..<rowCount).map { row in
      guard answered[row] else { return nil }
      let rank = Int(ranks[option][row])
      return rank >= 1 && rank <= scores.count ? scores[rank - 1] : 0
    }
  }

  /// Whether each row ranked anything.
  var answeredRows: [Bool] {
    (0..<rowCount).map { row in ranks.contains { $0[row] > 0 } }
  }

  /// Whether a row gave each rank exactly once.
  func isComplete(row: Int) -> Bool {
    var seen = [Bool](repeating: false, count: optionCount)
    for column in ranks {
      let rank = Int(column[row])
      if rank == 0 || seen[rank - 1] { return false }
      seen[rank - 1] = true
    }
    return true
  }
}
