/// The tests and measures of association of a table, its empty rows and columns dropped first.
///
/// For simple random samples. Under weights the chi-squared of this table means nothing (its size
/// follows the sum of weights): use `RaoScottTest`.
public struct TableTests: Sendable, Equatable {
  public let rowsUsed: Int
  public let columnsUsed: Int
  public let total: Double
  /// Pearson's chi-squared and its upper tail. R `chisq.test(correct = FALSE)`.
  public let chiSquared: Double
  public let degreesOfFreedom: Int
  public let p: Double
  /// The likelihood ratio, 2 Σ O log(O/E).
  public let likelihoodRatio: Double
  public let likelihoodRatioP: Double
  public let minimumExpected: Double
  /// The share of cells in which fewer than 5 are expected, from 0 to 1.
  public let shareExpectedBelow5: Double
  /// √(χ²/n / (min(rows, columns) - 1)).
  public let cramersV: Double
  /// Bergsma 2013; `nil` when the correction leaves no dimension.
  public let cramersVCorrected: Double?
  /// √(χ² / (χ² + n)).
  public let contingencyCoefficient: Double
  /// PEM of the whole table, from 0 to 1.
  public let globalMaximalDeviation: Double?
  /// What only a 2 × 2 table has.
  public let twoByTwo: TwoByTwo?

  public struct TwoByTwo: Sendable, Equatable {
    /// With Yates's correction capped at |O - E|. R `chisq.test`.
    public let chiSquaredYates: Double
    public let pYates: Double
    /// The textbook form with n/2, which may reach 0.
    public let chiSquaredYatesUncapped: Double
    /// (ad - bc) / √(product of margins), with its sign.
    public let phi: Double
    /// ad / bc; `nil` when b or c is zero.
    public let oddsRatio: Double?
  }

  /// - Returns: `tooFewCategories` when fewer than two rows or columns hold anybody.
  /// - Complexity: O(cells).
  public static func of(_ table: ContingencyTable) -> Estimated<TableTests> {
    let (kept, rows, columns) = table.droppingEmpty()
    guard rows.count > 1, columns.count > 1 else {
      return .failure(.tooFewCategories(rows: rows.count, columns: columns.count))
    }
    return .success(TableTests(kept))
  }

  private init(_ table: ContingencyTable) {
    let (r, c, n) = (table.rowCount, table.columnCount, table.total)
    var (chi, g, smallest, small) = (0.0, 0.0, Double.infinity, 0)
    for i in 0..<r {
      for j in 0..<c {
        let o = table.observed[i, j]
        let e = table.rowTotals[i] * table.columnTotals[j] / n
        chi += (o - e) * (o - e) / e
        if o > 0 { g += o * log(o / e) }
        smallest = min(smallest, e)
        if e < 5 { small += 1 }
      }
    }
    g = max(0, 2 * g)
    let df = Double((r - 1) * (c - 1))
    rowsUsed = r
    columnsUsed = c
    total = n
    chiSquared = chi
    degreesOfFreedom = (r - 1) * (c - 1)
    p = ChiSquared.upper(chi, df: df)
    likelihoodRatio = g
    likelihoodRatioP = ChiSquared.upper(g, df: df)
    minimumExpected = smallest
    shareExpectedBelow5 = Double(small) / Double(r * c)
    cramersV = (chi / n / Double(min(r, c) - 1)).squareRoot()
    cramersVCorrected = Self.correctedV(chi / n, Double(r), Double(c), n)
    contingencyCoefficient = (chi / (chi + n)).squareRoot()
    globalMaximalDeviation = table.globalMaximalDeviation()
    twoByTwo = r == 2 && c == 2 ? TwoByTwo(table) : nil
  }

  private static func correctedV(
    _ phi2: Double, _ r: Double, _ c: Double, _ n: Double
  ) -> Double? {
    guard n > 1 else { return nil }
    let corrected = max(0, phi2 - (r - 1) * (c - 1) / (n - 1))
    let rows = r - (r - 1) * (r - 1) / (n - 1)
    let columns = c - (c - 1) * (c - 1) / (n - 1)
    let dimension = min(rows, columns) - 1
    return dimension > 0 ? (corrected / dimension).squareRoot() : nil
  }
}

extension TableTests.TwoByTwo {
  fileprivate init(_ table: ContingencyTable) {
    let o = table.observed
    let (r, c, n) = (table.rowTotals, table.columnTotals, table.total)
    let deviation = abs(o[0, 0] - r[0] * c[0] / n)
    let left = deviation - min(0.5, deviation)
    var yates = 0.0
    for i in 0..<2 { for j in 0..<2 { yates += left * left / (r[i] * c[j] / n) } }
    let cross = o[0, 0] * o[1, 1] - o[0, 1] * o[1, 0]
    let margins = r[0] * r[1] * c[0] * c[1]
    let shortened = max(0, abs(cross) - n / 2)
    chiSquaredYates = yates
    pYates = ChiSquared.upper(yates, df: 1)
    chiSquaredYatesUncapped = n * shortened * shortened / margins
    phi = cross / margins.squareRoot()
    let other = o[0, 1] * o[1, 0]
    oddsRatio = other > 0 ? o[0, 0] * o[1, 1] / other : nil
  }
}
