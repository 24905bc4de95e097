/// The comparisons of several domains of one design with each other, for one answer: the letters of
/// a weighted table, or of columns that share people.
///
/// Every difference is design-based, so that overlap, clusters and unequal weights are in it. For
/// unweighted columns of different people `ColumnComparison` is the usual test.
public struct DomainComparison: Sendable, Equatable {
  /// The pairs (a, b), a before b.
  public let pairs: [ColumnComparison.Pair]
  /// b less a, or why there is no difference.
  public let differences: [Estimated<Difference>]
  /// The p-values corrected for the number of pairs.
  public let adjusted: [Double?]

  /// - Parameters:
  ///   - values: the answer as a number, 0 and 1 for a share; `nil` outside the base.
  ///   - minimumBase: domains with fewer rows are not compared.
  /// - Complexity: O(domains² × rows).
  public init(
    of values: [Double?], among domains: [Domain], design: SurveyDesign,
    correction: MultipleTesting = .holm, minimumBase: Int = 0
  ) throws(DesignError) {
    try design.checkAnswers(values)
    let used = domains.indices.filter { domains[$0].count >= max(1, minimumBase) }
    let compared = JointDomains(values, used.map { domains[$0] }, design)
    var pairs: [ColumnComparison.Pair] = []
    var differences: [Estimated<Difference>] = []
    for (i, a) in used.enumerated() {
      for (j, b) in used.enumerated().dropFirst(i + 1) {
        pairs.append(ColumnComparison.Pair(first: a, second: b))
        differences.append(compared.difference(i, j))
      }
    }
    self.pairs = pairs
    self.differences = differences
    adjusted = correction.adjusted(differences.map { $0.value?.p.value })
  }

  /// For each domain, those significantly below it.
  public func domainsBelow(count: Int, level: Double = 0.95) -> [[Int]] {
    var below = [[Int]](repeating: [], count: count)
    for (k, pair) in pairs.enumerated() {
      guard let p = adjusted[k], p < 1 - level, let d = differences[k].value else { continue }
      if d.difference < 0 {
        below[pair.first].append(pair.second)
      } else {
        below[pair.second].append(pair.first)
      }
    }
    return below.map { $0.sorted() }
  }
}

extension SurveyDesign {
  /// Each domain against all people of `whole`, of which it may be a part: quartiers against the
  /// town. The p-values are corrected together.
  ///
  /// - Complexity: O(rows of the whole + rows of all parts).
  public func differences(
    of values: [Double?], of parts: [Domain], from whole: Domain,
    correction: MultipleTesting = .holm
  ) throws(DesignError) -> [(difference: Estimated<Difference>, adjusted: Double?)] {
    try checkAnswers(values)
    var found: [Estimated<Difference>] = []
    let influence = isWholePopulation ? nil : WholeInfluence(of: values, in: whole, design: self)
    let inside = membership(of: whole)
    for part in parts {
      if let influence, part.rows.allSatisfy({ inside[Int($0)] }) {
        found.append(influence.difference(to: part))
      } else {
        found.append(try difference(of: values, between: whole, and: part))
      }
    }
    let adjusted = correction.adjusted(found.map { $0.value?.p.value })
    return Array(zip(found, adjusted)).map { (difference: $0, adjusted: $1) }
  }
}
