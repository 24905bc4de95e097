/// Tests of independence of a table estimated under a design (Rao and Scott 1981, 1984, 1987;
/// Thomas and Rao 1987). Agrees with R `survey::svychisq`.
///
/// The design decides how far the estimated shares vary; the size of the sum of weights does not
/// matter.
public struct RaoScottTest: Sendable, Equatable {
  /// Pearson's chi-squared of the weighted table, rescaled to the n people of the table.
  public let chiSquared: Double
  /// The trace of the generalised design effects: their number times their mean.
  public let traceOfEffects: Double
  /// The second-order F, the test to report (`statistic = "F"`).
  public let secondOrder: Statistic
  /// Chi-squared over the mean design effect (`statistic = "Chisq"`); the statistic is uncorrected.
  public let firstOrder: ChiSquaredStatistic
  /// The Wald test; none when the covariance of the interactions is singular.
  public let wald: Estimated<Statistic>
  /// Wald with the correction of degrees of freedom (`statistic = "adjWald"`).
  public let adjustedWald: Estimated<Statistic>
  /// Units less strata among the people of the table.
  public let degreesOfFreedom: Int

  /// An F statistic.
  public struct Statistic: Sendable, Equatable {
    public let value: Double
    public let numeratorDF: Double
    public let denominatorDF: Double
    public let p: Double
  }

  public struct ChiSquaredStatistic: Sendable, Equatable {
    public let value: Double
    public let df: Double
    public let p: Double
  }

  /// Cells beyond which the algebra would take too long.
  public static let largestTable = 1_000

  /// The test of two questions over the people of `domain` who answered both. Categories that nobody
  /// chose are dropped.
  ///
  /// - Returns: `emptyBase`, `zeroWeight`, `tooFewCategories`, `noDegreesOfFreedom`,
  ///   `wholePopulation`, `workLimit`, or `singularCovariance` with the empty cells, numbered as in the questions.
  /// - Complexity: O(rows + strata × cells²), and O(cells³) for the algebra.
  public static func of(
    _ rows: CodeColumn, by columns: CodeColumn, design: SurveyDesign, in domain: Domain
  ) -> Estimated<RaoScottTest> {
    let both = design.restrict(design.restrict(domain, to: rows), to: columns)
    let counts = ContingencyTable(counting: rows, by: columns, in: both).droppingEmpty()
    guard both.count > 0 else { return .failure(.emptyBase) }
    guard counts.rows.count > 1, counts.columns.count > 1 else {
      return .failure(.tooFewCategories(rows: counts.rows.count, columns: counts.columns.count))
    }
    guard counts.rows.count * counts.columns.count <= largestTable else {
      return .failure(.workLimit(largestTable))
    }
    let df = design.degreesOfFreedom(of: both)
    guard df > 0 else { return .failure(.noDegreesOfFreedom) }
    let r = rows.recoded(keeping: counts.rows)
    let c = columns.recoded(keeping: counts.columns)
    let table = ContingencyTable(weighing: r, by: c, design: design, domain: both)
    guard table.total > 0 else { return .failure(.zeroWeight) }
    guard table.rowTotals.allSatisfy({ $0 > 0 }), table.columnTotals.allSatisfy({ $0 > 0 }) else {
      return .failure(.zeroWeight)
    }
    if design.isWholePopulation { return .failure(.wholePopulation) }
    guard let totals = design.totalsCovariance(of: r.crossed(with: c), in: both) else {
      return .failure(.noDegreesOfFreedom)
    }
    let algebra = RaoScottAlgebra(
      table: table, totals: totals, count: Double(both.count), df: Double(df))
    return algebra.test(empty: emptyCells(table, counts.rows, counts.columns))
  }

  private static func emptyCells(
    _ table: ContingencyTable, _ rows: [Int], _ columns: [Int]
  ) -> [Undefined.Cell] {
    var cells: [Undefined.Cell] = []
    for (i, row) in rows.enumerated() {
      for (j, column) in columns.enumerated() where table.observed[i, j] == 0 {
        cells.append(Undefined.Cell(row: row, column: column))
      }
    }
    return cells
  }
}

extension CodeColumn {
  /// The same answers with only some categories, renumbered; the others become missing.
  func recoded(keeping categories: [Int]) -> CodeColumn {
    if categories.count == categoryCount { return self }
    var place = [Int32](repeating: -1, count: categoryCount)
    for (new, old) in categories.enumerated() { place[old] = Int32(new) }
    return CodeColumn(
      unchecked: codes.map { $0 < 0 ? -1 : place[Int($0)] }, categoryCount: categories.count)
  }
}
