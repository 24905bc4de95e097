/// The difference of the means of two simple random samples, second less first.
public struct MeanDifference: Sendable, Equatable {
  public let first: Double
  public let second: Double
  /// Variances may differ (Welch 1947). R `t.test()`, the default.
  public let welch: Test
  /// One common variance (Student 1908). R `t.test(var.equal = TRUE)`.
  public let pooled: Test

  /// One of the two t tests.
  public struct Test: Sendable, Equatable {
    public let difference: Double
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// `nil` when nothing varies.
    public var t: Double? { standardError > 0 ? difference / standardError : nil }
    public var p: Double? { t.map { StudentT.twoSided($0, df: degreesOfFreedom) } }

    /// difference ± t se; none when nothing varies.
    public func interval(level: Double = 0.95) -> Estimated<Interval> {
      guard standardError > 0 else { return .failure(.noVariation) }
      let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
      return .success(Interval(lower: difference - half, upper: difference + half))
    }
  }

  /// - Returns: `emptyBase` or `singleObservation` when a sample has fewer than two numbers.
  public static func of(
    _ first: SampleMean, _ second: SampleMean, obstacles: [Incomparability] = []
  ) -> Estimated<MeanDifference> {
    if !obstacles.isEmpty { return .failure(.notComparable(obstacles)) }
    return first.variance.flatMap { v in
      second.variance.map { w in
        let (a, b) = (first.mean.value ?? 0, second.mean.value ?? 0)
        let (n, m) = (Double(first.count), Double(second.count))
        let (x, y) = (v / n, w / m)
        let parts = x * x / (n - 1) + y * y / (m - 1)
        let common = ((n - 1) * v + (m - 1) * w) / (n + m - 2)
        return MeanDifference(
          first: a, second: b,
          welch: Test(
            difference: b - a, standardError: (x + y).squareRoot(),
            degreesOfFreedom: parts > 0 ? (x + y) * (x + y) / parts : n + m - 2),
          pooled: Test(
            difference: b - a, standardError: (common * (1 / n + 1 / m)).squareRoot(),
            degreesOfFreedom: n + m - 2))
      }
    }
  }
}
