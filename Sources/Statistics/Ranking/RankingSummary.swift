/// What the rankings of a domain say of each option, and how far people agree.
public struct RankingSummary: Sendable, Equatable {
  public let options: [Option]
  /// People who ranked anything.
  public let rankedAny: Int
  /// People who gave each rank exactly once.
  public let rankedAll: Int
  /// Agreement of the complete rankings.
  public let concordance: Estimated<Concordance>
  /// `preferred[i][j]`: people who rank i before j, both ranked; 0 on the diagonal.
  public let preferred: [[Int]]

  public struct Option: Sendable, Equatable {
    /// People who ranked the option.
    public let count: Int
    /// How many gave rank 1, 2, ...
    public let distribution: [Int]
    /// The weight that gave rank 1, 2, ...
    public let weightDistribution: [Double]

    /// Moments of the ranks; `nil` when nobody ranked the option.
    public var meanRank: Double? {
      count > 0 ? moment { Double($0) } / Double(count) : nil
    }
    /// Σ w rank / Σ w; `nil` when the weights are zero.
    public var weightedMeanRank: Double? {
      let sum = weightDistribution.reduce(0, +)
      guard sum > 0 else { return nil }
      return weightDistribution.enumerated().reduce(0) { $0 + Double($1.0 + 1) * $1.1 } / sum
    }
    /// Over n - 1.
    public var standardDeviation: Double? {
      guard count > 1, let mean = meanRank else { return nil }
      let squares = moment { (Double($0) - mean) * (Double($0) - mean) }
      return (squares / Double(count - 1)).squareRoot()
    }
    /// The middle rank, or the mean of the two in the middle.
    public var medianRank: Double? {
      count > 0 ? Double(place((count + 1) / 2) + place(count / 2 + 1)) / 2 : nil
    }
    /// The share of its ranks that are `depth` or better, from 0 to 1.
    public func share(upTo depth: Int) -> Double? {
      count > 0 ? Double(distribution.prefix(depth).reduce(0, +)) / Double(count) : nil
    }
    /// The same share by weight.
    public func weightedShare(upTo depth: Int) -> Double? {
      let sum = weightDistribution.reduce(0, +)
      return sum > 0 ? weightDistribution.prefix(depth).reduce(0, +) / sum : nil
    }
    /// The share of its ranks that are the last possible.
    public var shareLast: Double? {
      count > 0 ? Double(distribution.last ?? 0) / Double(count) : nil
    }
    /// Borda's points: options + 1 - rank, added up over those who ranked it.
    public var bordaSum: Double { moment { Double(distribution.count + 1 - $0) } }
    public var bordaMean: Double? { count > 0 ? bordaSum / Double(count) : nil }
    /// Stated points for ranks 1, 2, ..., added up.
    public func score(_ points: [Double]) -> Double {
      zip(distribution, points).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
    /// The same by weight.
    public func weightedScore(_ points: [Double]) -> Double {
      zip(weightDistribution, points).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func moment(_ value: (Int) -> Double) -> Double {
      distribution.enumerated().reduce(0) { $0 + value($1.0 + 1) * Double($1.1) }
    }

    private func place(_ place: Int) -> Int {
      var seen = 0
      for (index, n) in distribution.enumerated() {
        seen += n
        if seen >= place { return index + 1 }
      }
      return distribution.count
    }
  }

  /// Kendall's W and Friedman's test (R `friedman.test`).
  public struct Concordance: Sendable, Equatable {
    /// From 0 (no agreement) to 1.
    public let kendallW: Double
    public let friedman: Double
    public let degreesOfFreedom: Int
    public let p: Double
  }

  /// - Complexity: O(rows × options²).
  public init(_ column: RankingColumn, design: SurveyDesign, domain: Domain) {
    precondition(column.rowCount == design.rowCount, "one ranking a row")
    let k = column.optionCount
    var counts = [[Int]](repeating: [Int](repeating: 0, count: k), count: k)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
    var before = [[Int]](repeating: [Int](repeating: 0, count: k), count: k)
    var rankSums = [Int](repeating: 0, count: k)
    var (any, complete) = (0, 0)
    for row in domain.rows.lazy.map(Int.init) {
      let ranks = column.ranks.map { Int($0[row]) }
      if ranks.contains(where: { $0 > 0 }) { any += 1 }
      let isComplete = column.isComplete(row: row)
      if isComplete { complete += 1 }
      for i in 0..<k where ranks[i] > 0 {
        counts[i][ranks[i] - 1] += 1
        sums[i][ranks[i] - 1] += design.weights[row]
        if isComplete { rankSums[i] += ranks[i] }
        for j in 0..<k where ranks[j] > ranks[i] { before[i][j] += 1 }
      }
    }
    options = (0..<k).map {
      Option(
        count: counts[$0].reduce(0, +), distribution: counts[$0], weightDistribution: sums[$0])
    }
    rankedAny = any
    rankedAll = complete
    preferred = before
    concordance = Self.concordance(rankSums, people: complete)
  }

  private static func concordance(_ rankSums: [Int], people: Int) -> Estimated<Concordance> {
    let (n, k) = (Double(people), Double(rankSums.count))
    guard people > 0 else { return .failure(.emptyBase) }
    guard rankSums.count > 1 else {
      return .failure(.tooFewCategories(rows: people, columns: rankSums.count))
    }
    let spread = rankSums.reduce(0) { sum, value in
      let deviation = Double(value) - n * (k + 1) / 2
      return sum + deviation * deviation
    }
    let w = 12 * spread / (n * n * (k * k * k - k))
    let chi = n * (k - 1) * w
    return .success(
      Concordance(
        kendallW: w, friedman: chi, degreesOfFreedom: rankSums.count - 1,
        p: ChiSquared.upper(chi, df: k - 1)))
  }
}
