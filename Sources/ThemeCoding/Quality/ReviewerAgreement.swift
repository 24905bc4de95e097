internal import Statistics

/// How far two codings of the same answers agree beyond chance, theme by theme.
public struct ReviewerAgreement: Sendable {
  public struct ThemeAgreement: Sendable, Equatable {
    public var theme: String
    /// Cohen's kappa of "speaks of it, or not"; `nil` where nothing varies.
    public var kappa: Double?
    /// At 95 %; `nil` where it cannot be given (agreement without a single difference in a sample
    /// proves no perfect agreement).
    public var lower: Double?
    public var upper: Double?
    /// Given by both, by the first only, by the second only.
    public var both: Int
    public var firstOnly: Int
    public var secondOnly: Int
  }

  public let themes: [ThemeAgreement]
  /// Answers that both coded.
  public let count: Int

  /// - Parameters:
  ///   - pairs: what the first and the second give to each answer.
  ///   - order: the themes of the codebook.
  public init(_ pairs: [(first: Set<String>, second: Set<String>)], order: [String]) {
    count = pairs.count
    themes = order.compactMap { theme in
      let first = pairs.map { $0.first.contains(theme) }
      let second = pairs.map { $0.second.contains(theme) }
      guard first.contains(true) || second.contains(true) else { return nil }
      var out = ThemeAgreement(theme: theme, both: 0, firstOnly: 0, secondOnly: 0)
      for (a, b) in zip(first, second) {
        if a && b { out.both += 1 }
        if a && !b { out.firstOnly += 1 }
        if b && !a { out.secondOnly += 1 }
      }
      if let rows = try? CodeColumn(first.map { $0 ? 1 : 0 }, categoryCount: 2),
        let columns = try? CodeColumn(second.map { $0 ? 1 : 0 }, categoryCount: 2),
        case .success(let kappa) = CohenKappa.of(rows, columns)
      {
        out.kappa = kappa.kappa
        if case .success(let interval) = kappa.interval() {
          out.lower = interval.lower
          out.upper = interval.upper
        }
      }
      return out
    }
  }
}

/// How many answers a person should read.
public enum ReviewSampleSize {
  /// Positives that must be read for a share around 80 % to be known within ten points, 95 times of a
  /// hundred: 1.96² × 0.8 × 0.2 / 0.1² = 61.5 (simple random sampling; Cochran 1977, 4.2).
  public static let positives = 62

  /// - Parameters:
  ///   - share: of answers that speak of the theme.
  ///   - population: all answers; no more can be read.
  /// - Returns: answers to draw at random so that so many of them speak of the theme; `nil` where none
  ///   does.
  public static func answers(share: Double, population: Int) -> Int? {
    guard share > 0 else { return nil }
    return min(population, Int((Double(positives) / share).rounded(.up)))
  }
}
