/// The mean of a simple random sample of numbers, with Student's interval.
public struct SampleMean: Sendable, Equatable {
  /// How many numbers, missing ones left out.
  public let count: Int
  public let sum: Double
  public let minimum: Estimated<Double>
  public let maximum: Estimated<Double>
  public let mean: Estimated<Double>
  /// The unbiased variance, over n - 1; undefined for fewer than two numbers.
  public let variance: Estimated<Double>
  /// n / N, or 0.
  public let samplingFraction: Double

  /// - Parameters:
  ///   - values: `nil` is a missing value and is left out.
  ///   - population: when given, the variance of the mean is multiplied by 1 - n/N.
  /// - Throws: `DesignError.nonFiniteValues`, with the rows; `populationSmallerThanSample`.
  /// - Complexity: O(values), in two passes.
  public init(_ values: [Double?], population: Double? = nil) throws(DesignError) {
    try NumericColumn.check(values)
    let known = values.compactMap { $0 }
    count = known.count
    let total = known.reduce(0, +)
    sum = total
    if let population, population < Double(known.count) {
      throw .populationSmallerThanSample(
        stratum: 0, population: population, sampled: known.count)
    }
    samplingFraction = population.map { Double(known.count) / $0 } ?? 0
    guard let low = known.min(), let high = known.max() else {
      (minimum, maximum, mean) = (.failure(.emptyBase), .failure(.emptyBase), .failure(.emptyBase))
      variance = .failure(.emptyBase)
      return
    }
    minimum = .success(low)
    maximum = .success(high)
    let n = Double(known.count)
    let first = total / n
    let center = low == high ? low : known.reduce(0) { $0 + ($1 - first) } / n + first
    mean = .success(center)
    variance =
      known.count < 2
      ? .failure(.singleObservation)
      : .success(known.reduce(0) { $0 + ($1 - center) * ($1 - center) } / (n - 1))
  }

  public var degreesOfFreedom: Int { count - 1 }
  public var standardDeviation: Estimated<Double> { variance.map { $0.squareRoot() } }

  /// √((1 - f) s² / n).
  public var standardError: Estimated<Double> {
    variance.map { ((1 - samplingFraction) * $0 / Double(count)).squareRoot() }
  }

  /// mean ± t(n - 1) se (R `t.test`). None for fewer than two numbers, nor when everybody was asked.
  public func interval(level: Double = 0.95) -> Estimated<Interval> {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    if count > 0, samplingFraction >= 1 { return .failure(.wholePopulation) }
    return standardError.map { se in
      let half = StudentT.critical(level: level, df: Double(degreesOfFreedom)) * se
      let center = mean.value ?? 0
      return Interval(lower: center - half, upper: center + half)
    }
  }
}
