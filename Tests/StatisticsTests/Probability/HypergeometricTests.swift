import Testing

@testable import Statistics

@Suite struct HypergeometricTests {
  /// Binomial coefficients of a small triangle.
  private static func choose(_ n: Int, _ k: Int) -> Double {
    if k < 0 || k > n { return 0 }
    return (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  @Test func massesAndTailsOfAllSmallPopulations() {
    for population in 1...14 {
      for marked in 0...population {
        for drawn in 0...population {
          let law = Hypergeometric(population: population, marked: marked, drawn: drawn)
          var atMost = 0.0
          for k in law.support {
            let mass =
              Self.choose(marked, k) * Self.choose(population - marked, drawn - k)
              / Self.choose(population, drawn)
            atMost += mass
            #expect(isClose(law.mass(k), mass, 1e-12))
            #expect(isClose(exp(law.logAtMost(k)), atMost, 1e-12))
            #expect(isClose(exp(law.logAtLeast(k)), 1 - atMost + mass, 1e-11))
          }
          #expect(law.logMass(law.support.upperBound + 1) == -.infinity)
        }
      }
    }
  }

  @Test func farTailsAgreeWithR() throws {
    let cases = Golden.document["tails"]?["hypergeometric"]?.array ?? []
    #expect(cases.count == 5)
    for item in cases {
      let law = Hypergeometric(
        population: Int(item["population"]?.double ?? 0), marked: Int(item["marked"]?.double ?? 0),
        drawn: Int(item["drawn"]?.double ?? 0))
      let k = Int(item["k"]?.double ?? 0)
      let ln10 = log(10)
      #expect(isClose(law.logAtLeast(k) / ln10, item["at_least"]?.double, 1e-9))
      #expect(isClose(law.logAtMost(k) / ln10, item["at_most"]?.double, 1e-9))
    }
  }
}
