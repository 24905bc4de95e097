/// Calibration to margins (Deville and Särndal 1992): the weights closest to the base weights, by a
/// distance, that meet all margins.
///
/// Solved by Newton's method for the multipliers of the margins. Agrees with R `survey::calibrate`
/// on the margins' main effects, and with CALMAR.
public enum Calibration {
  /// The distance, by the ratio g of weight over base weight that it leads to.
  public enum Distance: Hashable, Sendable {
    /// g = 1 + u; may be negative. With bounds the ratio is cut there.
    case linear(bounds: ClosedRange<Double>?)
    /// g = exp(u): the solution of raking.
    case raking
    /// Between two limits, below and above 1 (Deville and Särndal 1992).
    case logit(bounds: ClosedRange<Double>)
  }

  /// - Parameters: as for `Raking.weights`; bounds are of the ratio as it is, so that base weights
  ///   should be on the scale of the population.
  /// - Throws: what stands in the way. Bounds that are too narrow appear as `notConverged`, with the
  ///   category that could not be met.
  /// - Complexity: O(rows × margins + steps × (cells × margins² + categories³)).
  public static func weights(
    to margins: [Margin], baseWeights: [Double], total: Double? = nil, distance: Distance,
    tolerance: Double = 1e-12, maximumSteps: Int = 200
  ) throws(WeightingFailure) -> Weighting {
    if let bounds = distance.bounds, bounds.lowerBound >= 1 || bounds.upperBound <= 1 {
      throw .invalidBounds(lower: bounds.lowerBound, upper: bounds.upperBound)
    }
    let cells = try WeightingCells(margins, baseWeights: baseWeights, total: total)
    let system = CalibrationSystem(cells, distance)
    return try system.solve(tolerance: tolerance, maximumSteps: maximumSteps)
  }
}

extension Calibration.Distance {
  var bounds: ClosedRange<Double>? {
    switch self {
    case .linear(let bounds): bounds
    case .raking: nil
    case .logit(let bounds): bounds
    }
  }

  /// The ratio and its slope.
  func ratio(_ u: Double) -> (value: Double, slope: Double) {
    switch self {
    case .linear(nil): return (1 + u, 1)
    case .linear(let bounds?):
      let g = 1 + u
      if g <= bounds.lowerBound { return (bounds.lowerBound, 0) }
      return g >= bounds.upperBound ? (bounds.upperBound, 0) : (g, 1)
    case .raking:
      let g = exp(u)
      return (g, g)
    case .logit(let bounds):
      let (l, h) = (bounds.lowerBound, bounds.upperBound)
      let a = (h - l) / ((1 - l) * (h - 1))
      let e = exp(-abs(a * u))
      // Divided by exp(au) on the side where that would overflow.
      let (x, y) = u > 0 ? (e, 1.0) : (1.0, e)
      let bottom = (h - 1) * x + (1 - l) * y
      let g = (l * (h - 1) * x + h * (1 - l) * y) / bottom
      return (g, a * x * y * (1 - l) * (h - 1) * (h - l) / (bottom * bottom))
    }
  }
}
