/// The exact interval of a count in a finite population.
///
/// The limits are the smallest number M of marked people for which P(X ≥ x) > α/2, and the largest
/// for which P(X ≤ x) > α/2: Clopper and Pearson's construction (1934) on the hypergeometric law, as in
/// Buonaccorsi 1987. Coverage is at least the level whatever M is. Base R has no function for it;
/// the tails agree with `phyper`.
enum HypergeometricInversion {
  /// - Returns: no interval when a count is not whole, or everybody was asked.
  /// - Complexity: O(log N) tail sums, each O(√n) terms or so.
  static func interval(of sample: ShareOfSample, level: Double) -> Estimated<Interval> {
    guard let population = sample.population else { return .failure(.emptyBase) }
    guard let x = Int(exactly: sample.count), let n = Int(exactly: sample.size),
      let total = Int(exactly: population)
    else { return .failure(.fractionalCount) }
    guard n > 0 else { return .failure(.emptyBase) }
    guard n < total else { return .failure(.wholePopulation) }
    let bound = log((1 - level) / 2)
    // P(X ≥ x) grows with M, P(X ≤ x) falls.
    let lowest = first(in: x...(total - n + x)) {
      Hypergeometric(population: total, marked: $0, drawn: n).logAtLeast(x) > bound
    }
    let beyond = first(in: x...(total - n + x + 1)) {
      $0 > total - n + x
        || Hypergeometric(population: total, marked: $0, drawn: n).logAtMost(x) <= bound
    }
    return .success(
      Interval(lower: Double(lowest) / population, upper: Double(beyond - 1) / population))
  }

  /// The first number of a range where a condition that stays true once it is becomes true; the
  /// last number must satisfy it.
  private static func first(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
