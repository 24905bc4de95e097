/// The three sizes of a base, side by side: people, sum of weights, effective size (Kish 1965,
/// §11.7; Kish 1992). Agrees with `sum(w)^2 / sum(w^2)` in R.
public struct WeightSummary: Sendable, Equatable {
  /// Unweighted n, rows of weight zero included.
  public let count: Int
  /// The rows whose weight is zero.
  public let zeroCount: Int
  public let sum: Double
  public let sumOfSquares: Double
  /// Population standard deviation of the weights over their mean; undefined when the sum is zero.
  public let coefficientOfVariation: Estimated<Double>
  public let minimum: Estimated<Double>
  public let maximum: Estimated<Double>

  /// The weights of the rows of a base; finite and not negative, as a `SurveyDesign` checks.
  /// - Complexity: O(weights).
  public init(_ weights: some Sequence<Double>) {
    var (count, zero, sum, squares) = (0, 0, 0.0, 0.0)
    var (mean, spread) = (0.0, 0.0)
    var (low, high) = (Double.infinity, -Double.infinity)
    for w in weights {
      count += 1
      if w == 0 { zero += 1 }
      sum += w
      squares += w * w
      let step = w - mean
      mean += step / Double(count)
      spread += step * (w - mean)
      low = min(low, w)
      high = max(high, w)
    }
    self.count = count
    zeroCount = zero
    self.sum = sum
    sumOfSquares = squares
    minimum = count > 0 ? .success(low) : .failure(.emptyBase)
    maximum = count > 0 ? .success(high) : .failure(.emptyBase)
    coefficientOfVariation =
      sum > 0
      ? .success((spread / Double(count)).squareRoot() / (sum / Double(count)))
      : .failure(count > 0 ? .zeroWeight : .emptyBase)
  }

  /// (Σw)² / Σw²; undefined when all weights are zero.
  public var effectiveSize: Estimated<Double> {
    guard count > 0 else { return .failure(.emptyBase) }
    return sum > 0 ? .success(sum * sum / sumOfSquares) : .failure(.zeroWeight)
  }

  /// n Σw² / (Σw)², what unequal weights cost: n over the effective size.
  public var designEffect: Estimated<Double> { effectiveSize.map { Double(count) / $0 } }
}

extension SurveyDesign {
  /// The sizes of a domain.
  public func weightSummary(of domain: Domain) -> WeightSummary {
    WeightSummary(domain.rows.lazy.map { weights[Int($0)] })
  }
}
