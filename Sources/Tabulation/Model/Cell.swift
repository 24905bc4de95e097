public import SurveyModel

/// The numbers where a row meets a column.
public struct Cell: Sendable, Hashable {
  /// People, unweighted; `nil` in rows that hold a statistic.
  public var count: Int?
  /// The sum of their weights, in a weighted source.
  public var weightedCount: Double?
  /// Shares of the column's bases, in the order in which they are printed.
  public var shares: [Share]
  /// A mean, a median, a score.
  public var value: Double?
  /// The place of this row in its column.
  public var rank: Rank?
  /// Why a number is not there: the whole cell, or its rank.
  public var reason: Bilingual?
  /// Of a tick box: people who were shown it and left it open, where the export says so.
  public var untickedCount: Int?
  /// Of a tick box: people to whom it was not displayed, where the export says so.
  public var undisplayedCount: Int?
  /// Interval, range of ranks, residual and letters, where the sampling allows them.
  public var inference: CellInference?
  /// The cell is withheld in this edition: its numbers are gone, `shares` keeps what was
  /// divided by what, over nothing.
  public var protection: Protection?
  /// Figures made from other cells too, of which one is withheld.
  public var withheld: Set<DerivedFigure> = []

  public init(
    count: Int? = nil, weightedCount: Double? = nil, shares: [Share] = [], value: Double? = nil,
    rank: Rank? = nil, reason: Bilingual? = nil
  ) {
    self.count = count
    self.weightedCount = weightedCount
    self.shares = shares
    self.value = value
    self.rank = rank
    self.reason = reason
  }

  /// The first share, the one that a chart draws.
  public var share: Share? { shares.first }
}

/// A count over its base, kept as the two until it is printed.
public struct Share: Sendable, Hashable {
  /// What the share is of.
  public enum Of: String, Sendable, CaseIterable {
    /// The people of the column who answered.
    case respondents
    /// The answers that they gave.
    case mentions
    /// The row's people, over all columns.
    case row
    /// Everybody in the table.
    case total
    /// The statements of the column that have a theme.
    case statements
  }
  public var of: Of
  public var numerator: Int
  public var denominator: Int
  /// The same with weights; both `nil` in an unweighted source.
  public var weightedNumerator: Double?
  public var weightedDenominator: Double?
  /// The share is withheld though its count may be shown: its numbers are gone.
  public var protection: Protection?

  public init(
    of: Of, _ numerator: Int, over denominator: Int, weighted: Double? = nil,
    overWeighted: Double? = nil
  ) {
    self.of = of
    self.numerator = numerator
    self.denominator = denominator
    self.weightedNumerator = weighted
    self.weightedDenominator = overWeighted
  }

  /// 0 to 100, unrounded, unweighted; `nil` over an empty base.
  public var percent: Double? {
    denominator == 0 ? nil : 100 * Double(numerator) / Double(denominator)
  }

  /// The weighted percentage; `nil` in an unweighted source or over a zero sum of weights.
  public var weightedPercent: Double? {
    guard let weightedNumerator, let weightedDenominator, weightedDenominator > 0 else {
      return nil
    }
    return 100 * weightedNumerator / weightedDenominator
  }
}

/// A place in an order: 1, 2, 2, 4.
public struct Rank: Sendable, Hashable {
  public var position: Int
  /// Another row has the same place.
  public var isTied: Bool
  public init(position: Int, isTied: Bool) {
    self.position = position
    self.isTied = isTied
  }
}
