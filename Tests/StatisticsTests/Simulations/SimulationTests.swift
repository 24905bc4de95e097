import Testing

@testable import Statistics

/// What the methods promise, tried out. A short version always runs; the printed figures come from
///
///     CONCERTATION_SIMULATIONS=1 swift test --filter SimulationTests
@Suite(.serialized) struct SimulationTests {
  /// Coverage and mean width of an interval at one p, by summing over all outcomes: no chance.
  private static func coverage(
    _ intervals: [Interval?], n: Int, p: Double
  ) -> (coverage: Double, width: Double) {
    var (coverage, width) = (0.0, 0.0)
    for (x, interval) in intervals.enumerated() {
      let chance = exp(logBinomialMass(x, n, p, 1 - p))
      width += chance * (interval?.width ?? 0)
      if interval?.contains(p) == true { coverage += chance }
    }
    return (coverage, width)
  }

  @Test(arguments: [17, 23, 50, 89, 157]) func theDefaultIntervalCovers(n: Int) {
    func intervals(_ method: ShareIntervalMethod) -> [Interval?] {
      (0...n).map { ShareOfSample(count: Double($0), size: Double(n)).interval(method).value }
    }
    let (exact, wilson) = (intervals(.exact), intervals(.wilson))
    var (least, leastWilson, sum, sumWilson, width, widthWilson) = (1.0, 1.0, 0.0, 0.0, 0.0, 0.0)
    for step in 1...99 {
      let p = Double(step) / 100
      let a = Self.coverage(exact, n: n, p: p)
      let b = Self.coverage(wilson, n: n, p: p)
      #expect(a.coverage >= 0.95 - 1e-12, "n \(n), p \(p)")
      (least, leastWilson) = (min(least, a.coverage), min(leastWilson, b.coverage))
      (sum, sumWilson) = (sum + a.coverage, sumWilson + b.coverage)
      (width, widthWilson) = (width + a.width, widthWilson + b.width)
      if Scenario.isLong {
        print(
          """
          n \(n), p \(Scenario.text(p, 2)): default \(Scenario.text(a.coverage, 4)), width \
          \(Scenario.text(a.width)); Wilson \(Scenario.text(b.coverage, 4)), width \
          \(Scenario.text(b.width))
          """)
      }
    }
    print(
      """
      Interval, n \(n): default covers \(Scenario.text(least, 4)) at least, \
      \(Scenario.text(sum / 99, 4)) on average, width \(Scenario.text(width / 99)); Wilson \
      \(Scenario.text(leastWilson, 4)), \(Scenario.text(sumWilson / 99, 4)), \
      \(Scenario.text(widthWilson / 99))
      """)
  }

  @Test(arguments: [50, 157]) func theWeightedDefaultCovers(n: Int) throws {
    let rounds = Scenario.isLong ? 4_000 : 120
    for p in Scenario.isLong ? [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.98] : [0.1, 0.5] {
      var scenario = Scenario(seed: UInt64(n) + UInt64(1_000 * p))
      var (covered, coveredWilson, coveredCapped, width) = (0, 0, 0, 0.0)
      for _ in 0..<rounds {
        let design = try SurveyDesign(rowCount: n, weights: scenario.weights(n, spread: 0.6))
        let values: [Bool?] = (0..<n).map { _ in scenario.generator.unit() < p }
        let share = design.share(of: values, in: design.everyone).value
        let interval = share?.standardInterval().interval.value
        if interval?.contains(p) == true { covered += 1 }
        width += interval?.width ?? 0
        if share?.interval(.wilson).value?.contains(p) == true { coveredWilson += 1 }
        if share?.interval(.kornGraubardCapped).value?.contains(p) == true { coveredCapped += 1 }
      }
      let share = Double(covered) / Double(rounds)
      #expect(share > 0.9)
      print(
        """
        Weighted interval, n \(n), p \(p), \(rounds) samples: Korn-Graubard \
        \(Scenario.text(share)), width \(Scenario.text(width / Double(rounds))); capped \
        \(Scenario.text(Double(coveredCapped) / Double(rounds))); Wilson \
        \(Scenario.text(Double(coveredWilson) / Double(rounds)))
        """)
    }
  }

  static let shareSets: [(String, [Double])] = [
    ("spread", [0.62, 0.5, 0.41, 0.33, 0.24, 0.17, 0.1, 0.05]),
    ("close", [0.45, 0.43, 0.41, 0.39, 0.37, 0.2, 0.19, 0.18]),
    ("tied", [0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1]),
  ]

