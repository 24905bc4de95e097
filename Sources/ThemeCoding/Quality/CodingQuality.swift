/// How well codes agree with those that a person gave, theme by theme.
public struct CodingQuality: Sendable, Equatable {
  /// Theme by theme, the themes that neither gave left out.
  public var themes: [ThemeQuality]
  /// Answers that were compared.
  public var count: Int

  /// One theme.
  public struct ThemeQuality: Sendable, Equatable {
    public var theme: String
    /// Given by both, by the dictionary only, by the person only, by neither.
    public var both: Int
    public var extra: Int
    public var missed: Int
    public var neither: Int

    /// Answers that the person gave it to.
    public var positives: Int { both + missed }
    /// The share of the given codes that are right; `nil` where none was given.
    public var precision: Double? { ratio(both, both + extra) }
    /// The share of the person's codes that were found; `nil` where there is none.
    public var recall: Double? { ratio(both, both + missed) }
    /// 2 × both / (2 × both + extra + missed).
    public var f1: Double? { ratio(2 * both, 2 * both + extra + missed) }
  }

  /// - Parameters:
  ///   - pairs: for each answer the themes by the dictionary and those by the person.
  ///   - order: the themes in the order of the codebook; others follow by their ids.
  /// - Complexity: O(answers × themes).
  public init(_ pairs: [(given: Set<String>, expected: Set<String>)], order: [String]) {
    count = pairs.count
    let met = pairs.reduce(into: Set<String>()) { $0.formUnion($1.given.union($1.expected)) }
    let known = order.filter(met.contains)
    let others = met.subtracting(known).sorted()
    themes = (known + others).map { theme in
      var row = ThemeQuality(theme: theme, both: 0, extra: 0, missed: 0, neither: 0)
      for pair in pairs {
        switch (pair.given.contains(theme), pair.expected.contains(theme)) {
        case (true, true): row.both += 1
        case (true, false): row.extra += 1
        case (false, true): row.missed += 1
        case (false, false): row.neither += 1
        }
      }
      return row
    }
  }

  /// Over all codes of all themes ("micro"); `nil` without any.
  public var precision: Double? { ratio(sum(\.both), sum(\.both) + sum(\.extra)) }
  public var recall: Double? { ratio(sum(\.both), sum(\.both) + sum(\.missed)) }
  public var f1: Double? {
    ratio(2 * sum(\.both), 2 * sum(\.both) + sum(\.extra) + sum(\.missed))
  }

  private func sum(_ part: KeyPath<ThemeQuality, Int>) -> Int {
    themes.reduce(0) { $0 + $1[keyPath: part] }
  }
}

/// `nil` for an empty base.
private func ratio(_ part: Int, _ whole: Int) -> Double? {
  whole == 0 ? nil : Double(part) / Double(whole)
}
