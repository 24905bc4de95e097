import Testing

@testable import Statistics

@Suite struct ShareOfSampleTests {
  @Test func clopperPearsonAgreesWithR() {
    for item in Golden.document["tails"]?["clopper"]?.array ?? [] {
      let sample = ShareOfSample(count: item["x"]?.double ?? 0, size: item["n"]?.double ?? 1)
      let found = sample.interval().value
      #expect(isClose(found?.lower, item["lower"]?.double))
      #expect(isClose(found?.upper, item["upper"]?.double))
    }
  }

  @Test(arguments: [17, 23, 50]) func theDefaultNeverCoversLessThanItsLevel(n: Int) {
    let intervals = (0...n).map {
      ShareOfSample(count: Double($0), size: Double(n)).interval().value
    }
    for step in 1..<100 {
      let p = Double(step) / 100
      var coverage = 0.0
      for (x, interval) in intervals.enumerated() where interval?.contains(p) == true {
        coverage += Binomial.lower(x, n: n, p: p) - Binomial.lower(x - 1, n: n, p: p)
      }
      #expect(coverage >= 0.95 - 1e-12)
    }
  }

  @Test func theFinitePopulationIntervalCoversEveryPopulation() {
    for population in 2...22 {
      for n in 1..<population {
        let intervals = (0...n).map {
          ShareOfSample(count: Double($0), size: Double(n), population: Double(population))
            .interval(level: 0.9).value
        }
        for marked in 0...population {
          let law = Hypergeometric(population: population, marked: marked, drawn: n)
          let share = Double(marked) / Double(population)
          let coverage = law.support.reduce(0) {
            $0 + (intervals[$1]?.contains(share) == true ? law.mass($1) : 0)
          }
          #expect(coverage >= 0.9 - 1e-12)
        }
      }
    }
  }

  @Test func aLargePopulationIsNoPopulation() {
    let infinite = ShareOfSample(count: 13, size: 89).interval().value
    let finite = ShareOfSample(count: 13, size: 89, population: 1e8).interval().value
    #expect(isClose(finite?.lower, infinite?.lower, 1e-5))
    #expect(isClose(finite?.upper, infinite?.upper, 1e-5))
    let wilson = ShareOfSample(count: 13, size: 89, population: 1e12).interval(.wilson).value
    #expect(
      isClose(wilson?.lower, ShareOfSample(count: 13, size: 89).interval(.wilson).value?.lower))
  }

  @Test func aFinitePopulationNarrows() {
    let wide = ShareOfSample(count: 60, size: 200).interval().value?.width ?? 0
    let narrow = ShareOfSample(count: 60, size: 200, population: 800).interval().value?.width ?? 1
    #expect(narrow < 0.9 * wide)
  }

  @Test func wilsonSolvesItsEquation() {
    // The limits are the p for which (x/n - p)² = z² p (1 - p) / n.
    let z = Normal.critical(level: 0.95)
    for x in 1..<20 {
      let share = Double(x) / 20
      guard
        let limits = ShareOfSample(count: Double(x), size: 20).interval(.wilson).value
      else { continue }
      for p in [limits.lower, limits.upper] {
        #expect(isClose((share - p) * (share - p), z * z * p * (1 - p) / 20, 1e-10))
      }
    }
  }

  @Test(arguments: ShareIntervalMethod.allCases)
  func edgesAreDefined(method: ShareIntervalMethod) {
    for (x, n) in [(0.0, 1.0), (1, 1), (0, 10), (10, 10)] {
      let found = ShareOfSample(count: x, size: n).interval(method)
      if method == .logit {
        #expect(found.reason == .shareAtBoundary)
        continue
      }
      guard let interval = found.value else {
        Issue.record("no \(method) at \(x) of \(n)")
        continue
      }
      #expect(interval.lower.isFinite && interval.upper.isFinite)
      #expect(interval.contains(x / n))
      if method != .wald { #expect(interval.width > 0) }
    }
    #expect(ShareOfSample(count: 0, size: 0).interval(method).reason == .emptyBase)
    #expect(
      ShareOfSample(count: 3, size: 9, population: 9).interval(method).reason == .wholePopulation)
  }

  @Test func fractionalCountsHaveNoExactFiniteInterval() {
    let sample = ShareOfSample(count: 2.5, size: 9, population: 90)
    #expect(sample.interval().reason == .fractionalCount)
    #expect(sample.interval(.wilson).value != nil)
  }

  @Test func methodsMirror() {
    for method in ShareIntervalMethod.allCases {
      let a = ShareOfSample(count: 4, size: 17).interval(method).value
      let b = ShareOfSample(count: 13, size: 17).interval(method).value
      #expect(isClose(a?.lower, b.map { 1 - $0.upper }, 1e-10))
    }
  }

  @Test func standardErrors() {
    #expect(ShareOfSample(count: 1, size: 1).unbiasedStandardError.reason == .singleObservation)
    #expect(isClose(ShareOfSample(count: 1, size: 2).standardError.value, 0.125.squareRoot()))
    #expect(ShareOfSample(count: 5, size: 10, population: 10).populationFactor == 0)
  }
}
