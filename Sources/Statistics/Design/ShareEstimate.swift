/// A share estimated under a design, with what its intervals need.
public struct ShareEstimate: Sendable, Equatable {
  /// Σ w y / Σ w, from 0 to 1.
  public let share: Double
  /// Rows of the category, unweighted.
  public let count: Int
  /// Weight of the category.
  public let weight: Double
  /// The three sizes of the base.
  public let base: WeightSummary
  /// The linearised standard error; undefined when the design has a single unit.
  public let standardError: Estimated<Double>
  /// Units less strata among the base.
  public let degreesOfFreedom: Int
  /// What a population known in full and asked in full leaves to infer: nothing.
  public let isWholePopulation: Bool
  /// The same share as one of a simple random sample, where the design is one.
  public let simple: ShareOfSample?

  /// p (1 - p) / se²; undefined at 0 and 1 and without a standard error.
  public var effectiveSize: Estimated<Double> {
    standardError.flatMap { se in
      guard se > 0 else { return .failure(boundaryReason) }
      return .success(share * (1 - share) / (se * se))
    }
  }

  /// The effective size times (t(n - 1) / t(df))² (Korn and Graubard 1998).
  public func adjustedEffectiveSize(level: Double = 0.95) -> Estimated<Double> {
    guard degreesOfFreedom > 0, base.count > 1 else { return .failure(.noDegreesOfFreedom) }
    return effectiveSize.map { size in
      let numerator = StudentT.critical(level: level, df: Double(base.count - 1))
      let ratio = numerator / StudentT.critical(level: level, df: Double(degreesOfFreedom))
      return size * ratio * ratio
    }
  }

  /// The variance over that of a simple random sample with replacement of as many people of
  /// non-zero weight (R `svymean(deff = "replace")`).
  public var designEffect: Estimated<Double> {
    standardError.flatMap { se in
      let n = Double(base.count - base.zeroCount)
      let spread = share * (1 - share)
      guard n > 1, spread > 0 else { return .failure(boundaryReason) }
      return .success(se * se * (n - 1) / spread)
    }
  }

  /// The variance over that of a simple random sample without replacement; needs weights that add up
  /// to the population (R `svymean(deff = TRUE)`).
  public var designEffectWithoutReplacement: Estimated<Double> {
    let n = Double(base.count - base.zeroCount)
    guard base.sum > n else { return .failure(.wholePopulation) }
    return designEffect.map { $0 * base.sum / (base.sum - n) }
  }

  private var boundaryReason: Undefined {
    if share <= 0 || share >= 1 { return .shareAtBoundary }
    return isWholePopulation ? .wholePopulation : .noVariation
  }
}

extension ShareEstimate {
  /// The interval that fits the design: exact where the sample is a simple random one, Korn-Graubard
  /// otherwise.
  ///
  /// - Parameter population: the size of the population of the domain, a quartier for instance, when
  ///   the design does not know it; used where the sample is a simple random one.
  /// - Returns: the method with the interval, so that both can be told.
  public func standardInterval(
    level: Double = 0.95, population: Double? = nil
  ) -> (exact: Bool, interval: Estimated<Interval>) {
    if let simple {
      let sample = ShareOfSample(
        count: simple.count, size: simple.size, population: population ?? simple.population)
      return (true, sample.interval(.exact, level: level))
    }
    return (false, interval(.kornGraubard, level: level))
  }

  /// The interval by one method.
  ///
  /// - Returns: none without degrees of freedom, never one of zero width. At 0 and 1, where the
  ///   standard error is zero, Korn-Graubard and Wilson are taken on the Kish effective size, and the
  ///   other methods have no answer.
  public func interval(
    _ method: DesignIntervalMethod, level: Double = 0.95
  ) -> Estimated<Interval> {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    if isWholePopulation { return .failure(.wholePopulation) }
    guard degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    let z = Normal.critical(level: level)
    if share <= 0 || share >= 1 {
      guard method.coversBoundary else { return .failure(.shareAtBoundary) }
      return base.effectiveSize.map { size in
        method == .wilson || method == .wilsonUnadjusted
          ? ShareFormulas.wilson(share, size, z: z)
          : ShareFormulas.clopperPearson(share, size, alpha: 1 - level)
      }
    }
    return standardError.flatMap { se in
      guard se > 0 else { return .failure(.noVariation) }
      return interior(method, se: se, z: z, level: level)
    }
  }

  private func interior(
    _ method: DesignIntervalMethod, se: Double, z: Double, level: Double
  ) -> Estimated<Interval> {
    let t = StudentT.critical(level: level, df: Double(degreesOfFreedom))
    let size = share * (1 - share) / (se * se)
    let adjusted = adjustedEffectiveSize(level: level)
    switch method {
    case .kornGraubard:
      return adjusted.map { ShareFormulas.clopperPearson(share, $0, alpha: 1 - level) }
    case .kornGraubardCapped:
      return adjusted.map {
        ShareFormulas.clopperPearson(share, min($0, Double(base.count)), alpha: 1 - level)
      }
    case .logit: return .success(ShareFormulas.logit(share, se: se, critical: t))
    case .linear: return .success(Interval(lower: share - t * se, upper: share + t * se))
    case .normal: return .success(Interval(lower: share - z * se, upper: share + z * se))
    case .arcsine: return .success(ShareFormulas.arcsine(share, se: se, critical: t))
    case .wilson: return adjusted.map { ShareFormulas.wilson(share, $0, z: z) }
    case .wilsonUnadjusted: return .success(ShareFormulas.wilson(share, size, z: z))
    case .agrestiCoull: return .success(ShareFormulas.agrestiCoull(share, size, z: z))
    }
  }
}
