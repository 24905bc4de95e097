@testable import Statistics

/// Seeded populations and samples for the simulations.
struct Scenario {
  var generator: Xoshiro256

  init(seed: UInt64) { generator = Xoshiro256(seed: seed) }

  /// Uneven weights: log-normal, with a design effect of about exp(spread²).
  mutating func weights(_ n: Int, spread: Double) -> [Double] {
    (0..<n).map { _ in exp(spread * generator.normal()) }
  }

  mutating func choice(_ shares: [Double]) -> Int32 {
    var u = generator.unit()
    for (code, share) in shares.enumerated() {
      u -= share
      if u < 0 { return Int32(code) }
    }
    return Int32(shares.count - 1)
  }

  /// People who name each option with its own chance, all options leaning the same way in one person.
  mutating func mentions(_ shares: [Double], people: Int) -> MentionColumn {
    var options = [[Bool?]](
      repeating: [Bool?](repeating: false, count: people), count: shares.count)
    for row in 0..<people {
      let common = generator.normal()
      for option in shares.indices {
        let own = 0.6 * common + 0.8 * generator.normal()
        options[option][row] = own < Normal.quantile(lower: shares[option])
      }
    }
    return MentionColumn(options: options)
  }
}
