/// Fisher's exact test: the chance, both margins fixed, of a table as unlikely as the observed one.
///
/// Two-sided: the sum of the probabilities of all tables no more likely than the observed one, with
/// a relative slack of 1e-7 for ties. Agrees with R `fisher.test`.
public enum FisherExact {
  /// How many steps an r × c table may take before it is left to `MonteCarloTest`.
  public static let standardWorkLimit = 5_000_000

  /// The two-sided p of a table of whole counts, its empty rows and columns dropped.
  ///
  /// - Returns: `fractionalCount`, `tooFewCategories`, or `workLimit`.
  /// - Complexity: 2 × 2: O(smallest margin). r × c: bounded by `workLimit`, exponential in cells;
  ///   tables of a few hundred people and a dozen cells take well under a second in a release build.
  public static func p(
    _ table: ContingencyTable, workLimit: Int = standardWorkLimit
  ) -> Estimated<Double> {
    let (kept, rows, columns) = table.droppingEmpty()
    guard rows.count > 1, columns.count > 1 else {
      return .failure(.tooFewCategories(rows: rows.count, columns: columns.count))
    }
    guard kept.isWhole, kept.total < 1e9 else { return .failure(.fractionalCount) }
    if rows.count == 2, columns.count == 2 { return .success(TwoByTwo(kept).twoSided) }
    guard kept.total <= 100_000 else { return .failure(.workLimit(workLimit)) }
    var search = FisherSearch(kept, workLimit: workLimit)
    return search.p().map { .success($0) } ?? .failure(.workLimit(workLimit))
  }

  /// The one-sided p of a 2 × 2 table: a first cell as small as observed, or as large.
  public static func oneSided(_ table: ContingencyTable) -> Estimated<
    (less: Double, greater: Double)
  > {
    let (kept, rows, columns) = table.droppingEmpty()
    guard rows.count == 2, columns.count == 2 else {
      return .failure(.tooFewCategories(rows: rows.count, columns: columns.count))
    }
    guard kept.isWhole, kept.total < 1e9 else { return .failure(.fractionalCount) }
    let test = TwoByTwo(kept)
    return .success(
      (
        less: exp(test.distribution.logAtMost(test.first)),
        greater: exp(test.distribution.logAtLeast(test.first))
      ))
  }

  private struct TwoByTwo {
    let distribution: Hypergeometric
    let first: Int

    init(_ table: ContingencyTable) {
      distribution = Hypergeometric(
        population: Int(table.total), marked: Int(table.rowTotals[0]),
        drawn: Int(table.columnTotals[0]))
      first = Int(table.observed[0, 0])
    }

    /// The mass rises up to the mode and falls after it, so that the tables counted are two tails.
    var twoSided: Double {
      let bound = distribution.logMass(first) + 1e-7
      let support = distribution.support
      let n = Double(distribution.population)
      let mode = Int((Double(distribution.drawn) + 1) * (Double(distribution.marked) + 1) / (n + 2))
      let peak = min(max(mode, support.lowerBound), support.upperBound)
      if distribution.logMass(peak) <= bound { return 1 }
      // The last point left of the peak, and the first right of it, that are unlikely enough.
      var (low, high) = (support.lowerBound - 1, peak)
      while high - low > 1 {
        let middle = (low + high) / 2
        if distribution.logMass(middle) <= bound { low = middle } else { high = middle }
      }
      let left = low < support.lowerBound ? 0 : exp(distribution.logAtMost(low))
      (low, high) = (peak, support.upperBound + 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if distribution.logMass(middle) <= bound { high = middle } else { low = middle }
      }
      let right = high > support.upperBound ? 0 : exp(distribution.logAtLeast(high))
      return min(1, left + right)
    }
  }
}
