/// The ranks that each option may have in the population, all together at one confidence level.
public struct RankRanges: Sendable, Equatable {
  /// The share of each option.
  public let shares: [Double]
  /// The place of each option in the sample, from 1; equal shares have the same place.
  public let sampleRanks: [Int]
  /// The places each option may have: with the confidence of `level`, all true ranks lie inside.
  public let ranges: [ClosedRange<Int>]
  public let level: Double
  public let method: Method
  /// Pairs of options that follow each other in the sample and are not told apart: near-ties.
  public let nearTies: [NearTie]

  public struct NearTie: Hashable, Sendable {
    public let above: Int
    public let below: Int
  }

  public enum Method: Hashable, Sendable {
    /// Simultaneous intervals of the shares, those of which do not overlap being told apart (Klein,
    /// Wright and Wieczorek 2020). The default: easy to explain, exact, cautious.
    case intervals
    /// All pairs compared within people, step by step (Mogstad, Romano, Shaikh and Wilhelm 2024;
    /// Bazylik et al. 2021, with Holm's steps): exact sign tests in a simple random sample, t tests
    /// under a design. Sharper.
    case stepwise
    /// The same with critical values of the largest difference, from normal draws with the estimated
    /// covariance. Sharper still in large samples; approximate.
    case resampled(draws: Int, seed: UInt64)
  }

  init(
    shares: [Double], isAbove: (Int, Int) -> Bool, level: Double, method: Method
  ) {
    self.shares = shares
    self.level = level
    self.method = method
    sampleRanks = shares.map { share in 1 + shares.count { $0 > share } }
    let options = Array(shares.indices)
    ranges = options.map { k in
      let above = options.count { $0 != k && isAbove($0, k) }
      let below = options.count { $0 != k && isAbove(k, $0) }
      return 1 + above...options.count - below
    }
    let order = options.sorted { (-shares[$0], $0) < (-shares[$1], $1) }
    nearTies = zip(order, order.dropFirst()).compactMap { a, b in
      isAbove(a, b) ? nil : NearTie(above: a, below: b)
    }
  }
}

extension SurveyDesign {
  /// Ranges of ranks of the options of a question, by the share of people who named them.
  ///
  /// - Returns: `emptyBase`, `zeroWeight`, `wholePopulation` (ranks are known), `noDegreesOfFreedom`.
  /// - Complexity: O(rows × options²).
  public func rankRanges(
    of mentions: MentionColumn, base: MentionBase = .respondents, in domain: Domain,
    method: RankRanges.Method = .intervals, level: Double = 0.95
  ) -> Estimated<RankRanges> {
    if isWholePopulation { return .failure(.wholePopulation) }
    return shares(of: mentions, base: base, in: domain).flatMap { estimates in
      let shares = estimates.map(\.share)
      switch method {
      case .intervals:
        let limits = simultaneousIntervals(estimates, level: level)
        return .success(
          RankRanges(
            shares: shares, isAbove: { limits[$0].lower > limits[$1].upper }, level: level,
            method: method))
      case .stepwise:
        let rows = self.domain(of: mentions, base: base, in: domain)
        return stepwisePairs(mentions, rows).map { p in
          let rejected = Self.holm(p, options: shares.count, alpha: 1 - level)
          return RankRanges(
            shares: shares, isAbove: { rejected[$0][$1] }, level: level, method: method)
        }
      case .resampled(let draws, let seed):
        let rows = self.domain(of: mentions, base: base, in: domain)
        guard let covariance = mentionCovariance(mentions, rows, shares) else {
          return .failure(.noDegreesOfFreedom)
        }
        var search = MaximalDifference(
          shares: shares, covariance: covariance, draws: draws, seed: seed)
        let rejected = search.rejections(alpha: 1 - level)
        return .success(
          RankRanges(shares: shares, isAbove: { rejected[$0][$1] }, level: level, method: method))
      }
    }
  }

  /// Bonferroni's: each at 1 - α / options. An interval that does not exist is all of [0, 1].
  private func simultaneousIntervals(_ estimates: [ShareEstimate], level: Double) -> [Interval] {
    let each = 1 - (1 - level) / Double(max(1, estimates.count))
    return estimates.map {
      $0.standardInterval(level: each).interval.value ?? Interval(lower: 0, upper: 1)
    }
  }

  private static func holm(_ p: [[Double?]], options: Int, alpha: Double) -> [[Bool]] {
    let adjusted = MultipleTesting.holm.adjusted(p.flatMap { $0 })
    return (0..<options).map { a in
      (0..<options).map { b in (adjusted[a * options + b] ?? 1) <= alpha }
    }
  }

  /// One-sided p-values of "a is named no more often than b", within people.
  private func stepwisePairs(
    _ mentions: MentionColumn, _ rows: Domain
  ) -> Estimated<[[Double?]]> {
    let options = mentions.optionCount
    guard isSimple else { return weightedPairs(mentions, rows) }
    var only = [[Int]](repeating: [Int](repeating: 0, count: options), count: options)
    for row in rows.rows.lazy.map(Int.init) {
      mentions.forEachMention(row: row) { a in
        for b in 0..<options where !mentions.contains(b, row: row) { only[a][b] += 1 }
      }
    }
    return .success(
      (0..<options).map { a in
        (0..<options).map { b in
          if a == b { return nil }
          let n = only[a][b] + only[b][a]
          return Binomial.atLeast(only[a][b], n: n, p: 0.5)
        }
      })
  }

  private func weightedPairs(
    _ mentions: MentionColumn, _ rows: Domain
  ) -> Estimated<[[Double?]]> {
    let options = mentions.optionCount
    let base = weightSummary(of: rows)
    let df = degreesOfFreedom(of: rows)
    guard df > 0 else { return .failure(.noDegreesOfFreedom) }
    var sums = [Double](repeating: 0, count: options)
    for row in rows.rows.lazy.map(Int.init) {
      mentions.forEachMention(row: row) { sums[$0] += weights[row] }
    }
    let shares = sums.map { $0 / base.sum }
    guard let v = mentionCovariance(mentions, rows, shares) else {
      return .failure(.noDegreesOfFreedom)
    }
    return .success(
      (0..<options).map { a in
        (0..<options).map { b in
          if a == b { return nil }
          let spread = v[a, a] + v[b, b] - 2 * v[a, b]
          guard spread > 0 else { return 1 }
          return StudentT.upper((shares[a] - shares[b]) / spread.squareRoot(), df: Double(df))
        }
      })
  }

  /// The covariance of the shares of people who named each option.
  func mentionCovariance(
    _ mentions: MentionColumn, _ rows: Domain, _ shares: [Double]
  ) -> Matrix? {
    let sum = weightSummary(of: rows).sum
    let covariance = covariance(over: rows, dimension: shares.count) { row, z in
      for option in shares.indices {
        let hit = mentions.contains(option, row: row) ? 1.0 : 0.0
        z[option] = weights[row] * (hit - shares[option]) / sum
      }
    }
    return covariance
  }
}
