import Testing

@testable import Statistics

@Suite struct WeightingTests {
  private static func margins() throws -> [Margin] {
    let targets = Golden.document["weighting"]
    return [
      Margin(
        name: "area", column: try Golden.codes("area", 3),
        targets: targets?["area"]?.doubles ?? []),
      Margin(
        name: "first", column: try Golden.codes("first", 4),
        targets: targets?["first"]?.doubles ?? []),
    ]
  }

  /// What a weighting throws; nil when it works.
  private static func failure(
    _ body: () throws(WeightingFailure) -> Weighting
  ) -> WeightingFailure? {
    do {
      _ = try body()
      return nil
    } catch { return error }
  }

  private static func check(_ weighting: Weighting, _ name: String) throws {
    let expected = try #require(Golden.document["weighting"]?[name])
    #expect(areClose(weighting.weights, expected["weights"]?.doubles ?? []), "\(name)")
    let design = try Golden.design("weights").calibrated(to: weighting)
    let mean = try design.mean(of: Golden.numbers("score"), in: design.everyone).value
    #expect(isClose(mean?.mean, expected["mean"]?.double), "\(name)")
    #expect(isClose(mean?.standardError.value, expected["se"]?.double, 1e-8), "\(name)")
  }

  @Test func agreesWithR() throws {
    let margins = try Self.margins()
    let base = Golden.weights
    try Self.check(try Raking.weights(to: margins, baseWeights: base), "rake")
    try Self.check(try Raking.weights(to: [margins[0]], baseWeights: base), "post")
    try Self.check(
      try Calibration.weights(to: margins, baseWeights: base, distance: .linear(bounds: nil)),
      "linear")
    let limits = try #require(Golden.document["weighting"]?["limits"]?.doubles)
    try Self.check(
      try Calibration.weights(
        to: margins, baseWeights: base, distance: .logit(bounds: limits[0]...limits[1])), "logit")
  }

  @Test func rakingIsCalibrationByTheExponential() throws {
    let margins = try Self.margins()
    let raked = try Raking.weights(to: margins, baseWeights: Golden.weights)
    let calibrated = try Calibration.weights(
      to: margins, baseWeights: Golden.weights, distance: .raking)
    #expect(areClose(raked.weights, calibrated.weights, 1e-9))
    let state = Raking.state(after: raked.cycles, of: margins, baseWeights: Golden.weights)
    #expect(areClose(state.weights, raked.weights, 1e-12))
    #expect(raked.largestError < 1e-12)
  }

