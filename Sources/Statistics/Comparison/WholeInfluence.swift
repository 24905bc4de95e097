/// The linearised values of the mean of a whole, kept so that many parts can be set against it.
///
/// The covariance of a part with the whole needs the rows of the part only:
/// Σₕ (1 - fₕ) nₕ / (nₕ - 1) (Σ zₚ z - Σ zₚ Σ z / nₕ), where the sums of the whole are known.
struct WholeInfluence {
  private let design: SurveyDesign
  private let values: [Double?]
  private let rowValues: [Double]
  private let unitTotals: [Double]
  private let stratumTotals: [Double]
  private let mean: Double
  private let variance: Double
  private let df: Int

  /// - Returns: `nil` where residuals or lonely units make the short way wrong, or there is nothing.
  init?(of values: [Double?], in whole: Domain, design: SurveyDesign) {
    guard design.calibration == nil, !design.strata.contains(where: \.isLonely) else { return nil }
    let rows = Domain(rows: whole.rows.filter { values[Int($0)] != nil })
    var (sum, total) = (0.0, 0.0)
    for row in rows.rows.lazy.map(Int.init) {
      sum += design.weights[row] * (values[row] ?? 0)
      total += design.weights[row]
    }
    guard total > 0 else { return nil }
    let mean = sum / total
    var z = [Double](repeating: 0, count: design.rowCount)
    var units = [Double](repeating: 0, count: design.unitStrata.count)
    var strata = [Double](repeating: 0, count: design.strata.count)
    for row in rows.rows.lazy.map(Int.init) {
      z[row] = design.weights[row] * ((values[row] ?? 0) - mean) / total
      if let rowUnits = design.rowUnits { units[Int(rowUnits[row])] += z[row] }
      strata[design.stratum(of: row)] += z[row]
    }
    guard let variance = design.variance(over: rows, influence: { z[$0] }) else { return nil }
    self.design = design
    self.values = values
    self.mean = mean
    self.variance = variance
    rowValues = z
    unitTotals = units
    stratumTotals = strata
    df = design.degreesOfFreedom(of: rows)
  }

  /// The part less the whole; the part must lie inside the whole.
  func difference(to part: Domain) -> Estimated<Difference> {
    let rows = Domain(rows: part.rows.filter { values[Int($0)] != nil })
    let size = design.weightSummary(of: rows)
    if let reason = design.emptiness(of: size) { return .failure(reason) }
    let w = design.weights
    var total = 0.0
    for row in rows.rows.lazy.map(Int.init) { total += w[row] * (values[row] ?? 0) }
    let partMean = total / size.sum
    func influence(_ row: Int) -> Double { w[row] * ((values[row] ?? 0) - partMean) / size.sum }
    let partVariance = design.variance(over: rows, influence: influence) ?? 0
    let covariance = covariance(rows, influence)
    let spread = max(0, variance + partVariance - 2 * covariance)
    return .success(
      Difference(
        first: mean, second: partMean, firstStandardError: variance.squareRoot(),
        secondStandardError: partVariance.squareRoot(), covariance: covariance,
        standardError: spread.squareRoot(), degreesOfFreedom: Double(df)))
  }

  private func covariance(_ rows: Domain, _ influence: (Int) -> Double) -> Double {
    var products = [Double](repeating: 0, count: stratumTotals.count)
    var sums = products
    for row in rows.rows.lazy.map(Int.init) {
      let z = influence(row)
      let h = design.stratum(of: row)
      sums[h] += z
      products[h] += z * (design.rowUnits.map { unitTotals[Int($0[row])] } ?? rowValues[row])
    }
    var result = 0.0
    for (h, stratum) in design.strata.enumerated() where stratum.units > 1 {
      let n = Double(stratum.units)
      let scale = (1 - stratum.samplingFraction) * n / (n - 1)
      result += scale * (products[h] - sums[h] * stratumTotals[h] / n)
    }
    return result
  }
}

extension SurveyDesign {
  /// The stratum of a row.
  func stratum(of row: Int) -> Int { Int(rowStrata?[row] ?? 0) }
}
