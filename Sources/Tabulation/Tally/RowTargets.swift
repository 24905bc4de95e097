internal import SurveyModel

/// The rows of each code, one list behind the other: those of the table that it counts in and then
/// `rowCount` for "answered", or a missing reason behind that.
struct RowTargets {
  /// How many rows there are, with those behind the table's.
  let stride: Int
  private(set) var rows: [Int] = []
  /// The rows of code `c` are those from `starts[c]` to before `starts[c + 1]`.
  private(set) var starts: [Int] = [0]

  init(_ view: AnswerView) {
    stride = view.rowCount + 1 + MissingReason.allCases.count
    rows.reserveCapacity(4 * view.rows.count)
    starts.reserveCapacity(view.rows.count + 1)
    for (code, named) in view.rows.enumerated() {
      if let reason = view.missing[code] {
        rows.append(view.rowCount + 1 + reason.rawValue)
      } else {
        rows += named
        rows.append(view.rowCount)
      }
      starts.append(rows.count)
    }
  }
}
