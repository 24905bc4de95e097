/// What is inferred from a cell: derived figures, which are hidden with their cell, and with any
/// other cell of their row that they depend on.
public struct CellInference: Sendable, Hashable {
  /// Around the cell's first share, in per cent (the weighted share where there are weights), or
  /// around its `value`.
  public var interval: Limits?
  /// The places that the row may have in the population, all rows together at the level.
  public var rankRange: ClosedRange<Int>?
  /// The adjusted residual against the other columns: standard normal where rows and columns are
  /// independent.
  public var residual: Double?
  /// The share of maximum deviation of the cell (PEM), -100 to 100.
  public var maximalDeviation: Double?
  /// The letters of the columns whose share is significantly smaller.
  public var letters: [String]

  public init(
    interval: Limits? = nil, rankRange: ClosedRange<Int>? = nil, residual: Double? = nil,
    maximalDeviation: Double? = nil, letters: [String] = []
  ) {
    self.interval = interval
    self.rankRange = rankRange
    self.residual = residual
    self.maximalDeviation = maximalDeviation
    self.letters = letters
  }

  /// The confidence level of intervals, ranges and letters.
  public static let level = 0.95

  /// Beyond this size a residual is marked: one cell in twenty, were rows and columns independent.
  public static let markedResidual = 1.96

  /// Nothing could be inferred.
  public var isEmpty: Bool { self == CellInference() }
}

/// The two ends of an interval.
public struct Limits: Sendable, Hashable {
  public var low: Double
  public var high: Double
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// The size of a base once unequal weights are paid for (Kish 1965).
public struct EffectiveBase: Sendable, Hashable {
  /// (Σw)² / Σw².
  public var size: Double
  /// n Σw² / (Σw)².
  public var designEffect: Double
  public init(size: Double, designEffect: Double) {
    self.size = size
    self.designEffect = designEffect
  }
}
