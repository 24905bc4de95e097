/// The summary of numbers whose weights are frequencies: a row of weight 3 stands for three people.
///
/// Only for weights declared so; sampling weights go to `SurveyDesign`. Equal to repeating each row.
public struct FrequencyWeightedSummary: Sendable, Equatable {
  /// People with a number, Σw.
  public let count: Int
  /// People without one.
  public let missingCount: Int
  public let sum: Double
  public let mean: Double
  /// Over Σw - 1; undefined for one person.
  public let variance: Estimated<Double>
  /// √(variance / Σw).
  public let standardError: Estimated<Double>
  /// The middle number, or the mean of the two in the middle.
  public let median: Double
  /// The most frequent number; the smallest when several are.
  public let mode: Double
  public let minimum: Double
  public let maximum: Double

  public var standardDeviation: Estimated<Double> { variance.map { $0.squareRoot() } }

  /// - Throws: rows whose frequency is not finite, negative, or not whole; numbers not finite.
  /// - Returns: `emptyBase` when nobody has a number.
  /// - Complexity: O(n log n).
  public static func of(
    _ values: [Double?], frequencies: [Double]
  ) throws(DesignError) -> Estimated<FrequencyWeightedSummary> {
    guard values.count == frequencies.count else {
      throw .lengthMismatch(column: .weights, expected: values.count, found: frequencies.count)
    }
    try NumericColumn.check(values)
    _ = try SurveyDesign.check(frequencies, rowCount: values.count, rule: .refuse)
    let broken = frequencies.indices.filter { frequencies[$0] != frequencies[$0].rounded() }
    if !broken.isEmpty { throw .fractionalFrequencies(rows: broken) }
    return summary(values, frequencies)
  }

  private static func summary(
    _ values: [Double?], _ frequencies: [Double]
  ) -> Estimated<FrequencyWeightedSummary> {
    var known: [Double: Double] = [:]
    var missing = 0.0
    for (value, frequency) in zip(values, frequencies) where frequency > 0 {
      if let value { known[value, default: 0] += frequency } else { missing += frequency }
    }
    let sorted = known.sorted { $0.key < $1.key }
    guard let first = sorted.first, let last = sorted.last else { return .failure(.emptyBase) }
    let n = sorted.reduce(0) { $0 + $1.value }
    let sum = sorted.reduce(0) { $0 + $1.key * $1.value }
    let mean = sum / n
    let squares = sorted.reduce(0) { $0 + $1.value * ($1.key - mean) * ($1.key - mean) }
    let variance: Estimated<Double> =
      n > 1 ? .success(squares / (n - 1)) : .failure(.singleObservation)
    let top = sorted.map(\.value).max() ?? 0
    return .success(
      FrequencyWeightedSummary(
        count: Int(n), missingCount: Int(missing), sum: sum, mean: mean, variance: variance,
        standardError: variance.map { ($0 / n).squareRoot() },
        median: (place(sorted, (n / 2).rounded(.up)) + place(sorted, (n / 2).rounded(.down) + 1))
          / 2,
        mode: sorted.first { $0.value == top }?.key ?? first.key,
        minimum: first.key, maximum: last.key))
  }

  /// The number at a place, from 1, among the repeated rows.
  private static func place(_ sorted: [(key: Double, value: Double)], _ place: Double) -> Double {
    var seen = 0.0
    for (value, frequency) in sorted {
      seen += frequency
      if seen >= place { return value }
    }
    return sorted[sorted.count - 1].key
  }
}
