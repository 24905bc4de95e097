import Testing

@testable import Statistics

@Suite struct MentionTests {
  /// Random sets of 5 options for 60 people in 3 groups.
  static func sample(
    seed: UInt64, chances: [[Double]]
  ) throws -> (MentionColumn, CodeColumn, SurveyDesign) {
    var generator = Xoshiro256(seed: seed)
    var (lists, groups): ([[Int]], [Int32]) = ([], [])
    for row in 0..<60 {
      let group = row % 3
      groups.append(Int32(group))
      lists.append([])
      for option in chances[group].indices where generator.unit() < chances[group][option] {
        lists[row].append(option)
      }
    }
    return (
      try MentionColumn(lists: lists, optionCount: chances[0].count),
      try CodeColumn(groups, categoryCount: 3), try SurveyDesign.simpleRandom(rowCount: 60)
    )
  }

  @Test func theThreeWaysOfWritingAnAnswerAgree() throws {
    let lists = try MentionColumn(lists: [[0, 2], [], [2, 2, 1]], optionCount: 3)
    let columns = MentionColumn(options: [
      [true, false, nil], [false, nil, true], [true, false, true],
    ])
    let slots = MentionColumn(slots: [
      try CodeColumn([0, -1, 2], categoryCount: 3), try CodeColumn([2, -1, 2], categoryCount: 3),
      try CodeColumn([-1, -1, 1], categoryCount: 3),
    ])
    for row in 0..<3 {
      for option in 0..<3 {
        #expect(lists.contains(option, row: row) == columns.contains(option, row: row))
        #expect(lists.contains(option, row: row) == slots.contains(option, row: row))
      }
    }
    #expect(lists.rawCounts == [1, 1, 3])
    #expect(columns.rawCounts == [1, 1, 2])
    #expect(throws: DesignError.codeOutOfRange(row: 1, code: 3, categories: 3)) {
      try MentionColumn(lists: [[], [3]], optionCount: 3)
    }
  }

  @Test func basesDiffer() throws {
    let mentions = MentionColumn(
      options: [[true, false, true, true], [true, false, false, false]],
      asked: [true, true, true, false])
    let design = try SurveyDesign(rowCount: 4, weights: [1, 2, 3, 10])
    let table = MentionTable(mentions, design: design, domain: design.everyone)
    #expect(table.counts == [2, 1])
    #expect(table.asked.count == 3)
    #expect(table.respondents.count == 2)
    #expect(table.mentionCount == 3)
    #expect(table.shares() == [1, 0.5])
    #expect(table.shares(of: .asked)?[0] == 2.0 / 3)
    #expect(table.shares(of: .mentions, .weight) == [0.8, 0.2])
    #expect(table.mentionsPerRespondent == 1.5)
    let shares = design.shares(of: mentions, base: .asked, in: design.everyone).value
    #expect(isClose(shares?[0].share, 4.0 / 6))
    let nobody = MentionColumn(options: [[false, false]])
    let small = try SurveyDesign.simpleRandom(rowCount: 2)
    #expect(small.shares(of: nobody, in: small.everyone).reason == .emptyBase)
    #expect(small.shares(of: nobody, base: .asked, in: small.everyone).value?[0].share == 0)
  }

  @Test func manyOptionsNeedSeveralWords() throws {
    let mentions = try MentionColumn(lists: [[0, 63, 64, 129]], optionCount: 130)
    var found: [Int] = []
    mentions.forEachMention(row: 0) { found.append($0) }
    #expect(found == [0, 63, 64, 129])
    #expect(mentions.mentionCount(row: 0) == 4)
  }

  @Test func oneOptionIsPearsonsTest() throws {
    let (mentions, groups, design) = try Self.sample(
      seed: 2, chances: [[0.3], [0.5], [0.7]])
    let found = try #require(
      MarginalHomogeneityTest.of(
        mentions, by: groups, design: design, in: design.everyone, base: .asked
      ).value)
    let pearson = try #require(
      TableTests.of(
        MentionComparison.table(
          of: 0, mentions, by: groups, in: design.everyone, base: .asked)
      ).value)
    #expect(isClose(found.chiSquared, pearson.chiSquared, 1e-10))
    #expect(found.numeratorDF <= 2 + 1e-9)
    #expect(found.constantOptions.isEmpty)
  }

  @Test func differencesAreFoundAndConstantOptionsLeftOut() throws {
    let (mentions, groups, design) = try Self.sample(
      seed: 4, chances: [[0.9, 0.1, 1, 0], [0.5, 0.5, 1, 0], [0.1, 0.9, 1, 0]])
    let found = try #require(
      MarginalHomogeneityTest.of(mentions, by: groups, design: design, in: design.everyone).value)
    #expect(found.p < 1e-4)
    #expect(found.constantOptions == [2, 3])
    let comparison = MentionComparison(
      mentions, by: groups, design: design, in: design.everyone, seed: 1)
    #expect(comparison.adjusted[2] == nil)
    #expect(comparison.adjusted[0] ?? 1 < 0.05)
    #expect(comparison.overall == .success(found))
  }

  @Test func duplicatingAnOptionDoesNotDoubleTheEvidence() throws {
    // The same answer under two names: the naive sum of chi-squared doubles, the corrected one not.
    let (mentions, groups, design) = try Self.sample(
      seed: 8, chances: [[0.3], [0.5], [0.6]])
    let column = (0..<60).map { Optional(mentions.contains(0, row: $0)) }
    func test(_ copies: Int) throws -> MarginalHomogeneityTest {
      let copied = MentionColumn(options: [[Bool?]](repeating: column, count: copies))
      let found = MarginalHomogeneityTest.of(
        copied, by: groups, design: design, in: design.everyone, base: .asked)
      return try #require(found.value)
    }
    let (one, three) = (try test(1), try test(3))
    #expect(isClose(three.chiSquared, 3 * one.chiSquared, 1e-10))
    #expect(isClose(three.p, one.p, 1e-8))
  }

  @Test func theCovarianceIsThatOfPairsOfPeople() throws {
    // The difference of two options among the same people: McNemar's variance.
    let mentions = try MentionColumn(
      lists: [[0], [0, 1], [1], [0], [], [0], [1, 0], [0]], optionCount: 2)
    let design = try SurveyDesign.simpleRandom(rowCount: 8)
    let v = try #require(design.mentionCovariance(mentions, design.everyone, [0.75, 0.375]))
    let d = [1.0, 0, -1, 1, 0, 1, 0, 1]
    let mean = d.reduce(0, +) / 8
    let variance = d.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 7 / 8
    #expect(isClose(v[0, 0] + v[1, 1] - 2 * v[0, 1], variance, 1e-12))
  }
}
