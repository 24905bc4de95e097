internal import SurveyModel

/// Counts of one question, over everybody and in each group. Exact: integers, and sums of weights
/// beside them.
struct Tally {
  let rowCount: Int
  let groupCount: Int
  /// `slices[0]` is everybody, `slices[1 + g]` group `g`.
  private(set) var slices: [Slice]

  struct Slice {
    /// People in each row.
    var rows: [Int]
    var weightedRows: [Double]
    /// People who answered.
    var answered = 0
    var weightedAnswered = 0.0
    /// Rows that they named, all together.
    var mentions = 0
    var weightedMentions = 0.0
    /// People without an answer, by `MissingReason.rawValue`.
    var missing = [Int](repeating: 0, count: MissingReason.allCases.count)

    init(rowCount: Int) {
      rows = Array(repeating: 0, count: rowCount)
      weightedRows = Array(repeating: 0, count: rowCount)
    }
  }

  /// Up to this many pairs of codes are counted as such; beyond, the table would leave the cache,
  /// and each record is added to its rows at once.
  static let mostPairs = 1 << 16

  /// - Parameters:
  ///   - grouping: `nil`: everybody only.
  ///   - weights: one a record; `nil`: unweighted.
  /// - Complexity: O(records + distinct codes × distinct groups), beyond `mostPairs` O(answers).
  init(_ view: AnswerView, by grouping: Grouping?, weights: [Double]?) {
    self.init(view, by: grouping, weights: weights, mostPairs: Self.mostPairs)
  }

  init(_ view: AnswerView, by grouping: Grouping?, weights: [Double]?, mostPairs: Int) {
    rowCount = view.rowCount
    groupCount = grouping?.groupCount ?? 0
    slices = Array(repeating: Slice(rowCount: view.rowCount), count: groupCount + 1)
    if let grouping, view.rows.count * grouping.groups.count > mostPairs,
      let sums = RowSums(view, by: grouping, weights: weights)
    {
      add(sums)
      return
    }
    let joint = JointCounts(
      view.codes, bins: view.rows.count, by: grouping?.codes,
      groups: grouping?.groups.count ?? 1, weights: weights)
    joint.visit { code, group, count, weight in
      add(view, code, count, weight, to: 0)
      for member in grouping?.groups[group] ?? [] { add(view, code, count, weight, to: member + 1) }
    }
  }

  private mutating func add(_ sums: RowSums) {
    for group in 0...groupCount {
      for row in 0..<sums.stride {
        let sum = sums[group, row]
        if sum.count == 0 { continue }
        add(sum, row, to: 0)
        if group > 0 { add(sum, row, to: group) }
      }
    }
  }

  /// - Parameter row: a row, or behind the rows "answered", or behind that a missing reason.
  private mutating func add(_ sum: Sum, _ row: Int, to slice: Int) {
    if row < rowCount {
      slices[slice].rows[row] += sum.count
      slices[slice].weightedRows[row] += sum.weight
      slices[slice].mentions += sum.count
      slices[slice].weightedMentions += sum.weight
    } else if row == rowCount {
      slices[slice].answered += sum.count
      slices[slice].weightedAnswered += sum.weight
    } else {
      slices[slice].missing[row - rowCount - 1] += sum.count
    }
  }

  private mutating func add(
    _ view: AnswerView, _ code: Int, _ count: Int, _ weight: Double, to slice: Int
  ) {
    if let reason = view.missing[code] {
      slices[slice].missing[reason.rawValue] += count
      return
    }
    let rows = view.rows[code]
    slices[slice].answered += count
    slices[slice].weightedAnswered += weight
    slices[slice].mentions += count * rows.count
    slices[slice].weightedMentions += weight * Double(rows.count)
    for row in rows {
      slices[slice].rows[row] += count
      slices[slice].weightedRows[row] += weight
    }
  }
}
