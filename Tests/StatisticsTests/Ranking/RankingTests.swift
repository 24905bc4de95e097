import Testing

@testable import Statistics

@Suite struct RankingTests {
  @Test func summaryOfASmallVote() throws {
    // Four people, three options, one incomplete ranking.
    let ranking = try RankingColumn(ranks: [
      [1, 1, 2, nil], [2, 3, 1, 1], [3, 2, 3, nil],
    ])
    let design = try SurveyDesign(rowCount: 4, weights: [1, 1, 2, 4])
    let summary = RankingSummary(ranking, design: design, domain: design.everyone)
    #expect(summary.rankedAny == 4)
    #expect(summary.rankedAll == 3)
    let first = summary.options[0]
    #expect(first.count == 3)
    #expect(isClose(first.meanRank, 4.0 / 3))
    #expect(first.medianRank == 1)
    #expect(first.bordaSum == 8)
    #expect(isClose(first.weightedMeanRank, 6.0 / 4))
    #expect(first.score([3, 2, 1]) == 8)
    #expect(summary.options[1].weightedScore([3, 2, 1]) == 2 + 1 + 6 + 12)
    #expect(summary.preferred[0][1] == 2)
    #expect(summary.preferred[1][0] == 1)
    // Rank sums 4, 6, 8 against 6: S = 8, W = 12 · 8 / (9 · 24).
    #expect(isClose(summary.concordance.value?.kendallW, 96.0 / 216))
    #expect(isClose(summary.concordance.value?.p, exp(-4.0 / 3)))
  }

  @Test func stackedChoicesKeepTheBetterRank() throws {
    let ranking = RankingColumn(choices: [
      try CodeColumn([2, 0, -1], categoryCount: 4), try CodeColumn([2, 1, -1], categoryCount: 4),
      try CodeColumn([0, 3, -1], categoryCount: 4),
    ])
    #expect(ranking.rank(of: 2, row: 0) == 1)
    #expect(ranking.rank(of: 0, row: 0) == 3)
    #expect(ranking.rank(of: 1, row: 0) == nil)
    #expect(ranking.points(of: 0, scores: [3, 2, 1]) == [1, 3, nil])
    #expect(ranking.mentions(upTo: 1).mentionCount(row: 0) == 1)
    #expect(throws: DesignError.codeOutOfRange(row: 0, code: 3, categories: 2)) {
      try RankingColumn(ranks: [[3], [1]])
    }
  }

  @Test func nobodyRanked() throws {
    let ranking = try RankingColumn(ranks: [[nil, nil], [nil, nil]])
    let design = try SurveyDesign.simpleRandom(rowCount: 2)
    let summary = RankingSummary(ranking, design: design, domain: design.everyone)
    #expect(summary.options[0].meanRank == nil)
    #expect(summary.options[0].share(upTo: 1) == nil)
    #expect(summary.concordance.reason == .emptyBase)
  }
}

@Suite struct RankRangesTests {
  /// People who name options so that option k has share `shares[k]`, each on its own.
  static func mentions(_ counts: [Int], people: Int) -> MentionColumn {
    MentionColumn(
      options: counts.enumerated().map { k, count in
        (0..<people).map { ($0 + 37 * k) % people < count }
      })
  }

  static let methods: [RankRanges.Method] = [
    .intervals, .stepwise, .resampled(draws: 500, seed: 4),
  ]

  @Test(arguments: methods) func clearDifferencesAreSeen(method: RankRanges.Method) throws {
    let mentions = Self.mentions([190, 120, 118, 20], people: 200)
    let design = try SurveyDesign.simpleRandom(rowCount: 200)
    let found = try #require(
      design.rankRanges(of: mentions, base: .asked, in: design.everyone, method: method).value)
    #expect(found.sampleRanks == [1, 2, 3, 4])
    #expect(found.ranges == [1...1, 2...3, 2...3, 4...4])
    #expect(found.nearTies == [.init(above: 1, below: 2)])
  }

  @Test(arguments: methods) func equalSharesKeepAllRanks(method: RankRanges.Method) throws {
    let mentions = Self.mentions([10, 10, 10], people: 30)
    let design = try SurveyDesign.simpleRandom(rowCount: 30)
    let found = try #require(
      design.rankRanges(of: mentions, base: .asked, in: design.everyone, method: method).value)
    #expect(found.ranges == [1...3, 1...3, 1...3])
    #expect(found.sampleRanks == [1, 1, 1])
    #expect(found.nearTies.count == 2)
  }

  @Test func theSampleRankLiesInItsRange() throws {
    var generator = Xoshiro256(seed: 12)
    for n in [17, 23, 89] {
      let counts = (0..<8).map { _ in 1 + generator.below(n - 1) }
      let mentions = Self.mentions(counts, people: n)
      let weights = (0..<n).map { _ in 0.5 + generator.unit() }
      for design in [
        try SurveyDesign.simpleRandom(rowCount: n), try SurveyDesign(rowCount: n, weights: weights),
      ] {
        for method in Self.methods {
          let found = try #require(
            design.rankRanges(of: mentions, base: .asked, in: design.everyone, method: method)
              .value)
          for (rank, range) in zip(found.sampleRanks, found.ranges) {
            #expect(range.contains(rank))
          }
        }
      }
    }
  }

  @Test func aWholePopulationHasKnownRanks() throws {
    let design = try SurveyDesign.simpleRandom(rowCount: 4, population: 4)
    let mentions = Self.mentions([3, 1], people: 4)
    #expect(design.rankRanges(of: mentions, in: design.everyone).reason == .wholePopulation)
  }

  @Test func topProbabilitiesAddUpAndRepeat() throws {
    let mentions = Self.mentions([80, 60, 55, 50, 5], people: 100)
    let design = try SurveyDesign(rowCount: 100, weights: (0..<100).map { 1 + Double($0 % 3) })
    func top(_ seed: UInt64) -> [Double]? {
      design.probabilityOfTop(3, of: mentions, in: design.everyone, draws: 400, seed: seed).value
    }
    let found = try #require(top(1))
    #expect(isClose(found.reduce(0, +), 3, 1e-12))
    #expect(found == top(1))
    #expect(found != top(2))
    #expect(found[0] > 0.99)
    #expect(found[4] < 0.01)
    #expect(found[1] > found[3])
    let tied = Self.mentions([100, 100, 100, 100], people: 100)
    let even = design.probabilityOfTop(3, of: tied, in: design.everyone, draws: 20, seed: 1).value
    #expect(areClose(even ?? [], [0.75, 0.75, 0.75, 0.75], 1e-12))
  }
}
