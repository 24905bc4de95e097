/// The tests of each option of a question with several answers by group, with their correction.
public struct MentionComparison: Sendable, Equatable {
  /// One test an option: "named or not" by group.
  public let options: [Estimated<IndependenceTest>]
  /// The p-values of the tests that exist, corrected for their number.
  public let adjusted: [Double?]
  /// All options together, one person counted once.
  public let overall: Estimated<MarginalHomogeneityTest>

  /// - Complexity: one test an option.
  public init(
    _ mentions: MentionColumn, by groups: CodeColumn, design: SurveyDesign, in domain: Domain,
    base: MentionBase = .respondents, correction: MultipleTesting = .holm, seed: UInt64
  ) {
    let tests = (0..<mentions.optionCount).map { option in
      IndependenceTest.of(
        mentions.indicator(of: option, base: base), by: groups, design: design, in: domain,
        seed: seed)
    }
    options = tests
    adjusted = correction.adjusted(tests.map { $0.value?.p.value })
    overall = MarginalHomogeneityTest.of(
      mentions, by: groups, design: design, in: domain, base: base)
  }

  /// The table "named, not named" × group of one option, for `TableTests`.
  public static func table(
    of option: Int, _ mentions: MentionColumn, by groups: CodeColumn, in domain: Domain,
    base: MentionBase = .respondents
  ) -> ContingencyTable {
    let column = mentions.indicator(of: option, base: base)
    let counts = ContingencyTable(counting: column, by: groups, in: domain).observed
    return ContingencyTable(
      counts.selecting(rows: [1, 0], columns: Array(0..<groups.categoryCount)))
  }
}
