/// A quantile with the limits of Woodruff (1952).
public struct QuantileEstimate: Sendable, Equatable {
  public let value: Double
  /// None without degrees of freedom, or when a limit would leave 0 ... 1.
  public let interval: Estimated<Interval>
  /// The width of the interval over twice its t quantile.
  public let standardError: Estimated<Double>
}

extension SurveyDesign {
  /// Weighted quantiles among the rows of `domain` that have a number.
  ///
  /// Agrees with R `survey::svyquantile(ci = FALSE)`. - Complexity: O(n log n).
  public func quantiles(
    of values: [Double?], at probabilities: [Double], rule: WeightedQuantile = .averagedInverse,
    in domain: Domain
  ) throws(DesignError) -> Estimated<[Double]> {
    let pairs = try pairs(values, domain)
    return rule.quantiles(of: pairs, at: probabilities)
  }

  /// Weighted quantiles with intervals: the share of numbers up to the quantile gets a t interval,
  /// whose limits are turned back into quantiles (Woodruff 1952).
  ///
  /// Agrees with R `svyquantile(interval.type = "mean", qrule = "math", df = degf())` under the rule
  /// `.inverse`. - Complexity: O(n log n) a probability.
  public func quantileEstimates(
    of values: [Double?], at probabilities: [Double], rule: WeightedQuantile = .averagedInverse,
    level: Double = 0.95, in domain: Domain
  ) throws(DesignError) -> Estimated<[QuantileEstimate]> {
    let pairs = try pairs(values, domain)
    return rule.quantiles(of: pairs, at: probabilities).map { points in
      points.map { point in
        estimate(point, values: values, pairs: pairs, rule: rule, level: level, domain: domain)
      }
    }
  }

  private func estimate(
    _ point: Double, values: [Double?], pairs: [(value: Double, weight: Double)],
    rule: WeightedQuantile, level: Double, domain: Domain
  ) -> QuantileEstimate {
    let below = values.map { $0.map { $0 <= point } }
    let limits = share(of: below, in: domain).flatMap { estimate in
      estimate.interval(.linear, level: level).map { ($0, estimate.degreesOfFreedom) }
    }
    let interval = limits.flatMap { limits in
      guard limits.0.lower >= 0, limits.0.upper <= 1 else {
        return Estimated<Interval>.failure(.shareAtBoundary)
      }
      return rule.quantiles(of: pairs, at: [limits.0.lower, limits.0.upper]).map {
        Interval(lower: $0[0], upper: $0[1])
      }
    }
    let error = interval.flatMap { interval in
      limits.map {
        interval.width / (2 * StudentT.critical(level: level, df: Double($0.1)))
      }
    }
    return QuantileEstimate(value: point, interval: interval, standardError: error)
  }

  private func pairs(
    _ values: [Double?], _ domain: Domain
  ) throws(DesignError) -> [(value: Double, weight: Double)] {
    guard values.count == rowCount else {
      throw .lengthMismatch(column: .answers, expected: rowCount, found: values.count)
    }
    try NumericColumn.check(values)
    return domain.rows.compactMap { row in
      values[Int(row)].map { (value: $0, weight: weights[Int(row)]) }
    }
  }
}
