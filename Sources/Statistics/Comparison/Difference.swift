/// A difference of two estimates, second less first, with its t test.
public struct Difference: Sendable, Equatable {
  public let first: Double
  public let second: Double
  public let firstStandardError: Double
  public let secondStandardError: Double
  /// Zero for two separate samples; the people in both, and shared clusters, make it something.
  public let covariance: Double
  public let standardError: Double
  /// Units less strata in one design; Satterthwaite's for two.
  public let degreesOfFreedom: Double

  /// Second less first.
  public var difference: Double { second - first }

  /// The difference over its standard error; none when nothing varies.
  public var statistic: Estimated<Double> {
    standardError > 0 ? .success(difference / standardError) : .failure(.noVariation)
  }

  /// Two-sided, by Student's t.
  public var p: Estimated<Double> {
    guard degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    return statistic.map { StudentT.twoSided($0, df: degreesOfFreedom) }
  }

  /// Two-sided, by the normal law.
  public var normalP: Estimated<Double> { statistic.map(Normal.twoSided) }

  /// difference ± t se.
  public func interval(level: Double = 0.95) -> Estimated<Interval> {
    guard degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    return interval(critical: StudentT.critical(level: level, df: degreesOfFreedom))
  }

  /// difference ± z se.
  public func normalInterval(level: Double = 0.95) -> Estimated<Interval> {
    interval(critical: Normal.critical(level: level))
  }

  private func interval(critical: Double) -> Estimated<Interval> {
    guard standardError > 0 else { return .failure(.noVariation) }
    return .success(
      Interval(
        lower: difference - critical * standardError,
        upper: difference + critical * standardError))
  }
}

extension Difference {
  /// Two estimates of separate samples: two waves, two modes, two surveys.
  ///
  /// The degrees of freedom are Satterthwaite's, se⁴ / (se₁⁴/df₁ + se₂⁴/df₂).
  /// - Parameter obstacles: what makes the two figures differ in kind; any makes the result
  ///   `notComparable`.
  public static func ofSeparateSamples(
    _ first: ShareEstimate, _ second: ShareEstimate, obstacles: [Incomparability] = []
  ) -> Estimated<Difference> {
    separate(
      (first.share, first.standardError, first.degreesOfFreedom),
      (second.share, second.standardError, second.degreesOfFreedom), obstacles)
  }

  /// The same for means.
  public static func ofSeparateSamples(
    _ first: MeanEstimate, _ second: MeanEstimate, obstacles: [Incomparability] = []
  ) -> Estimated<Difference> {
    separate(
      (first.mean, first.standardError, first.degreesOfFreedom),
      (second.mean, second.standardError, second.degreesOfFreedom), obstacles)
  }

  private typealias Part = (value: Double, error: Estimated<Double>, df: Int)

  private static func separate(
    _ a: Part, _ b: Part, _ obstacles: [Incomparability]
  ) -> Estimated<Difference> {
    if !obstacles.isEmpty { return .failure(.notComparable(obstacles)) }
    guard a.df > 0, b.df > 0 else { return .failure(.noDegreesOfFreedom) }
    return a.error.flatMap { x in
      b.error.map { y in
        let (v, w) = (x * x, y * y)
        let sum = v * v / Double(a.df) + w * w / Double(b.df)
        return Difference(
          first: a.value, second: b.value, firstStandardError: x, secondStandardError: y,
          covariance: 0, standardError: (v + w).squareRoot(),
          degreesOfFreedom: sum > 0 ? (v + w) * (v + w) / sum : Double(a.df + b.df))
      }
    }
  }
}
