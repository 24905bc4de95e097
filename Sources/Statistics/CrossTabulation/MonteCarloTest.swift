/// The p of Pearson's chi-squared by simulation: random tables with the observed margins.
///
/// For tables too large for `FisherExact` and too sparse for the chi-squared law. The p is
/// (1 + tables at least as far from independence) / (1 + tables drawn), as R
/// `chisq.test(simulate.p.value = TRUE)`; the same seed gives the same p on every machine.
public struct MonteCarloTest: Sendable, Equatable {
  public let chiSquared: Double
  public let p: Double
  /// √(p (1 - p) / draws): how far another seed may lead.
  public let standardError: Double
  public let draws: Int
  public let seed: UInt64

  /// - Returns: `tooFewCategories` or `fractionalCount`.
  /// - Complexity: O(draws × cells × √n) or so.
  public static func of(
    _ table: ContingencyTable, draws: Int = 9_999, seed: UInt64
  ) -> Estimated<MonteCarloTest> {
    precondition(draws > 0, "a simulation draws something")
    let (kept, rows, columns) = table.droppingEmpty()
    guard rows.count > 1, columns.count > 1 else {
      return .failure(.tooFewCategories(rows: rows.count, columns: columns.count))
    }
    guard kept.isWhole else { return .failure(.fractionalCount) }
    var generator = Xoshiro256(seed: seed)
    let observed = chiSquared(kept.observed, kept)
    var asFar = 0
    for _ in 0..<draws {
      let drawn = draw(kept, &generator)
      if chiSquared(drawn, kept) >= observed * (1 - 1e-7) { asFar += 1 }
    }
    let p = Double(asFar + 1) / Double(draws + 1)
    return .success(
      MonteCarloTest(
        chiSquared: observed, p: p, standardError: (p * (1 - p) / Double(draws)).squareRoot(),
        draws: draws, seed: seed))
  }

  private static func chiSquared(_ cells: Matrix, _ table: ContingencyTable) -> Double {
    var chi = 0.0
    for i in 0..<cells.rowCount {
      for j in 0..<cells.columnCount {
        let e = table.rowTotals[i] * table.columnTotals[j] / table.total
        chi += (cells[i, j] - e) * (cells[i, j] - e) / e
      }
    }
    return chi
  }

  /// A random table with the margins: each column in turn is dealt to the rows.
  private static func draw(_ table: ContingencyTable, _ generator: inout Xoshiro256) -> Matrix {
    var result = Matrix(rows: table.rowCount, columns: table.columnCount)
    var rest = table.rowTotals.map { Int($0) }
    for j in 0..<table.columnCount {
      var need = Int(table.columnTotals[j])
      var left = rest.reduce(0, +)
      for i in rest.indices {
        let x = generator.hypergeometric(population: left, marked: rest[i], drawn: need)
        result[i, j] = Double(x)
        left -= rest[i]
        need -= x
        rest[i] -= x
      }
    }
    return result
  }
}
