/// Pearson's chi-squared of a table of counts and Cramér's V, and nothing else: for many tables.
///
/// The same numbers as `TableTests`, which has every other test and measure too.
public struct PearsonTest: Sendable, Equatable {
  public let chiSquared: Double
  public let degreesOfFreedom: Int
  /// The upper tail.
  public let p: Double
  /// √(χ²/n / (min(rows, columns) - 1)).
  public let cramersV: Double

  /// - Parameter counts: row after row, `columns` numbers each; rows and columns without anybody do
  ///   not count.
  /// - Returns: `tooFewCategories` when fewer than two rows or columns hold anybody.
  /// - Complexity: O(cells).
  public static func of(_ counts: [Int], columns: Int) -> Estimated<PearsonTest> {
    precondition(columns > 0 && counts.count % columns == 0, "ragged rows")
    let rows = counts.count / columns
    var rowTotals = [Int](repeating: 0, count: rows)
    var columnTotals = [Int](repeating: 0, count: columns)
    for row in 0..<rows {
      for column in 0..<columns {
        rowTotals[row] += counts[row * columns + column]
        columnTotals[column] += counts[row * columns + column]
      }
    }
    let used = (rows: rowTotals.count { $0 > 0 }, columns: columnTotals.count { $0 > 0 })
    guard used.rows > 1, used.columns > 1 else {
      return .failure(.tooFewCategories(rows: used.rows, columns: used.columns))
    }
    let total = Double(rowTotals.reduce(0, +))
    var chiSquared = 0.0
    for row in 0..<rows where rowTotals[row] > 0 {
      for column in 0..<columns where columnTotals[column] > 0 {
        let expected = Double(rowTotals[row]) * Double(columnTotals[column]) / total
        let residual = Double(counts[row * columns + column]) - expected
        chiSquared += residual * residual / expected
      }
    }
    let freedom = (used.rows - 1) * (used.columns - 1)
    return .success(
      PearsonTest(
        chiSquared: chiSquared, degreesOfFreedom: freedom,
        p: ChiSquared.upper(chiSquared, df: Double(freedom)),
        cramersV: (chiSquared / total / Double(min(used.rows, used.columns) - 1)).squareRoot()))
  }
}
