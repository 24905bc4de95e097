/// The agreement of several coders beyond chance (Fleiss 1971), each item coded by the same number
/// of coders, not necessarily the same ones.
public struct FleissKappa: Sendable, Equatable {
  public let kappa: Double
  public let observedAgreement: Double
  public let expectedAgreement: Double
  /// For intervals: the delete-one jackknife over items.
  public let standardError: Double
  /// For the test of kappa = 0 (Fleiss, Nee and Landis 1979).
  public let nullStandardError: Double
  /// Items coded by all.
  public let items: Int
  public let coders: Int

  /// From one column a coder. Items that a coder left out are dropped.
  ///
  /// - Returns: `emptyBase` without an item, `singleObservation` with one coder, `noVariation` when
  ///   one category was used throughout.
  /// - Complexity: O(items × (coders + categories)).
  public static func of(_ coders: [CodeColumn]) -> Estimated<FleissKappa> {
    guard let first = coders.first else { return .failure(.emptyBase) }
    precondition(
      coders.allSatisfy { $0.count == first.count && $0.categoryCount == first.categoryCount },
      "one list of items and of categories")
    guard coders.count > 1 else { return .failure(.singleObservation) }
    var counts: [[Int]] = []
    for item in 0..<first.count where coders.allSatisfy({ $0.codes[item] >= 0 }) {
      var row = [Int](repeating: 0, count: first.categoryCount)
      for coder in coders { row[Int(coder.codes[item])] += 1 }
      counts.append(row)
    }
    return of(counts: counts, coders: coders.count)
  }

  /// From counts: `counts[item][category]`, each item adding up to `coders`.
  public static func of(counts: [[Int]], coders: Int) -> Estimated<FleissKappa> {
    guard coders > 1 else { return .failure(.singleObservation) }
    guard let width = counts.first?.count, width > 0 else { return .failure(.emptyBase) }
    precondition(
      counts.allSatisfy { $0.count == width && $0.reduce(0, +) == coders },
      "each item is coded by all coders")
    let (n, m) = (Double(counts.count), Double(coders))
    let agreements = counts.map { row in
      row.reduce(0) { $0 + Double($1 * ($1 - 1)) } / (m * (m - 1))
    }
    var totals = [Double](repeating: 0, count: width)
    for row in counts { for c in 0..<width { totals[c] += Double(row[c]) } }
    let sum = agreements.reduce(0, +)
    guard let kappa = Self.kappa(sum, totals, items: n, coders: m) else {
      return .failure(.noVariation)
    }
    let shares = totals.map { $0 / (n * m) }
    let expected = shares.reduce(0) { $0 + $1 * $1 }
    return .success(
      FleissKappa(
        kappa: kappa, observedAgreement: sum / n, expectedAgreement: expected,
        standardError: jackknife(counts, agreements, totals, items: n, coders: m),
        nullStandardError: nullError(shares, items: n, coders: m), items: counts.count,
        coders: coders))
  }

  /// kappa ± t(items - 1) se, never above 1. None for one item, or when nothing varies.
  public func interval(level: Double = 0.95) -> Estimated<Interval> {
    guard items > 1 else { return .failure(.singleObservation) }
    guard standardError > 1e-12 else { return .failure(.noVariation) }
    let half = StudentT.critical(level: level, df: Double(items - 1)) * standardError
    return .success(Interval(lower: max(-1, kappa - half), upper: min(1, kappa + half)))
  }

  /// Two-sided test of kappa = 0.
  public var p: Estimated<Double> {
    nullStandardError > 0
      ? .success(Normal.twoSided(kappa / nullStandardError)) : .failure(.noVariation)
  }

  private static func kappa(
    _ agreement: Double, _ totals: [Double], items: Double, coders: Double
  ) -> Double? {
    let all = items * coders
    let expected = totals.reduce(0) { $0 + $1 / all * ($1 / all) }
    guard items > 0, expected < 1 - 1e-15 else { return nil }
    return (agreement / items - expected) / (1 - expected)
  }

  private static func nullError(_ p: [Double], items: Double, coders: Double) -> Double {
    let a = p.reduce(0) { $0 + $1 * (1 - $1) }
    let b = p.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    guard a > 0 else { return 0 }
    return (2 * max(0, a * a - b)).squareRoot() / (a * (items * coders * (coders - 1)).squareRoot())
  }

  private static func jackknife(
    _ counts: [[Int]], _ agreements: [Double], _ totals: [Double], items: Double, coders: Double
  ) -> Double {
    let sum = agreements.reduce(0, +)
    var values: [Double] = []
    for (row, agreement) in zip(counts, agreements) {
      let left = totals.indices.map { totals[$0] - Double(row[$0]) }
      if let value = kappa(sum - agreement, left, items: items - 1, coders: coders) {
        values.append(value)
      }
    }
    let n = Double(values.count)
    guard n > 1 else { return 0 }
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return ((n - 1) / n * squares).squareRoot()
  }
}
