/// The linear algebra of the Rao-Scott and Wald tests of a two-way table.
///
/// Cells are numbered row after row. Interactions are written as products of centred indicators,
/// the residuals of interaction columns from the main effects of a complete two-way layout.
struct RaoScottAlgebra {
  let table: ContingencyTable
  /// The covariance of the weighted cell totals.
  let totals: Matrix
  let count: Double
  let df: Double

  func test(empty: [Undefined.Cell]) -> Estimated<RaoScottTest> {
    let (r, c) = (table.rowCount, table.columnCount)
    guard let effects = generalisedEffects() else {
      return .failure(.singularCovariance(emptyCells: empty))
    }
    let trace = effects.trace
    let squares = effects.times(effects).trace
    guard trace > 0, squares > 0 else { return .failure(.singularCovariance(emptyCells: empty)) }
    let contrasts = Double((r - 1) * (c - 1))
    let chi = chiSquared
    let d = trace * trace / squares
    let f = chi / trace
    let wald =
      waldStatistic().map { Estimated<Double>.success($0) }
      ?? .failure(.singularCovariance(emptyCells: empty))
    return .success(
      RaoScottTest(
        chiSquared: chi, traceOfEffects: trace,
        secondOrder: .init(
          value: f, numeratorDF: d, denominatorDF: d * df,
          p: FisherF.upper(f, df1: d, df2: d * df)),
        firstOrder: .init(
          value: chi, df: contrasts, p: ChiSquared.upper(chi / (trace / contrasts), df: contrasts)),
        wald: wald.map { fTest($0 / contrasts, contrasts, df) },
        adjustedWald: wald.flatMap { statistic in
          let denominator = df - contrasts + 1
          guard denominator > 0 else { return .failure(.noDegreesOfFreedom) }
          return .success(
            fTest(statistic * denominator / (contrasts * df), contrasts, denominator))
        }, degreesOfFreedom: Int(df)))
  }

  private func fTest(_ value: Double, _ df1: Double, _ df2: Double) -> RaoScottTest.Statistic {
    .init(
      value: value, numeratorDF: df1, denominatorDF: df2,
      p: FisherF.upper(value, df1: df1, df2: df2))
  }

  private var chiSquared: Double {
    var chi = 0.0
    for i in 0..<table.rowCount {
      for j in 0..<table.columnCount { chi += table.chiSquaredContribution(i, j) ?? 0 }
    }
    return chi * count / table.total
  }

  /// (Cᵀ D⁻¹ C / n)⁻¹ (Cᵀ D⁻¹ V D⁻¹ C), whose eigenvalues are the generalised design effects.
  private func generalisedEffects() -> Matrix? {
    let p = table.observed.values.map { $0 / table.total }
    let inverse = p.map { $0 > 0 ? 1 / $0 : 0 }
    let contrasts = interactionContrasts()
    var scaled = contrasts
    for k in p.indices {
      for m in 0..<contrasts.columnCount { scaled[k, m] *= inverse[k] }
    }
    let denominator = contrasts.transposed.times(scaled).scaled(by: 1 / count)
    let numerator = scaled.transposed.times(shareCovariance(p)).times(scaled)
    return denominator.solving(numerator)
  }

  /// The covariance of the cell shares: the totals', projected on shares that add up to one.
  private func shareCovariance(_ p: [Double]) -> Matrix {
    let sums = totals.rowSums
    let all = sums.reduce(0, +)
    let scale = 1 / (table.total * table.total)
    var result = totals
    for k in p.indices {
      for l in p.indices {
        result[k, l] = scale * (totals[k, l] - p[k] * sums[l] - sums[k] * p[l] + p[k] * p[l] * all)
      }
    }
    return result
  }

  private func interactionContrasts() -> Matrix {
    let (r, c) = (table.rowCount, table.columnCount)
    var result = Matrix(rows: r * c, columns: (r - 1) * (c - 1))
    for i in 0..<r {
      for j in 0..<c {
        for a in 1..<r {
          for b in 1..<c {
            let row = (i == a ? 1 : 0) - 1 / Double(r)
            let column = (j == b ? 1 : 0) - 1 / Double(c)
            result[i * c + j, (a - 1) * (c - 1) + b - 1] = row * column
          }
        }
      }
    }
    return result
  }

  /// Y V⁻¹ Y for the deviations Nₐᵦ - Nₐ₊ N₊ᵦ / N of all cells but those of the first row and column.
  private func waldStatistic() -> Double? {
    let (r, c) = (table.rowCount, table.columnCount)
    let rowShares = table.rowTotals.map { $0 / table.total }
    let columnShares = table.columnTotals.map { $0 / table.total }
    let size = (r - 1) * (c - 1)
    var jacobian = Matrix(rows: size, columns: r * c)
    var y = Matrix(rows: size, columns: 1)
    for a in 1..<r {
      for b in 1..<c {
        let m = (a - 1) * (c - 1) + b - 1
        y[m, 0] = table.observed[a, b] - table.rowTotals[a] * columnShares[b]
        for i in 0..<r {
          for j in 0..<c {
            let row = (i == a ? 1 : 0) - rowShares[a]
            let column = (j == b ? 1 : 0) - columnShares[b]
            jacobian[m, i * c + j] = row * column
          }
        }
      }
    }
    let covariance = jacobian.times(totals).times(jacobian.transposed)
    guard let solved = covariance.solving(y) else { return nil }
    return y.transposed.times(solved)[0, 0]
  }
}
