/// The one-way table of a closed question: counts, weights, shares and cumulative shares.
///
/// Two bases stand side by side: `total` has every row of the domain, `valid` those with an answer.
/// Agrees with R `table`, `xtabs` and `prop.table`.
public struct FrequencyTable: Sendable, Equatable {
  /// Rows in each category.
  public let counts: [Int]
  /// Weight in each category; equal to the counts in an unweighted design.
  public let weights: [Double]
  public let missingCount: Int
  public let missingWeight: Double
  /// The sizes of the base with an answer.
  public let base: WeightSummary

  /// Counts a question over a domain. - Complexity: O(rows of the domain).
  public init(_ column: CodeColumn, design: SurveyDesign, domain: Domain) {
    precondition(column.count == design.rowCount, "one code a row")
    var counts = [Int](repeating: 0, count: column.categoryCount)
    var sums = [Double](repeating: 0, count: column.categoryCount)
    var (missing, missingSum) = (0, 0.0)
    for row in domain.rows.lazy.map(Int.init) {
      let code = Int(column.codes[row])
      if code < 0 {
        missing += 1
        missingSum += design.weights[row]
      } else {
        counts[code] += 1
        sums[code] += design.weights[row]
      }
    }
    self.counts = counts
    weights = sums
    missingCount = missing
    missingWeight = missingSum
    base = design.weightSummary(of: design.restrict(domain, to: column))
  }

  public var validCount: Int { base.count }
  public var totalCount: Int { base.count + missingCount }
  public var validWeight: Double { base.sum }
  public var totalWeight: Double { base.sum + missingWeight }

  /// Which numbers a share is made of.
  public enum Measure: Hashable, Sendable { case people, weight }
  /// Which base a share is of.
  public enum Base: Hashable, Sendable { case valid, total }

  /// The share of each category, from 0 to 1; `nil` on an empty base.
  public func shares(_ measure: Measure = .people, of base: Base = .valid) -> [Double]? {
    let values = measure == .people ? counts.map(Double.init) : weights
    let sum = size(measure, base)
    return sum > 0 ? values.map { $0 / sum } : nil
  }

  /// The shares added up from the first category on: for ordinal scales.
  public func cumulativeShares(_ measure: Measure = .people, of base: Base = .valid) -> [Double]? {
    let sum = size(measure, base)
    guard sum > 0 else { return nil }
    var running = 0.0
    return (measure == .people ? counts.map(Double.init) : weights).map {
      running += $0
      return running / sum
    }
  }

  /// The share of the `k` last categories of an ordinal scale ("top box"), of valid answers.
  public func topBox(_ k: Int, _ measure: Measure = .people) -> Double? {
    box(max(0, counts.count - k)..<counts.count, measure)
  }

  /// The share of the `k` first categories of an ordinal scale, of valid answers.
  public func bottomBox(_ k: Int, _ measure: Measure = .people) -> Double? {
    box(0..<min(max(0, k), counts.count), measure)
  }

  private func box(_ range: Range<Int>, _ measure: Measure) -> Double? {
    let values = measure == .people ? counts.map(Double.init) : weights
    let sum = size(measure, .valid)
    return sum > 0 ? values[range].reduce(0, +) / sum : nil
  }

  private func size(_ measure: Measure, _ base: Base) -> Double {
    switch (measure, base) {
    case (.people, .valid): Double(validCount)
    case (.people, .total): Double(totalCount)
    case (.weight, .valid): validWeight
    case (.weight, .total): totalWeight
    }
  }
}

extension SurveyDesign {
  /// The share of several categories together, a top or bottom box for instance, with its standard
  /// error.
  public func share(
    ofAny categories: some Sequence<Int>, of column: CodeColumn, in domain: Domain
  ) -> Estimated<ShareEstimate> {
    var wanted = [Bool](repeating: false, count: column.categoryCount)
    for category in categories { wanted[category] = true }
    let codes = column.codes.map { $0 < 0 ? Int32(-1) : (wanted[Int($0)] ? 1 : 0) }
    return share(of: 1, of: CodeColumn(unchecked: codes, categoryCount: 2), in: domain)
  }
}
