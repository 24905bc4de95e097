/// The one-way table of a question with several answers, on its three bases.
///
/// Shares of respondents and of people asked may add up to more than 1; shares of mentions add up
/// to 1 and say nothing about people. Base R has no function for it; each share is that of
/// `prop.table(table(named))` over its base.
public struct MentionTable: Sendable, Equatable {
  /// People asked.
  public let asked: WeightSummary
  /// People asked who named at least one option.
  public let respondents: WeightSummary
  /// People who named each option.
  public let counts: [Int]
  /// Their weight.
  public let weights: [Double]

  /// Counts a question over a domain. - Complexity: O(rows of the domain + mentions).
  public init(_ mentions: MentionColumn, design: SurveyDesign, domain: Domain) {
    precondition(mentions.rowCount == design.rowCount, "one set a row")
    var counts = [Int](repeating: 0, count: mentions.optionCount)
    var sums = [Double](repeating: 0, count: mentions.optionCount)
    for row in domain.rows.lazy.map(Int.init) where mentions.isAsked(row: row) {
      let w = design.weights[row]
      mentions.forEachMention(row: row) { option in
        counts[option] += 1
        sums[option] += w
      }
    }
    self.counts = counts
    weights = sums
    asked = design.weightSummary(of: design.domain(of: mentions, base: .asked, in: domain))
    respondents = design.weightSummary(
      of: design.domain(of: mentions, base: .respondents, in: domain))
  }

  /// Mentions, all options together.
  public var mentionCount: Int { counts.reduce(0, +) }
  public var mentionWeight: Double { weights.reduce(0, +) }

  /// What a share is of.
  public enum Base: Hashable, Sendable, CaseIterable { case respondents, asked, mentions }

  /// The share of each option, from 0 to 1; `nil` on an empty base.
  public func shares(
    of base: Base = .respondents, _ measure: FrequencyTable.Measure = .people
  ) -> [Double]? {
    let size: Double =
      switch (base, measure) {
      case (.respondents, .people): Double(respondents.count)
      case (.respondents, .weight): respondents.sum
      case (.asked, .people): Double(asked.count)
      case (.asked, .weight): asked.sum
      case (.mentions, .people): Double(mentionCount)
      case (.mentions, .weight): mentionWeight
      }
    guard size > 0 else { return nil }
    return (measure == .people ? counts.map(Double.init) : weights).map { $0 / size }
  }

  /// Options named by a respondent, on average; `nil` without respondents.
  public var mentionsPerRespondent: Double? {
    respondents.count > 0 ? Double(mentionCount) / Double(respondents.count) : nil
  }
}

extension SurveyDesign {
  /// The rows of `domain` that are in a base of a question with several answers.
  public func domain(
    of mentions: MentionColumn, base: MentionBase, in domain: Domain
  ) -> Domain {
    precondition(mentions.rowCount == rowCount, "one set a row")
    return Domain(rows: domain.rows.filter { mentions.includes(Int($0), base) })
  }

  /// The share of people who named each option, with design-based variances.
  ///
  /// - Returns: `emptyBase` or `zeroWeight` when there is nothing to divide by.
  /// - Complexity: O(rows of the domain × options).
  public func shares(
    of mentions: MentionColumn, base: MentionBase = .respondents, in domain: Domain
  ) -> Estimated<[ShareEstimate]> {
    let rows = self.domain(of: mentions, base: base, in: domain)
    let size = weightSummary(of: rows)
    if let reason = emptiness(of: size) { return .failure(reason) }
    var counts = [Int](repeating: 0, count: mentions.optionCount)
    var (sums, squares) = ([Double](repeating: 0, count: counts.count), [Double]())
    squares = sums
    for row in rows.rows.lazy.map(Int.init) {
      let w = weights[row]
      mentions.forEachMention(row: row) { option in
        counts[option] += 1
        sums[option] += w
        squares[option] += w * w
      }
    }
    let df = degreesOfFreedom(of: rows)
    let everyone = domain.count == activeRows.count
    return .success(
      counts.indices.map { option in
        let variance = shareVariance(
          sum: sums[option], squares: squares[option], base: size, in: rows
        ) { mentions.contains(option, row: $0) }
        return share(
          count: counts[option], weight: sums[option], base: size, variance: variance, df: df,
          everyone: everyone)
      })
  }
}