  @Test func theReportTellsBeforeAndAfter() throws {
    let margins = try Self.margins()
    let raked = try Raking.weights(to: margins, baseWeights: Golden.weights)
    for line in raked.report { #expect(areClose(line.after, line.targets, 1e-11)) }
    #expect(isClose(raked.report[0].before.reduce(0, +), Golden.weights.reduce(0, +), 1e-12))
    let parts = raked.summaries(by: try Golden.codes("stratum", 3))
    #expect(parts.map(\.count) == [32, 24, 16])
    #expect(isClose(raked.summary.sum, 300, 1e-12))
    #expect(
      try #require(raked.quantiles(at: [0, 1])) == [raked.weights.min(), raked.weights.max()])
  }

  @Test func sharesAndCountsAgree() throws {
    let margins = try Self.margins()
    let shares = margins.map {
      Margin(
        name: $0.name, column: $0.column, targets: $0.targets.map { $0 / 3 }, unit: .shares)
    }
    let a = try Raking.weights(to: margins, baseWeights: Golden.weights)
    let b = try Raking.weights(to: shares, baseWeights: Golden.weights, total: 300)
    #expect(areClose(a.weights, b.weights, 1e-10))
    let c = try Raking.weights(to: shares, baseWeights: Golden.weights)
    #expect(isClose(c.summary.sum, Golden.weights.reduce(0, +), 1e-10))
  }

  @Test func failuresNameTheirCause() throws {
    let age = try CodeColumn([0, 0, 1, 3], categoryCount: 4)
    let base = [1.0, 1, 1, 1]
    func failure(_ margins: [Margin], _ base: [Double] = [1, 1, 1, 1]) -> WeightingFailure? {
      Self.failure { () throws(WeightingFailure) in
        try Raking.weights(to: margins, baseWeights: base)
      }
    }
    let ordered = Margin(name: "age", column: age, targets: [4, 3, 2, 1], isOrdered: true)
    guard case .emptyCategory(let place, let target, let merge)? = failure([ordered]) else {
      Issue.record("expected an empty category")
      return
    }
    #expect(place.name == "age" && place.category == 2 && target == 2 && merge == 3)
    let sex = try CodeColumn([0, 1, 0, 1], categoryCount: 2)
    let a = Margin(name: "sex", column: sex, targets: [5, 5])
    let b = Margin(name: "sex", column: sex, targets: [5, 6])
    #expect(
      failure([a, b])
        == .unequalTotals(margin: 1, total: 11, reference: 0, referenceTotal: 10))
    let gap = try CodeColumn([0, 1, -1, 1], categoryCount: 2)
    let gapped = Margin(name: "gap", column: gap, targets: [5, 5])
    #expect(failure([a, gapped]) == .missingAnswers(margin: 1, rows: [2]))
    #expect(failure([gapped], [1, 1, 0, 1]) == nil)
    #expect(failure([a], [1, .nan, 1, 1]) == .invalidBaseWeights(rows: [1]))
    #expect(failure([]) == .nothingToWeight)
    let none = Margin(name: "sex", column: sex, targets: [10, 0])
    guard case .unexpectedPeople(_, let rows)? = failure([none]) else {
      Issue.record("expected unexpected people")
      return
    }
    #expect(rows == [1, 3])
    let negative = Margin(name: "sex", column: sex, targets: [11, -1])
    guard case .invalidTarget(_, value: -1)? = failure([negative]) else {
      Issue.record("expected an invalid target")
      return
    }
    #expect(throws: WeightingFailure.invalidBounds(lower: 1, upper: 2)) {
      try Calibration.weights(
        to: [a], baseWeights: base, distance: .logit(bounds: 1...2))
    }
  }

  @Test func noSolutionIsToldWithTheWorstCategory() throws {
    // Two questions that always go together cannot have different margins.
    let one = try CodeColumn([0, 0, 1], categoryCount: 2)
    let margins = [
      Margin(name: "a", column: one, targets: [2, 1]),
      Margin(name: "b", column: one, targets: [1, 2]),
    ]
    let raking = Self.failure { () throws(WeightingFailure) in
      try Raking.weights(to: margins, baseWeights: [1, 1, 1], maximumCycles: 100)
    }
    guard case .notConverged(let place, let error, let cycles, let merge)? = raking else {
      Issue.record("expected no convergence")
      return
    }
    #expect(place.name == "a" && cycles == 100 && error > 0.1 && merge != nil)
    let calibration = Self.failure { () throws(WeightingFailure) in
      try Calibration.weights(to: margins, baseWeights: [1, 1, 1], distance: .raking)
    }
    #expect(calibration == .redundantMargins)
  }

  @Test func boundsTooNarrowAreTold() throws {
    let margins = try Self.margins()
    let found = Self.failure { () throws(WeightingFailure) in
      try Calibration.weights(
        to: margins, baseWeights: Golden.weights, distance: .logit(bounds: 0.99...1.01))
    }
    guard case .notConverged(_, let error, _, _)? = found else {
      Issue.record("expected no convergence")
      return
    }
    #expect(error > 1e-6)
  }

  @Test func trimmingIsAppliedOrRefused() throws {
    let margins = try Self.margins()
    let free = try Raking.weights(to: margins, baseWeights: Golden.weights)
    let scale = 300 / Golden.weights.reduce(0, +)
    let ratios = free.ratios.map { $0 / scale }
    let (low, high) = (try #require(ratios.min()), try #require(ratios.max()))
    let limits = low + 0.05...high - 0.05
    let cut = try Raking.weights(
      to: margins, baseWeights: Golden.weights, tolerance: 1e-11, trimming: limits)
    for ratio in cut.ratios.map({ $0 / scale }) {
      #expect(ratio > limits.lowerBound - 1e-8 && ratio < limits.upperBound + 1e-8)
    }
    #expect(cut.largestError < 1e-10)
    #expect(cut.limited > 0)
    let refused = Self.failure { () throws(WeightingFailure) in
      try Raking.weights(to: margins, baseWeights: Golden.weights, trimming: 0.999...1.001)
    }
    guard case .trimmingConflicts? = refused else {
      Issue.record("expected a conflict")
      return
    }
  }

  @Test func strictTrimmingKeepsTheSum() throws {
    let weights = [1.0, 2, 3, 4, 40]
    let trimmed = try #require(Trimming.strict(weights, to: 2...15))
    #expect(isClose(trimmed.reduce(0, +), 50, 1e-12))
    #expect(trimmed.allSatisfy { (2...15).contains($0) })
    #expect(Trimming.strict(weights, to: 0...5) == nil)
    #expect(Trimming.strict([2, 3], to: 1...4) == [2, 3])
  }

  @Test func startingWeightsKeepTheirRatiosInACell() throws {
    let sex = try CodeColumn([0, 0, 1, 1], categoryCount: 2)
    let weighting = try Raking.weights(
      to: [Margin(name: "sex", column: sex, targets: [30, 70])], baseWeights: [1, 2, 1, 0])
    #expect(areClose(weighting.weights, [10, 20, 70, 0], 1e-12))
  }
}
