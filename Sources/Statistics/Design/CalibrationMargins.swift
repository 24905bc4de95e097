/// The margins to which the weights of a design were calibrated.
///
/// What the margins explain has no variance left: before a variance is computed, each influence
/// value, taken per unit of weight, is replaced by its residual from the margins (Deville and
/// Särndal 1992; Deville, Särndal and Sautory 1993). Agrees with R `survey::rake`, `postStratify` and
/// `calibrate` followed by an estimate.
struct CalibrationMargins: Sendable {
  /// Vectors that span the categories of all margins, each with `rowWeights`-length 1 and at right
  /// angles to the others; one entry a row, 0 in rows of weight zero.
  private let basis: [[Double]]
  /// What a row counts in the means that the residuals are taken from.
  private let rowWeights: [Double]

  /// - Complexity: O(rows × categories²).
  init(margins: [CodeColumn], rowWeights: [Double], weights: [Double], rows: [Int32]) {
    self.rowWeights = rowWeights
    let kept = rows.lazy.map(Int.init).filter { weights[$0] > 0 && rowWeights[$0] > 0 }
    var basis: [[Double]] = []
    for margin in margins {
      for category in 0..<Int32(margin.categoryCount) {
        var vector = [Double](repeating: 0, count: rowWeights.count)
        for row in kept where margin.codes[row] == category { vector[row] = 1 }
        let size = Self.product(vector, vector, rowWeights)
        guard size > 0 else { continue }
        // Twice is enough to keep all digits (Kahan and Parlett, in Parlett 1980).
        Self.subtract(basis, from: &vector, rowWeights)
        Self.subtract(basis, from: &vector, rowWeights)
        let rest = Self.product(vector, vector, rowWeights)
        // The last category of a second margin adds nothing to the first margin.
        guard rest > 1e-20 * size else { continue }
        let scale = 1 / rest.squareRoot()
        for row in vector.indices { vector[row] *= scale }
        basis.append(vector)
      }
    }
    self.basis = basis
  }

  /// What the margins leave of the values. - Complexity: O(rows × categories).
  func residuals(of values: [Double], weights: [Double], rows: [Int32]) -> [Double] {
    var ratio = [Double](repeating: 0, count: values.count)
    for row in rows.lazy.map(Int.init) where weights[row] > 0 {
      ratio[row] = values[row] / weights[row]
    }
    Self.subtract(basis, from: &ratio, rowWeights)
    for row in ratio.indices { ratio[row] *= weights[row] }
    return ratio
  }

  private static func product(_ a: [Double], _ b: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for row in a.indices { sum += weights[row] * a[row] * b[row] }
    return sum
  }

  private static func subtract(
    _ basis: [[Double]], from vector: inout [Double], _ weights: [Double]
  ) {
    for direction in basis {
      let part = product(direction, vector, weights)
      if part == 0 { continue }
      for row in vector.indices { vector[row] -= part * direction[row] }
    }
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
      calibration: CalibrationMargins(
        margins: margins, rowWeights: rowWeights, weights: checked.weights, rows: activeRows))
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
