internal import SurveyModel

/// Counts of one question, over everybody and in each group. Exact: integers, and sums of weights
/// beside them.
struct Tally {
  let rowCount: Int
  let groupCount: Int
  /// `slices[0]` is everybody, `slices[1 + g]` group `g`.
  let slices: [Slice]

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
    if let grouping, view.rows.count * grouping.groups.count > mostPairs,
      let sums = RowSums(view, by: grouping, weights: weights)
    {
      slices = SliceSums(sums, rowCount: rowCount, groupCount: groupCount).slices
      return
    }
    let joint = JointCounts(
      view.codes, bins: view.rows.count, by: grouping?.codes,
      groups: grouping?.groups.count ?? 1, weights: weights)
    slices = SliceSums(joint, view, grouping).slices
  }
}
