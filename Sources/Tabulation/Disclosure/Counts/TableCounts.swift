internal import SurveyModel

/// Which cells of the system the numbers of a table are.
struct TableCounts {
  /// `counts[row][column]`; `nil` for means, records without an answer, what was not offered.
  var counts: [[Int?]]
  /// Of each column.
  var bases: [Int?]
  var mentions: [Int?]
}

/// The numbers of one question of one source, over the columns of all tables that print them.
struct Family {
  struct Key: Hashable {
    var source: String
    /// A question, or the themes.
    var name: String
    /// What makes the columns beside the whole; a distribution joins the cross-tabulation.
    var by: String?
  }

  /// A column: the whole, or a group by its code.
  var columns: [String?] = [nil]
  /// Answers, by name.
  var rows: [String] = []
  /// `counts[row][column]`, `bases[column]`, `mentions[column]`.
  var counts: [[Int?]] = []
  var bases: [Int?] = [nil]
  var mentions: [Int?] = [nil]
  /// People without an answer, over all columns together.
  var missing = 0
  var hasMissing = false
  var questionType: String?
  /// Questions and rows that each row gathers.
  var gathers: [[RowReference]] = []
  /// Rows that rule out the others.
  var exclusive: Set<String> = []
  /// The columns are quartiers.
  var isByQuartier = false
  /// What sessions gave: each statement has a theme.
  var isStatements = false
  /// The columns are the ranks of a ranking.
  var isByRank = false

  /// Each person is in one row: rows add up to the base.
  var isPartition: Bool {
    guard isStatements || questionType != nil, !isByRank, !rows.isEmpty,
      questionType != "multiple", questionType != "ranking"
    else { return false }
    return columns.indices.allSatisfy { column in
      guard let base = bases[column] else { return true }
      return counts.reduce(0) { $0 + ($1[column] ?? 0) } == base
    }
  }

  mutating func column(_ code: String?) -> Int {
    if let place = columns.firstIndex(of: code) { return place }
    columns.append(code)
    bases.append(nil)
    mentions.append(nil)
    for row in counts.indices { counts[row].append(nil) }
    return columns.count - 1
  }

  mutating func row(_ name: String) -> Int {
    if let place = rows.firstIndex(of: name) { return place }
    rows.append(name)
    gathers.append([])
    counts.append([Int?](repeating: nil, count: columns.count))
    return rows.count - 1
  }
}
