/// Extreme weights cut to limits, what is cut being shared out.
public enum Trimming {
  /// Cuts weights to `limits` and gives the excess in equal parts to the rows inside them, again and
  /// again until none is outside. The sum stays.
  ///
  /// Agrees with R `survey::trimWeights(strict = TRUE)`.
  /// - Returns: `nil` when no row is inside the limits, or when it never ends (limits that the sum of
  ///   the weights cannot keep).
  /// - Complexity: O(rows × rounds).
  public static func strict(_ weights: [Double], to limits: ClosedRange<Double>) -> [Double]? {
    let total = weights.reduce(0, +)
    let n = Double(weights.count)
    let slack = 1e-12 * total
    guard limits.lowerBound * n <= total + slack, total <= limits.upperBound * n + slack else {
      return nil
    }
    var w = weights
    for _ in 0..<100_000 {
      var excess = 0.0
      var inside = 0
      for value in w {
        if limits.contains(value) { inside += 1 } else { excess += value - clipped(value, limits) }
      }
      if inside == w.count { return w }
      guard inside > 0 else { return nil }
      let part = excess / Double(inside)
      for i in w.indices { w[i] = limits.contains(w[i]) ? w[i] + part : clipped(w[i], limits) }
    }
    return nil
  }

  private static func clipped(_ value: Double, _ limits: ClosedRange<Double>) -> Double {
    min(max(value, limits.lowerBound), limits.upperBound)
  }
}
