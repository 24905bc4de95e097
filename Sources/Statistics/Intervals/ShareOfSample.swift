/// A count in a simple random sample, and the intervals of its share.
///
/// With a finite population the approximate methods use n_eff = n (N - 1) / (N - n) in place of n,
/// which tends to n as N grows; the exact method inverts the hypergeometric distribution.
public struct ShareOfSample: Hashable, Sendable {
  /// How many people gave the answer; whole, except where a method takes effective sizes.
  public let count: Double
  /// How many people answered.
  public let size: Double
  /// How many people there are in the population, when it is known and finite.
  public let population: Double?

  /// A population smaller than the sample is kept, and answered by `sampleExceedsPopulation`.
  /// - Precondition: 0 ≤ count ≤ size.
  public init(count: Double, size: Double, population: Double? = nil) {
    precondition(count >= 0 && count <= size && size.isFinite, "a count lies within its base")
    self.count = count
    self.size = size
    self.population = population
  }

  /// The share, from 0 to 1; undefined on an empty base.
  public var share: Estimated<Double> {
    size > 0 ? .success(count / size) : .failure(.emptyBase)
  }

  /// n / N, or 0 without a population.
  public var samplingFraction: Double { population.map { size / $0 } ?? 0 }

  /// (N - n) / (N - 1), what the finite population leaves of the variance; 1 without one.
  public var populationFactor: Double {
    guard let population, population > 1 else { return population == nil ? 1 : 0 }
    return (population - size) / (population - 1)
  }

  /// n (N - 1) / (N - n); n without a population; undefined when everybody was asked.
  public var effectiveSize: Estimated<Double> {
    if let population, population < size { return .failure(.sampleExceedsPopulation) }
    return populationFactor > 0
      ? .success(size / populationFactor) : .failure(.wholePopulation)
  }

  /// √(p (1 - p) / n), of the sampling with replacement.
  public var standardError: Estimated<Double> {
    share.map { ($0 * (1 - $0) / size).squareRoot() }
  }

  /// √((1 - f) p (1 - p) / (n - 1)), unbiased under sampling without replacement (Cochran 1977,
  /// ch. 3).
  public var unbiasedStandardError: Estimated<Double> {
    guard size > 0 else { return .failure(.emptyBase) }
    guard size > 1 else { return .failure(.singleObservation) }
    guard samplingFraction <= 1 else { return .failure(.sampleExceedsPopulation) }
    let p = count / size
    return .success(((1 - samplingFraction) * p * (1 - p) / (size - 1)).squareRoot())
  }

  /// The interval by one method.
  ///
  /// - Returns: no interval on an empty base, when everybody was asked, or where the method has no
  ///   answer (logit at 0 and 1). Wald and Agresti-Coull may leave [0, 1]: clip on display only.
  public func interval(
    _ method: ShareIntervalMethod = .exact, level: Double = 0.95
  ) -> Estimated<Interval> {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    guard size > 0 else { return .failure(.emptyBase) }
    if let reason = effectiveSize.reason { return .failure(reason) }
    let n = effectiveSize.value ?? size
    let p = count / size
    let z = Normal.critical(level: level)
    switch method {
    case .exact:
      if population != nil { return HypergeometricInversion.interval(of: self, level: level) }
      return .success(ShareFormulas.clopperPearson(p, n, alpha: 1 - level))
    case .clopperPearson: return .success(ShareFormulas.clopperPearson(p, n, alpha: 1 - level))
    case .wilson: return .success(ShareFormulas.wilson(p, n, z: z))
    case .wilsonCorrected: return .success(ShareFormulas.wilsonCorrected(p, n, z: z))
    case .agrestiCoull: return .success(ShareFormulas.agrestiCoull(p, n, z: z))
    case .jeffreys: return .success(ShareFormulas.jeffreys(p, n, alpha: 1 - level))
    case .wald: return .success(ShareFormulas.wald(p, n, z: z))
    case .logit:
      guard p > 0, p < 1 else { return .failure(.shareAtBoundary) }
      let se = (p * (1 - p) / n).squareRoot()
      return .success(ShareFormulas.logit(p, se: se, critical: z))
    }
  }
}

/// How the interval of an unweighted share is made.
public enum ShareIntervalMethod: Hashable, Sendable, CaseIterable {
  /// Clopper-Pearson, or with a population the inversion of the hypergeometric distribution: never
  /// covers less than its level. The default.
  case exact
  /// Clopper-Pearson, on the effective size with a population (R `binom.test`).
  case clopperPearson
  /// Wilson's score interval (R `prop.test(correct = FALSE)`): closer to the level on average, below
  /// it at some shares.
  case wilson
  /// Wilson's with continuity correction (R `prop.test`).
  case wilsonCorrected
  case agrestiCoull
  case jeffreys
  case logit
  /// The textbook p ± z se; collapses at 0 and 1. For comparison with older reports only.
  case wald
}
