/// The margins to which the weights of a design were calibrated.
///
/// What the margins explain has no variance left: before a variance is computed, each influence
/// value, taken per unit of weight, is replaced by its residual from the margins (Deville and
/// Särndal 1992; Deville, Särndal and Sautory 1993). Agrees with R `survey::rake`, `postStratify` and
/// `calibrate` followed by an estimate.
struct CalibrationMargins: Sendable {
  let margins: [CodeColumn]
  /// What a row counts in the means that the residuals are taken from.
  let rowWeights: [Double]

  /// Subtracts category means, one margin after the other, until nothing changes.
  ///
  /// One margin needs one pass, the case of post-stratification.
  func residuals(of values: [Double], weights: [Double], rows: [Int32]) -> [Double] {
    var ratio = [Double](repeating: 0, count: values.count)
    for row in rows.lazy.map(Int.init) where weights[row] > 0 {
      ratio[row] = values[row] / weights[row]
    }
    let kept = rows.filter { weights[Int($0)] > 0 }
    let counts = margins.map { margin in
      var count = [Double](repeating: 0, count: margin.categoryCount)
      for row in kept where margin.codes[Int(row)] >= 0 {
        count[Int(margin.codes[Int(row)])] += rowWeights[Int(row)]
      }
      return count
    }
    for _ in 0..<(margins.count == 1 ? 1 : 200) {
      var largest = 0.0
      for (margin, count) in zip(margins, counts) {
        var means = [Double](repeating: 0, count: margin.categoryCount)
        for row in kept.lazy.map(Int.init) where margin.codes[row] >= 0 {
          means[Int(margin.codes[row])] += rowWeights[row] * ratio[row]
        }
        for c in means.indices where count[c] > 0 {
          means[c] /= count[c]
          largest = max(largest, abs(means[c]))
        }
        for row in kept.lazy.map(Int.init) where margin.codes[row] >= 0 {
          ratio[row] -= means[Int(margin.codes[row])]
        }
      }
      let size = ratio.lazy.map { abs($0) }.max() ?? 0
      if largest <= 1e-15 * size { break }
    }
    for row in rows.lazy.map(Int.init) { ratio[row] *= weights[row] }
    return ratio
  }
}

/// How the residuals from calibration margins are taken.
public enum ResidualRule: Hashable, Sendable {
  /// Each row counts by its weight before calibration: the theory (R `postStratify`, `calibrate`).
  case baseWeights
  /// Each row counts once (R `rake`).
  case rows
}

extension SurveyDesign {
  /// The same design with calibrated weights, remembering the margins, so that variances become
  /// those of residuals.
  ///
  /// - Parameters:
  ///   - weights: the weights after calibration, one a row.
  ///   - margins: the calibration margins; one crossed margin for post-stratification.
  ///   - residuals: what a row counts when the margins are projected out.
  public func calibrated(
    weights: [Double], to margins: [CodeColumn], residuals: ResidualRule = .baseWeights
  ) throws(DesignError) -> SurveyDesign {
    let checked = try Self.check(weights, rowCount: rowCount, rule: .refuse)
    for margin in margins {
      guard margin.count == rowCount else {
        throw .lengthMismatch(column: .answers, expected: rowCount, found: margin.count)
      }
    }
    let rowWeights =
      residuals == .baseWeights ? self.weights : [Double](repeating: 1, count: rowCount)
    return SurveyDesign(
      self, weights: checked.weights,
      calibration: CalibrationMargins(margins: margins, rowWeights: rowWeights))
  }

  /// A covariance whose influence values are residuals from the margins; these are spread over all
  /// rows, also those outside the domain.
  func calibratedCovariance(
    _ calibration: CalibrationMargins, over domain: Domain, dimension: Int,
    influence: (Int, inout [Double]) -> Void
  ) -> Matrix? {
    var columns = [[Double]](
      repeating: [Double](repeating: 0, count: rowCount), count: dimension)
    var z = [Double](repeating: 0, count: dimension)
    for row in domain.rows.lazy.map(Int.init) {
      influence(row, &z)
      for i in 0..<dimension { columns[i][row] = z[i] }
    }
    columns = columns.map {
      calibration.residuals(of: $0, weights: weights, rows: activeRows)
    }
    var plain = self
    plain.calibration = nil
    return plain.covariance(over: everyone, dimension: dimension) { row, z in
      for i in 0..<dimension { z[i] = columns[i][row] }
    }
  }

  private init(
    _ design: SurveyDesign, weights: [Double], calibration: CalibrationMargins
  ) {
    rowCount = design.rowCount
    self.weights = weights
    isWeighted = true
    sampling = design.sampling
    lonelyUnits = design.lonelyUnits
    excludedRows = design.excludedRows
    zeroWeightRows = design.activeRows.compactMap { weights[Int($0)] == 0 ? Int($0) : nil }
    rowStrata = design.rowStrata
    rowUnits = design.rowUnits
    unitStrata = design.unitStrata
    strata = design.strata
    activeRows = design.activeRows
    self.calibration = calibration
  }
}
