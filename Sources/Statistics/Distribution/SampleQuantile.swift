/// Quantiles of unweighted numbers, by the nine definitions of Hyndman and Fan (1996).
///
/// Agrees with R `quantile(type = 1...9)`.
public enum SampleQuantile: Int, Sendable, CaseIterable {
  case inverse = 1
  case averagedInverse
  case nearestEven
  case linear
  case hazen
  case weibull
  /// The default of R and of this module.
  case standard
  case medianUnbiased
  case normalUnbiased

  /// The quantiles at `probabilities`; `nil` values are left out.
  ///
  /// - Returns: `emptyBase` without a number.
  /// - Throws: `DesignError.nonFiniteValues`.
  /// - Complexity: O(n log n).
  public func callAsFunction(
    of values: [Double?], at probabilities: [Double]
  ) throws(DesignError) -> Estimated<[Double]> {
    precondition(probabilities.allSatisfy { (0...1).contains($0) }, "probabilities lie in 0...1")
    try NumericColumn.check(values)
    let sorted = values.compactMap { $0 }.sorted()
    guard !sorted.isEmpty else { return .failure(.emptyBase) }
    return .success(probabilities.map { quantile(of: sorted, at: $0) })
  }

  private func quantile(of x: [Double], at p: Double) -> Double {
    let n = Double(x.count)
    func value(_ i: Int) -> Double { x[min(max(i, 1), x.count) - 1] }
    // A product that should be whole may miss it by a rounding error; R allows 4 epsilon.
    let fuzz = 4 * Double.ulpOfOne
    switch self {
    case .inverse, .averagedInverse, .nearestEven:
      let np = self == .nearestEven ? n * p - 0.5 : n * p
      let j = (np + fuzz).rounded(.down)
      let above = np - j > fuzz
      let weight: Double =
        switch self {
        case .inverse: above ? 1 : 0
        case .averagedInverse: above ? 1 : 0.5
        default: above || j.truncatingRemainder(dividingBy: 2) != 0 ? 1 : 0
        }
      return blend(value(Int(j)), value(Int(j) + 1), weight)
    case .standard:
      let h = (n - 1) * p
      let low = (h + fuzz).rounded(.down)
      return blend(value(Int(low) + 1), value(Int(low) + 2), max(0, h - low))
    default:
      let (a, b) = plottingPosition
      let h = a + p * (n + 1 - a - b)
      let j = (h + fuzz).rounded(.down)
      let rest = abs(h - j) < fuzz ? 0 : h - j
      return blend(value(Int(j)), value(Int(j) + 1), rest)
    }
  }

  private func blend(_ a: Double, _ b: Double, _ weight: Double) -> Double {
    if weight == 0 { return a }
    return weight == 1 ? b : (1 - weight) * a + weight * b
  }

  /// The two constants of the continuous definitions: position a + p (n + 1 - a - b).
  private var plottingPosition: (Double, Double) {
    switch self {
    case .linear: (0, 1)
    case .hazen: (0.5, 0.5)
    case .weibull: (0, 0)
    case .medianUnbiased: (1.0 / 3, 1.0 / 3)
    case .normalUnbiased: (3.0 / 8, 3.0 / 8)
    default: (1, 1)
    }
  }
}
