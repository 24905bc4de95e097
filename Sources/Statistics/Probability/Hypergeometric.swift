/// The number of marked units among `drawn` units taken without replacement from `population`
/// units of which `marked` are marked. Agrees with R `dhyper` and `phyper`.
///
/// Masses come from the saddle-point expansion of the binomial mass (C. Loader, "Fast and accurate
/// computation of binomial probabilities", 2000), in logarithms, so that a tail far below the
/// smallest double keeps its digits. Tails are summed from their largest term outwards.
struct Hypergeometric {
  let population: Int
  let marked: Int
  let drawn: Int

  /// The smallest and the largest possible number of marked units drawn.
  var support: ClosedRange<Int> { max(0, drawn + marked - population)...min(drawn, marked) }

  /// `log P(X = k)`; minus infinity outside the support.
  ///
  /// Three binomial masses with the same p: the mass is b(k; marked) b(drawn - k; rest) /
  /// b(drawn; population), with p = drawn / population.
  func logMass(_ k: Int) -> Double {
    guard support.contains(k) else { return -.infinity }
    guard drawn > 0, drawn < population else { return 0 }
    let p = Double(drawn) / Double(population)
    let q = Double(population - drawn) / Double(population)
    return logBinomialMass(k, marked, p, q)
      + logBinomialMass(drawn - k, population - marked, p, q)
      - logBinomialMass(drawn, population, p, q)
  }

  func mass(_ k: Int) -> Double { exp(logMass(k)) }

  /// `log P(X ≥ k)`. - Complexity: O(terms that matter).
  func logAtLeast(_ k: Int) -> Double {
    if k <= support.lowerBound { return 0 }
    if k > support.upperBound { return -.infinity }
    let mean = Double(drawn) * Double(marked) / Double(population)
    if Double(k) <= mean { return log1p(-exp(logTail(from: k - 1, step: -1))) }
    return logTail(from: k, step: 1)
  }

  /// `log P(X ≤ k)`. - Complexity: O(terms that matter).
  func logAtMost(_ k: Int) -> Double {
    if k >= support.upperBound { return 0 }
    if k < support.lowerBound { return -.infinity }
    let mean = Double(drawn) * Double(marked) / Double(population)
    if Double(k) >= mean { return log1p(-exp(logTail(from: k + 1, step: 1))) }
    return logTail(from: k, step: -1)
  }

  /// The log of the masses from `k` outwards, added by the ratios of neighbouring masses.
  private func logTail(from k: Int, step: Int) -> Double {
    let first = logMass(k)
    if first == -.infinity { return first }
    var term = 1.0
    var sum = 1.0
    var j = k
    while true {
      let ratio = step > 0 ? ratioUp(j) : 1 / ratioUp(j - 1)
      j += step
      if !support.contains(j) { break }
      term *= ratio
      sum += term
      if term < 1e-18 * sum, ratio < 1 { break }
    }
    return first + log(sum)
  }

  /// P(X = j + 1) / P(X = j).
  private func ratioUp(_ j: Int) -> Double {
    Double(marked - j) * Double(drawn - j)
      / (Double(j + 1) * Double(population - marked - drawn + j + 1))
  }
}

/// `log` of the binomial mass at x of n with probabilities p and q = 1 - p (Loader 2000).
func logBinomialMass(_ x: Int, _ n: Int, _ p: Double, _ q: Double) -> Double {
  let a = Double(x)
  let m = Double(n)
  if n == 0 { return 0 }
  if x == 0 { return m * (p < 0.1 ? log1p(-p) : log(q)) }
  if x == n { return m * (q < 0.1 ? log1p(-q) : log(p)) }
  let b = m - a
  let correction = stirlingError(m) - stirlingError(a) - stirlingError(b)
  let deviance = devianceTerm(a, m * p) + devianceTerm(b, m * q)
  return correction - deviance - 0.5 * log(2 * .pi * a * (b / m))
}

/// `x log(x / mean) + mean - x` without cancellation when x is near the mean.
private func devianceTerm(_ x: Double, _ mean: Double) -> Double {
  let d = x - mean
  if abs(d) < 0.1 * (x + mean) {
    let v = d / (x + mean)
    var sum = d * v
    var power = 2 * x * v
    let v2 = v * v
    var k = 3.0
    while true {
      power *= v2
      let next = sum + power / k
      if next == sum { return sum }
      sum = next
      k += 2
    }
  }
  return x * log(x / mean) + mean - x
}
