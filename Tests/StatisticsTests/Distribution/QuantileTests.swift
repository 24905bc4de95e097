import Testing

@testable import Statistics

@Suite struct QuantileTests {
  @Test func theNineDefinitionsAgreeWithR() throws {
    let expected = Golden.document["quantiles"]
    let probabilities = try #require(expected?["probs"]?.doubles)
    for rule in SampleQuantile.allCases {
      let found = try rule(of: Golden.numbers("score"), at: probabilities).value ?? []
      let values = expected?["types"]?.array?[rule.rawValue - 1].doubles ?? []
      #expect(areClose(found, values, 1e-12), "type \(rule.rawValue)")
    }
  }

  @Test func equalWeightsGiveTheUnweightedQuantiles() throws {
    let values: [Double?] = [3, 1, 4, 1.5, 9, 2.6, 5, nil, 3.5]
    let design = try SurveyDesign(rowCount: 9, weights: [Double](repeating: 2.5, count: 9))
    let probabilities = [0.2, 0.25, 0.5, 0.6, 0.9]
    let pairs: [(WeightedQuantile, SampleQuantile)] = [
      (.inverse, .inverse), (.averagedInverse, .averagedInverse), (.hazen, .hazen),
      (.weibull, .weibull), (.standard, .standard), (.medianUnbiased, .medianUnbiased),
      (.normalUnbiased, .normalUnbiased), (.linear, .linear),
    ]
    for (weighted, plain) in pairs {
      let found =
        try design.quantiles(
          of: values, at: probabilities, rule: weighted, in: design.everyone
        ).value ?? []
      #expect(areClose(found, try plain(of: values, at: probabilities).value ?? []), "\(plain)")
    }
  }

  @Test func weightsRepeatRows() throws {
    let design = try SurveyDesign(rowCount: 3, weights: [2, 1, 3])
    let found = try design.quantiles(of: [10, 20, 30], at: [0.5, 0.34], in: design.everyone)
    #expect(found.value == [25, 20])
    let inverse = try design.quantiles(
      of: [10, 20, 30], at: [0.5, 0.51], rule: .inverse, in: design.everyone)
    #expect(inverse.value == [20, 30])
  }

  @Test func edges() throws {
    let design = try SurveyDesign(rowCount: 2, weights: [0, 0])
    #expect(
      try design.quantiles(of: [1, 2], at: [0.5], in: design.everyone).reason == .zeroWeight)
    #expect(try SampleQuantile.standard(of: [nil], at: [0.5]).reason == .emptyBase)
    #expect(try SampleQuantile.standard(of: [4], at: [0, 0.5, 1]).value == [4, 4, 4])
    let one = try SurveyDesign(rowCount: 1, weights: [3])
    let single = try one.quantileEstimates(of: [4], at: [0.5], in: one.everyone).value?.first
    #expect(single?.value == 4)
    #expect(single?.interval.reason == .noDegreesOfFreedom)
  }

  @Test func frequencyWeightsRepeatRows() throws {
    let values: [Double?] = [4, 7, nil, 1, 7]
    let summary = try FrequencyWeightedSummary.of(values, frequencies: [2, 1, 5, 3, 0]).value
    let repeated = try SampleMean([4, 4, 7, 1, 1, 1])
    #expect(summary?.count == 6)
    #expect(summary?.missingCount == 5)
    #expect(isClose(summary?.mean, repeated.mean.value))
    #expect(isClose(summary?.variance.value, repeated.variance.value))
    #expect(summary?.median == 2.5)
    #expect(summary?.mode == 1)
    #expect(throws: DesignError.fractionalFrequencies(rows: [1])) {
      try FrequencyWeightedSummary.of([1, 2], frequencies: [1, 1.5])
    }
  }
}
