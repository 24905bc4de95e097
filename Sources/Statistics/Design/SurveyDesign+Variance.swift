// The one place where variances come from: totals of influence values over sampling units.

extension SurveyDesign {
  /// The covariance of the totals of `dimension` variables over the rows of `domain`.
  ///
  /// - Parameter influence: fills the values of a row, weight included; rows outside the domain are
  ///   zero. For a mean: w (y - mean) / Σw.
  /// - Returns: `nil` when there is one unit in all, whose spread nothing tells.
  /// - Complexity: O(rows × dimension²) without clusters, else O(rows × dimension + units ×
  ///   dimension²).
  func covariance(
    over domain: Domain, dimension: Int, influence: (Int, inout [Double]) -> Void
  ) -> Matrix? {
    guard hasVariance else { return nil }
    if let calibration {
      return calibratedCovariance(
        calibration, over: domain, dimension: dimension, influence: influence)
    }
    var sums = StratumMoments(strata: strata.count, dimension: dimension)
    var z = [Double](repeating: 0, count: dimension)
    if let rowUnits {
      var totals = UnitTotals(units: unitStrata.count, dimension: dimension)
      for row in domain.rows.lazy.map(Int.init) {
        influence(row, &z)
        totals.add(z, to: Int(rowUnits[row]))
      }
      totals.forEachTouched { unit, total in sums.add(total, to: Int(unitStrata[unit])) }
    } else {
      for row in domain.rows.lazy.map(Int.init) {
        influence(row, &z)
        sums.add(z, to: Int(rowStrata?[row] ?? 0))
      }
    }
    return combine(sums)
  }

  /// The variance of the total of one variable.
  func variance(over domain: Domain, influence: (Int) -> Double) -> Double? {
    covariance(over: domain, dimension: 1) { row, z in z[0] = influence(row) }?[0, 0]
  }

  /// Whether any spread can be estimated: a single unit in a single stratum shows none.
  var hasVariance: Bool {
    let used = strata.filter { $0.units > 0 }
    return used.contains { $0.units > 1 } || used.contains { !$0.isLonely }
      || (used.count > 1 && lonelyUnits == .adjust)
  }

  /// Adds up what the strata give, each centred on its own mean; `nil` when only lonely units are
  /// met and their variance should be an average of others.
  func combine(_ sums: StratumMoments) -> Matrix? {
    let k = sums.dimension
    var result = Matrix(rows: k, columns: k)
    var strataUsed = 0
    var strataAlone = 0
    for (h, stratum) in strata.enumerated() where stratum.units > 0 && sums.isTouched(h) {
      strataUsed += 1
      if stratum.isLonely { strataAlone += 1 }
      let n = Double(stratum.units)
      if stratum.units == 1 {
        guard stratum.isLonely, lonelyUnits == .adjust else { continue }
        for i in 0..<k { for j in 0..<k { result[i, j] += sums.square(h, i, j) } }
        continue
      }
      let scale = (1 - stratum.samplingFraction) * n / (n - 1)
      if scale == 0 { continue }
      for i in 0..<k {
        for j in i..<k {
          let value = scale * sums.centred(h, i, j, units: n)
          result[i, j] += value
          if i != j { result[j, i] += value }
        }
      }
    }
    if lonelyUnits == .average, strataAlone > 0 {
      if strataAlone == strataUsed { return nil }
      return result.scaled(by: Double(strataUsed) / Double(strataUsed - strataAlone))
    }
    return result
  }
}

/// Means and centred products of unit totals, stratum by stratum, updated one unit at a time.
///
/// The update keeps all digits when units differ little from each other (B. P. Welford, 1962).
struct StratumMoments {
  let dimension: Int
  private var counts: [Double]
  private var means: [Double]
  private var products: [Double]
  private var step: [Double]

  init(strata: Int, dimension: Int) {
    self.dimension = dimension
    counts = [Double](repeating: 0, count: strata)
    means = [Double](repeating: 0, count: strata * dimension)
    products = [Double](repeating: 0, count: strata * dimension * dimension)
    step = [Double](repeating: 0, count: dimension)
  }

  mutating func add(_ z: some RandomAccessCollection<Double>, to stratum: Int) {
    counts[stratum] += 1
    let n = counts[stratum]
    let first = stratum * dimension
    var i = 0
    for a in z {
      step[i] = a - means[first + i]
      means[first + i] += step[i] / n
      i += 1
    }
    // (a - old mean)(b - new mean), and a - new mean = (a - old mean)(n - 1)/n.
    let shrink = (n - 1) / n
    for i in 0..<dimension where step[i] != 0 {
      let start = (first + i) * dimension
      let a = step[i] * shrink
      for j in i..<dimension { products[start + j] += a * step[j] }
    }
  }

  func isTouched(_ stratum: Int) -> Bool { counts[stratum] > 0 }

  /// zᵢ zⱼ of the only unit of a stratum.
  func square(_ stratum: Int, _ i: Int, _ j: Int) -> Double {
    means[stratum * dimension + i] * means[stratum * dimension + j]
  }

  /// Σ (zᵢ - z̄ᵢ)(zⱼ - z̄ⱼ), i ≤ j, over all units of the stratum, those not met being zero.
  func centred(_ stratum: Int, _ i: Int, _ j: Int, units: Double) -> Double {
    let met = counts[stratum]
    return products[(stratum * dimension + i) * dimension + j]
      + square(stratum, i, j) * met * (units - met) / units
  }
}

/// Totals of row values over clusters; only the clusters met are looked at afterwards.
struct UnitTotals {
  private let dimension: Int
  private var totals: [Double]
  private var touched: [Int] = []
  private var isTouched: [Bool]

  init(units: Int, dimension: Int) {
    self.dimension = dimension
    totals = [Double](repeating: 0, count: units * dimension)
    isTouched = [Bool](repeating: false, count: units)
  }

  mutating func add(_ z: [Double], to unit: Int) {
    if !isTouched[unit] {
      isTouched[unit] = true
      touched.append(unit)
    }
    for i in 0..<dimension { totals[unit * dimension + i] += z[i] }
  }

  func forEachTouched(_ body: (Int, ArraySlice<Double>) -> Void) {
    for unit in touched { body(unit, totals[unit * dimension..<(unit + 1) * dimension]) }
  }
}
