import Testing

@testable import Statistics

@Suite struct SampleMeanTests {
  @Test func textbookExample() throws {
    // Mean 5, variance 20/3 on four numbers; t(3) = 3.182446305284263.
    let mean = try SampleMean([2, 4, nil, 6, 8])
    #expect(mean.mean.value == 5)
    #expect(isClose(mean.variance.value, 20.0 / 3))
    let half = 3.182446305284263 * (20.0 / 12).squareRoot()
    #expect(isClose(mean.interval().value?.lower, 5 - half))
  }

  @Test func edges() throws {
    #expect(try SampleMean([]).mean.reason == .emptyBase)
    #expect(try SampleMean([7]).interval().reason == .singleObservation)
    #expect(try SampleMean([7]).variance.reason == .singleObservation)
    #expect(try SampleMean([3, 3, 3]).variance.value == 0)
    #expect(try SampleMean([1, 2], population: 2).interval().reason == .wholePopulation)
    #expect(throws: DesignError.nonFiniteValues(rows: [1])) { try SampleMean([1, .nan]) }
  }

  @Test func constantNumbersKeepTheirMean() throws {
    let mean = try SampleMean([Double?](repeating: 0.1, count: 7))
    #expect(mean.mean.value == 0.1)
    #expect(mean.variance.value == 0)
  }
}
