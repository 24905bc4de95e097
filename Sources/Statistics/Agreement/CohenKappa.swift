/// The agreement of two coders beyond chance (Cohen 1960).
///
/// With the large-sample standard errors of Fleiss, Cohen and Everitt 1969. Agrees with R
/// `survey::svykappa`, whose standard error is √(n / (n - 1)) times as large.
public struct CohenKappa: Sendable, Equatable {
  public let kappa: Double
  /// The share of items coded alike.
  public let observedAgreement: Double
  public let expectedAgreement: Double
  /// For intervals.
  public let standardError: Double
  /// For the test of kappa = 0.
  public let nullStandardError: Double
  /// Items that both coders coded.
  public let count: Int

  /// How far apart two categories are.
  public enum Weighting: Hashable, Sendable {
    /// Alike or not.
    case none
    /// Proportional to the distance of ordered categories (Cicchetti and Allison 1971).
    case linear
    /// To its square (Fleiss and Cohen 1973).
    case quadratic
  }

  /// - Returns: `emptyBase` without an item coded by both; `noVariation` when both used one and the
  ///   same category throughout, so that chance explains all.
  /// - Complexity: O(items + categories²).
  public static func of(
    _ first: CodeColumn, _ second: CodeColumn, weighting: Weighting = .none
  ) -> Estimated<CohenKappa> {
    precondition(first.categoryCount == second.categoryCount, "one list of categories")
    let everyone = Domain(rows: Array(0..<Int32(first.count)))
    return of(ContingencyTable(counting: first, by: second, in: everyone), weighting: weighting)
  }

  /// From the square table of both coders.
  public static func of(
    _ table: ContingencyTable, weighting: Weighting = .none
  ) -> Estimated<CohenKappa> {
    precondition(table.rowCount == table.columnCount, "a square table")
    let (k, n) = (table.rowCount, table.total)
    guard n > 0 else { return .failure(.emptyBase) }
    let rows = table.rowTotals.map { $0 / n }
    let columns = table.columnTotals.map { $0 / n }
    func weight(_ i: Int, _ j: Int) -> Double {
      let distance = k > 1 ? Double(abs(i - j)) / Double(k - 1) : 0
      switch weighting {
      case .none: return i == j ? 1 : 0
      case .linear: return 1 - distance
      case .quadratic: return 1 - distance * distance
      }
    }
    var (observed, expected) = (0.0, 0.0)
    var (rowMeans, columnMeans) = (
      [Double](repeating: 0, count: k), [Double](repeating: 0, count: k)
    )
    for i in 0..<k {
      for j in 0..<k {
        observed += weight(i, j) * table.observed[i, j] / n
        expected += weight(i, j) * rows[i] * columns[j]
        rowMeans[i] += weight(i, j) * columns[j]
        columnMeans[j] += weight(i, j) * rows[i]
      }
    }
    guard expected < 1 - 1e-15 else { return .failure(.noVariation) }
    let kappa = (observed - expected) / (1 - expected)
    var (spread, nullSpread) = (0.0, 0.0)
    for i in 0..<k {
      for j in 0..<k {
        let means = rowMeans[i] + columnMeans[j]
        let term = weight(i, j) - means * (1 - kappa)
        spread += table.observed[i, j] / n * term * term
        nullSpread += rows[i] * columns[j] * (weight(i, j) - means) * (weight(i, j) - means)
      }
    }
    let center = kappa - expected * (1 - kappa)
    let scale = 1 / ((1 - expected) * n.squareRoot())
    return .success(
      CohenKappa(
        kappa: kappa, observedAgreement: observed, expectedAgreement: expected,
        standardError: scale * max(0, spread - center * center).squareRoot(),
        nullStandardError: scale * max(0, nullSpread - expected * expected).squareRoot(),
        count: Int(n)))
  }

  /// kappa ± z se, never above 1. None for one item, or when the standard error is zero (perfect
  /// agreement in a sample does not prove perfect agreement).
  public func interval(level: Double = 0.95) -> Estimated<Interval> {
    guard count > 1 else { return .failure(.singleObservation) }
    guard standardError > 1e-12 else { return .failure(.noVariation) }
    let half = Normal.critical(level: level) * standardError
    return .success(Interval(lower: max(-1, kappa - half), upper: min(1, kappa + half)))
  }

  /// Two-sided test of kappa = 0.
  public var p: Estimated<Double> {
    nullStandardError > 0
      ? .success(Normal.twoSided(kappa / nullStandardError)) : .failure(.noVariation)
  }
}
