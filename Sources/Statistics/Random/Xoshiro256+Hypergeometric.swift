extension Xoshiro256 {
  /// A number of marked units among `drawn` taken from `population`, `marked` of them marked.
  ///
  /// By inversion, walking outwards from the mode. - Complexity: O(standard deviation) on average.
  mutating func hypergeometric(population: Int, marked: Int, drawn: Int) -> Int {
    let law = Hypergeometric(population: population, marked: marked, drawn: drawn)
    let support = law.support
    if support.count == 1 { return support.lowerBound }
    let top = (Double(drawn) + 1) * (Double(marked) + 1) / (Double(population) + 2)
    let mode = min(max(Int(top), support.lowerBound), support.upperBound)
    func up(_ j: Int) -> Double {
      Double(marked - j) * Double(drawn - j)
        / (Double(j + 1) * Double(population - marked - drawn + j + 1))
    }
    let peak = law.mass(mode)
    while true {
      var u = unit() - peak
      if u < 0 { return mode }
      var (low, high) = (mode, mode)
      var (below, above) = (peak, peak)
      while low > support.lowerBound || high < support.upperBound {
        if high < support.upperBound {
          above *= up(high)
          high += 1
          u -= above
          if u < 0 { return high }
        }
        if low > support.lowerBound {
          low -= 1
          below /= up(low)
          u -= below
          if u < 0 { return low }
        }
      }
      // Rounding left a crumb of probability beyond the support: draw again.
    }
  }
}
