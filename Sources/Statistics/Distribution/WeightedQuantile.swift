/// Quantiles of weighted numbers.
///
/// With Sᵢ the weight up to the i-th number in order and W the sum: the rules of Hyndman and Fan
/// with weights, as R `survey::svyquantile(qrule = )` has them. The default is `averagedInverse`.
public enum WeightedQuantile: Sendable, CaseIterable {
  /// The smallest number whose Sᵢ reaches pW (R `math`, `hf1`).
  case inverse
  /// The same, averaged with the next number where Sᵢ = pW (R `school`, `hf2`).
  case averagedInverse
  /// Distinct numbers; where Sᵢ = pW, the one whose place is even (R `hf3`). As in survey 4.1, a
  /// probability below the weight of the first number gives the second.
  case nearestEven
  /// Linear between the points (Sᵢ / W, xᵢ) (R `hf4`).
  case linear
  /// (Sᵢ - wᵢ/2) / W (R `hf5`).
  case hazen
  /// Sᵢ / (W + wₙ) (R `hf6`).
  case weibull
  /// Sᵢ₋₁ / Sₙ₋₁ (R `hf7`).
  case standard
  /// (Sᵢ - wᵢ/3) / (W + wₙ/3) (R `hf8`).
  case medianUnbiased
  /// (Sᵢ - 3wᵢ/8) / (W + wₙ/4) (R `hf9`).
  case normalUnbiased
  /// Shah and Vaish 2006, as survey 4.1 computes it: with S rescaled to n, a step function at
  /// (Sᵢ + ½ - wᵢ/2) / (n + 1), where wᵢ is the weight as it was given. It depends on the scale of
  /// the weights; present for comparison only.
  case shahVaish

  /// The quantiles at `probabilities` of numbers and weights in pairs. Weights of zero are left out.
  ///
  /// - Returns: `emptyBase` or `zeroWeight` when nothing is left.
  /// - Complexity: O(n log n).
  func quantiles(
    of pairs: [(value: Double, weight: Double)], at probabilities: [Double]
  ) -> Estimated<[Double]> {
    if pairs.isEmpty { return .failure(.emptyBase) }
    let sorted = pairs.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
    if sorted.isEmpty { return .failure(.zeroWeight) }
    let points = self == .nearestEven ? merged(sorted) : sorted
    var running = 0.0
    let cumulated = points.map { pair in
      running += pair.weight
      return running
    }
    return .success(probabilities.map { quantile(points, cumulated, at: $0) })
  }

  private typealias Pair = (value: Double, weight: Double)

  private func quantile(_ x: [Pair], _ s: [Double], at p: Double) -> Double {
    let total = s[s.count - 1]
    switch self {
    case .inverse, .averagedInverse, .nearestEven:
      return step(x, s, target: p * total)
    case .shahVaish: return shahVaish(x, s, at: p)
    default:
      let positions = positions(x, s)
      return interpolate(x, positions, at: p)
    }
  }

  /// The step rules; a sum that misses its target by a rounding error meets it.
  private func step(_ x: [Pair], _ s: [Double], target: Double) -> Double {
    let slack = 1e-12 * s[s.count - 1]
    guard let i = s.firstIndex(where: { $0 >= target - slack }) else { return x[x.count - 1].value }
    let next = min(i + 1, x.count - 1)
    guard abs(s[i] - target) <= slack else {
      return self == .nearestEven && i == 0 ? x[next].value : x[i].value
    }
    switch self {
    case .averagedInverse: return (x[i].value + x[next].value) / 2
    case .nearestEven: return (i + 1).isMultiple(of: 2) ? x[i].value : x[next].value
    default: return x[i].value
    }
  }

  /// Where each number stands between 0 and 1.
  private func positions(_ x: [Pair], _ s: [Double]) -> [Double] {
    let n = s.count
    let total = s[n - 1]
    let last = x[n - 1].weight
    return x.indices.map { i in
      let w = x[i].weight
      switch self {
      case .hazen: return (s[i] - w / 2) / total
      case .weibull: return s[i] / (total + last)
      case .standard: return n == 1 ? 0 : (s[i] - w) / s[n - 2]
      case .medianUnbiased: return (s[i] - w / 3) / (total + last / 3)
      case .normalUnbiased: return (s[i] - 3 * w / 8) / (total + last / 4)
      default: return s[i] / total
      }
    }
  }

  private func interpolate(_ x: [Pair], _ positions: [Double], at p: Double) -> Double {
    guard let i = positions.firstIndex(where: { $0 >= p }) else { return x[x.count - 1].value }
    if i == 0 { return x[0].value }
    let (a, b) = (positions[i - 1], positions[i])
    return x[i - 1].value + (x[i].value - x[i - 1].value) * (p - a) / (b - a)
  }

  private func shahVaish(_ x: [Pair], _ s: [Double], at p: Double) -> Double {
    let n = Double(x.count)
    let scale = n / s[s.count - 1]
    let steps = x.indices
      .map { (position: (s[$0] * scale + 0.5 - x[$0].weight / 2) / (n + 1), value: x[$0].value) }
      .sorted { $0.position < $1.position }
    return (steps.last { $0.position <= p } ?? steps[0]).value
  }

  private func merged(_ x: [Pair]) -> [Pair] {
    var result: [Pair] = []
    for pair in x {
      if let last = result.last, last.value == pair.value {
        result[result.count - 1].weight += pair.weight
      } else {
        result.append(pair)
      }
    }
    return result
  }
}