  @Test(arguments: [17, 23, 50, 89, 157]) func rankSetsHoldAllTrueRanks(n: Int) throws {
    let rounds = Scenario.isLong ? 1_000 : 25
    let methods: [(String, RankRanges.Method)] = [
      ("intervals", .intervals), ("stepwise", .stepwise),
      ("resampled", .resampled(draws: 400, seed: 1)),
    ]
    for (name, shares) in Self.shareSets {
      // The places a true share may take; those of tied options are all of their common places.
      let truth = shares.map { share in
        1 + shares.count { $0 > share }...shares.count - shares.count { $0 < share }
      }
      for weighted in [false, true] {
        var held = [Int](repeating: 0, count: methods.count)
        var length = [Int](repeating: 0, count: methods.count)
        var scenario = Scenario(seed: UInt64(n))
        for _ in 0..<rounds {
          let mentions = scenario.mentions(shares, people: n)
          let weights = weighted ? scenario.weights(n, spread: 0.5) : nil
          let design = try SurveyDesign(rowCount: n, weights: weights)
          for (m, method) in methods.enumerated() where Scenario.isLong || m < 2 {
            guard
              let found = design.rankRanges(
                of: mentions, base: .asked, in: design.everyone, method: method.1
              ).value
            else { continue }
            let inside = zip(truth, found.ranges).allSatisfy {
              $1.lowerBound <= $0.lowerBound && $0.upperBound <= $1.upperBound
            }
            if inside { held[m] += 1 }
            length[m] += found.ranges.reduce(0) { $0 + $1.count }
          }
        }
        #expect(Double(held[0]) >= 0.95 * Double(rounds))
        if !weighted { #expect(Double(held[1]) >= 0.93 * Double(rounds)) }
        let texts = methods.indices.filter { length[$0] > 0 }.map { m in
          let size = Double(length[m]) / Double(rounds * shares.count)
          return "\(methods[m].0) \(Scenario.text(Double(held[m]) / Double(rounds))) "
            + "(\(Scenario.text(size, 2)) ranks)"
        }
        print(
          """
          Ranks, n \(n), \(name), \(weighted ? "weighted" : "equal weights"), \(rounds) samples: \
          \(texts.joined(separator: ", "))
          """)
      }
    }
  }

  @Test(arguments: [89, 400]) func raoScottKeepsItsLevel(n: Int) throws {
    let rounds = Scenario.isLong ? 4_000 : 150
    for spread in Scenario.isLong ? [0, 0.3, 0.5, 0.7, 0.9] : [0, 0.5] {
      var scenario = Scenario(seed: UInt64(n) + UInt64(10 * spread))
      var (corrected, naive, tested) = (0, 0, 0)
      for _ in 0..<rounds {
        let rows = try CodeColumn(
          (0..<n).map { _ in scenario.choice([0.5, 0.3, 0.2]) }, categoryCount: 3)
        let columns = try CodeColumn(
          (0..<n).map { _ in scenario.choice([0.4, 0.25, 0.2, 0.15]) }, categoryCount: 4)
        let design = try SurveyDesign(rowCount: n, weights: scenario.weights(n, spread: spread))
        guard
          let test = RaoScottTest.of(rows, by: columns, design: design, in: design.everyone).value
        else { continue }
        tested += 1
        if test.secondOrder.p < 0.05 { corrected += 1 }
        if ChiSquared.upper(test.chiSquared, df: 6) < 0.05 { naive += 1 }
      }
      let level = Double(corrected) / Double(tested)
      // Beyond a design effect of exp(0.5²) the linearisation itself needs larger samples.
      if spread <= 0.5 { #expect(level < (Scenario.isLong ? 0.075 : 0.12)) }
      print(
        """
        Rao-Scott, n \(n), weight spread \(spread), \(tested) tables: rejects \
        \(Scenario.text(level)) at 0.05; chi-squared on rescaled weights \
        \(Scenario.text(Double(naive) / Double(tested)))
        """)
    }
  }

  @Test(arguments: [50, 157]) func theTestOfSeveralAnswersKeepsItsLevel(n: Int) throws {
    let rounds = Scenario.isLong ? 4_000 : 100
    for weighted in [false, true] {
      var scenario = Scenario(seed: UInt64(n) + 5)
      var (rejected, naive) = (0, 0)
      for _ in 0..<rounds {
        let mentions = scenario.mentions([0.5, 0.4, 0.3, 0.3, 0.2, 0.1], people: n)
        let groups = try CodeColumn(
          (0..<n).map { _ in scenario.choice([0.4, 0.35, 0.25]) }, categoryCount: 3)
        let weights = weighted ? scenario.weights(n, spread: 0.5) : nil
        let design = try SurveyDesign(rowCount: n, weights: weights)
        guard
          let test = MarginalHomogeneityTest.of(
            mentions, by: groups, design: design, in: design.everyone, base: .asked
          ).value
        else { continue }
        if test.p < 0.05 { rejected += 1 }
        if ChiSquared.upper(test.chiSquared, df: 12) < 0.05 { naive += 1 }
      }
      let level = Double(rejected) / Double(rounds)
      #expect(level < (Scenario.isLong ? 0.075 : 0.13))
      print(
        """
        Several answers, n \(n), \(weighted ? "weighted" : "equal weights"), \(rounds) samples: \
        rejects \(Scenario.text(level)) at 0.05; uncorrected \
        \(Scenario.text(Double(naive) / Double(rounds)))
        """)
    }
  }
}
