/// A mean estimated under a design.
public struct MeanEstimate: Sendable, Equatable {
  /// Σ w y / Σ w.
  public let mean: Double
  /// Σ w y.
  public let total: Double
  public let base: WeightSummary
  public let standardError: Estimated<Double>
  public let totalStandardError: Estimated<Double>
  /// The variance of the numbers in the population, n / (n - 1) Σ w (y - mean)² / Σ w, n counting
  /// rows of non-zero weight (R `svyvar`).
  public let variance: Estimated<Double>
  public let degreesOfFreedom: Int
  public let isWholePopulation: Bool

  public var standardDeviation: Estimated<Double> { variance.map { $0.squareRoot() } }

  /// The variance of the mean over that of a simple random sample with replacement.
  public var designEffect: Estimated<Double> {
    standardError.flatMap { se in
      variance.flatMap { spread in
        spread > 0
          ? .success(se * se * Double(base.count - base.zeroCount) / spread)
          : .failure(.noVariation)
      }
    }
  }

  /// The same without replacement; needs weights that add up to the population.
  public var designEffectWithoutReplacement: Estimated<Double> {
    let n = Double(base.count - base.zeroCount)
    guard base.sum > n else { return .failure(.wholePopulation) }
    return designEffect.map { $0 * base.sum / (base.sum - n) }
  }

  /// mean ± t(df) se (R `confint(svymean(), df = degf())`).
  ///
  /// - Returns: none without degrees of freedom; no zero width unless all numbers are equal, in which
  ///   case the spread is unknown rather than zero and there is none either.
  public func interval(level: Double = 0.95) -> Estimated<Interval> {
    guard degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    return interval(critical: StudentT.critical(level: level, df: Double(degreesOfFreedom)))
  }

  /// mean ± z se (R `confint(svymean())`).
  public func normalInterval(level: Double = 0.95) -> Estimated<Interval> {
    guard degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    return interval(critical: Normal.critical(level: level))
  }

  private func interval(critical: Double) -> Estimated<Interval> {
    if isWholePopulation { return .failure(.wholePopulation) }
    return standardError.flatMap { se in
      guard se > 0 else { return .failure(.noVariation) }
      return .success(Interval(lower: mean - critical * se, upper: mean + critical * se))
    }
  }
}
