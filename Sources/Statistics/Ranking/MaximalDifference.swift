/// The step-down test of all ordered pairs of options by the largest studentised difference
/// (Mogstad, Romano, Shaikh and Wilhelm 2024; Romano and Wolf 2005).
///
/// The law of the largest difference comes from normal draws with the estimated covariance.
struct MaximalDifference {
  private let shares: [Double]
  private let errors: Matrix
  private let draws: [[Double]]

  init(shares: [Double], covariance: Matrix, draws count: Int, seed: UInt64) {
    precondition(count > 0, "a simulation draws something")
    self.shares = shares
    let k = shares.count
    var errors = Matrix(rows: k, columns: k)
    for a in 0..<k {
      for b in 0..<k {
        let spread = covariance[a, a] + covariance[b, b] - 2 * covariance[a, b]
        errors[a, b] = a == b ? 0 : max(0, spread).squareRoot()
      }
    }
    self.errors = errors
    let (values, vectors) = covariance.symmetricEigen()
    let roots = values.map { max(0, $0).squareRoot() }
    var generator = Xoshiro256(seed: seed)
    draws = (0..<count).map { _ in
      let normal = roots.map { $0 * generator.normal() }
      return (0..<k).map { option in
        (0..<k).reduce(0) { $0 + vectors[option, $1] * normal[$1] }
      }
    }
  }

  /// `result[a][b]`: option a is told to be above option b.
  mutating func rejections(alpha: Double) -> [[Bool]] {
    let k = shares.count
    var rejected = [[Bool]](repeating: [Bool](repeating: false, count: k), count: k)
    var open: [(Int, Int)] = []
    for a in 0..<k { for b in 0..<k where errors[a, b] > 0 { open.append((a, b)) } }
    while !open.isEmpty {
      let critical = quantile(of: open, at: 1 - alpha)
      let beyond = open.filter { (shares[$0.0] - shares[$0.1]) / errors[$0.0, $0.1] > critical }
      if beyond.isEmpty { break }
      for (a, b) in beyond { rejected[a][b] = true }
      open.removeAll { rejected[$0.0][$0.1] }
    }
    return rejected
  }

  private func quantile(of pairs: [(Int, Int)], at level: Double) -> Double {
    let largest = draws.map { z in
      pairs.reduce(-Double.infinity) { max($0, (z[$1.0] - z[$1.1]) / errors[$1.0, $1.1]) }
    }.sorted()
    let place = Int((level * Double(largest.count)).rounded(.up))
    return largest[min(max(place, 1), largest.count) - 1]
  }
}
