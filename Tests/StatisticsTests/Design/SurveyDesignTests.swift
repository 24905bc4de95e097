import Testing

@testable import Statistics

@Suite struct SurveyDesignTests {
  @Test func errorsNameTheirRows() throws {
    let strata = try CodeColumn([0, 0, 1, 1, -1], categoryCount: 2)
    #expect(throws: DesignError.nonFiniteWeights(rows: [1, 3])) {
      try SurveyDesign(rowCount: 4, weights: [1, .nan, 2, .infinity])
    }
    #expect(throws: DesignError.negativeWeights(rows: [2])) {
      try SurveyDesign(rowCount: 3, weights: [1, 0, -1])
    }
    #expect(throws: DesignError.missingCode(column: .strata, rows: [4])) {
      try SurveyDesign(rowCount: 5, strata: strata)
    }
    #expect(throws: DesignError.lengthMismatch(column: .weights, expected: 2, found: 1)) {
      try SurveyDesign(rowCount: 2, weights: [1])
    }
    #expect(throws: DesignError.singleUnitStrata(strata: [1], rows: [2])) {
      try SurveyDesign(rowCount: 3, strata: CodeColumn([0, 0, 1], categoryCount: 2))
    }
    #expect(
      throws: DesignError.populationSmallerThanSample(stratum: 0, population: 2, sampled: 3)
    ) { try SurveyDesign.simpleRandom(rowCount: 3, population: 2) }
    #expect(throws: DesignError.codeOutOfRange(row: 1, code: 2, categories: 2)) {
      try CodeColumn([0, 2], categoryCount: 2)
    }
  }

  @Test func rowsWithoutAWeightCanBeLeftOut() throws {
    let design = try SurveyDesign(
      rowCount: 5, weights: [1, .nan, 2, 1, 3], nonFiniteWeights: .exclude)
    let dropped = try SurveyDesign(rowCount: 4, weights: [1, 2, 1, 3])
    #expect(design.excludedRows == [1])
    #expect(design.everyone.count == 4)
    let a = design.share(of: [true, true, false, true, false], in: design.everyone).value
    let b = dropped.share(of: [true, false, true, false], in: dropped.everyone).value
    #expect(a == b)
  }

  @Test func zeroWeightsStayAndAreCounted() throws {
    let design = try SurveyDesign(rowCount: 4, weights: [1, 0, 2, 1])
    #expect(design.zeroWeightRows == [1])
    let share = design.share(of: [true, true, false, false], in: design.everyone).value
    #expect(share?.base.count == 4)
    #expect(share?.base.zeroCount == 1)
    #expect(share?.degreesOfFreedom == 2)
    #expect(isClose(share?.share, 0.25))
  }

  @Test func emptyDomainsAndAllZeroWeightsSaySo() throws {
    let design = try SurveyDesign(rowCount: 3, weights: [0, 0, 1])
    let nobody = design.domain(where: [false, false, false])
    let weightless = design.domain(where: [true, true, false])
    #expect(design.share(of: [true, true, true], in: nobody).reason == .emptyBase)
    #expect(design.share(of: [true, true, true], in: weightless).reason == .zeroWeight)
    #expect(design.share(of: [nil, nil, nil], in: design.everyone).reason == .emptyBase)
    #expect(try design.mean(of: [1, 2, 3], in: nobody).reason == .emptyBase)
  }

  @Test func oneRowHasNoInterval() throws {
    let design = try SurveyDesign(rowCount: 1, weights: [2])
    let mean = try design.mean(of: [4], in: design.everyone).value
    #expect(mean?.mean == 4)
    #expect(mean?.standardError.reason == .noDegreesOfFreedom)
    #expect(mean?.interval().reason == .noDegreesOfFreedom)
    let share = design.share(of: [true], in: design.everyone).value
    for method in DesignIntervalMethod.allCases {
      #expect(share?.interval(method).reason == .noDegreesOfFreedom)
    }
    // Two clusters, of which a domain meets one.
    let clustered = try SurveyDesign(
      rowCount: 4, clusters: CodeColumn([0, 0, 1, 1], categoryCount: 2))
    let part = clustered.domain(where: [true, true, false, false])
    let inPart = clustered.share(of: [true, false, true, true], in: part).value
    #expect(inPart?.interval(.kornGraubard).reason == .noDegreesOfFreedom)
  }

  @Test func boundariesUnderWeightsUseTheKishSize() throws {
    let design = try SurveyDesign(rowCount: 4, weights: [1, 2, 3, 2])
    let none = design.share(of: [false, false, false, false], in: design.everyone).value
    let kish = 64.0 / 18
    let expected = ShareFormulas.clopperPearson(0, kish, alpha: 1 - 0.95)
    #expect(none?.interval(.kornGraubard).value == expected)
    #expect(none?.interval(.logit).reason == .shareAtBoundary)
    #expect(none?.interval(.linear).reason == .shareAtBoundary)
    let all = design.share(of: [true, true, true, true], in: design.everyone).value
    #expect(all?.interval(.wilson).value?.upper == 1)
    #expect(all?.standardError.value == 0)
  }

  @Test func aWholePopulationHasNothingToInfer() throws {
    let design = try SurveyDesign.simpleRandom(rowCount: 4, population: 4)
    let share = design.share(of: [true, false, false, true], in: design.everyone).value
    #expect(share?.standardInterval().interval.reason == .wholePopulation)
    #expect(share?.interval(.logit).reason == .wholePopulation)
  }

  @Test func theStandardIntervalFitsTheDesign() throws {
    let simple = try SurveyDesign.simpleRandom(rowCount: 10, population: 100)
    let values: [Bool?] = (0..<10).map { $0 < 3 }
    let exact = simple.share(of: values, in: simple.everyone).value?.standardInterval()
    #expect(exact?.exact == true)
    let sample = ShareOfSample(count: 3, size: 10, population: 100)
    #expect(exact?.interval.value == sample.interval().value)
    let weighted = try SurveyDesign(rowCount: 10, weights: (1...10).map(Double.init))
    let estimate = weighted.share(of: values, in: weighted.everyone).value
    #expect(estimate?.standardInterval().exact == false)
    #expect(estimate?.standardInterval().interval.value == estimate?.interval(.kornGraubard).value)
  }

  @Test func lonelyUnitsFollowTheirRule() throws {
    let strata = try CodeColumn([0, 0, 1], categoryCount: 2)
    func error(_ rule: LonelyUnitRule) throws -> Double? {
      let design = try SurveyDesign(rowCount: 3, strata: strata, lonelyUnits: rule)
      return try design.mean(of: [1, 3, 9], in: design.everyone).value?.standardError.value
    }
    let removed = try #require(try error(.remove))
    #expect(isClose(try error(.average), removed * 2.0.squareRoot()))
    #expect(isClose(try error(.certainty), removed))
    #expect(try #require(try error(.adjust)) > removed)
    // Only lonely units: nothing to average.
    let alone = try SurveyDesign(
      rowCount: 2, strata: CodeColumn([0, 1], categoryCount: 2), lonelyUnits: .average)
    #expect(
      try alone.mean(of: [1, 2], in: alone.everyone).value?.standardError.reason
        == .noDegreesOfFreedom)
  }

  @Test func aStratumAskedInFullMayHaveOneUnit() throws {
    let design = try SurveyDesign(
      rowCount: 3, strata: CodeColumn([0, 0, 1], categoryCount: 2), populationSizes: [10, 1])
    #expect(design.isStratified)
  }
}
