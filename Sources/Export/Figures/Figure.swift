import SurveyModel
public import Tabulation

/// One number that an edition prints, with what it measures and what it is over.
///
/// Renderers print figures and nothing else, so what `cells.csv` lists is all there is.
public struct Figure: Sendable, Hashable {
  public enum Measure: Sendable, Hashable {
    case base, weightedBase
    case mentions, weightedMentions
    case count, weightedCount
    case percent(Share.Of)
    case weightedPercent(Share.Of)
    case value
    case rank
    case notTicked, notDisplayed
    /// The ends of the interval of a percentage, and of a mean.
    case percentLow, percentHigh, valueLow, valueHigh
    /// The first and the last place that a row may have.
    case rankBest, rankWorst
    case residual
    /// The share of maximum deviation (PEM) of a cell, or of the table.
    case maximalDeviation
    /// What unequal weights leave of a base, and what they cost.
    case effectiveBase, designEffect
    case testStatistic, testP, testAdjustedP, cramersV
    /// The degrees of freedom of a test: the numerator's, and for an F the denominator's.
    case testFreedom, testFreedomBelow

    /// The word in `cells.csv`.
    public var word: String {
      switch self {
      case .base: "base"
      case .weightedBase: "base-weighted"
      case .mentions: "mentions"
      case .weightedMentions: "mentions-weighted"
      case .count: "n"
      case .weightedCount: "n-weighted"
      case .percent(let of): "percent-\(of.rawValue)"
      case .weightedPercent(let of): "percent-weighted-\(of.rawValue)"
      case .value: "value"
      case .rank: "rank"
      case .notTicked: "n-not-ticked"
      case .notDisplayed: "n-not-displayed"
      case .percentLow: "percent-low"
      case .percentHigh: "percent-high"
      case .valueLow: "value-low"
      case .valueHigh: "value-high"
      case .rankBest: "rank-best"
      case .rankWorst: "rank-worst"
      case .residual: "residual"
      case .maximalDeviation: "pem"
      case .effectiveBase: "base-effective"
      case .designEffect: "design-effect"
      case .testStatistic: "test-statistic"
      case .testP: "test-p"
      case .testAdjustedP: "test-p-adjusted"
      case .cramersV: "cramers-v"
      case .testFreedom: "test-df"
      case .testFreedomBelow: "test-df2"
      }
    }
  }

  /// The exact number, before it is rounded.
  public enum Quantity: Sendable, Hashable {
    case whole(Int)
    /// A percentage, as its two numbers.
    case share(Int, over: Int)
    /// Printed to so many decimals.
    case real(Double, decimals: Int)
  }

  public enum Status: String, Sendable, CaseIterable {
    case shown
    case hiddenPrimary = "hidden-primary"
    case hiddenSecondary = "hidden-secondary"
    /// There is nothing to divide by.
    case noBase = "no-base"
    /// The method does not allow it here: a rank under the minimum base.
    case notAllowed = "not-allowed"

    /// Which of a protected number's two states it is does not travel: that a count is hidden for its
    /// own sake tells how small it is. Only a base under the threshold says so, for the threshold
    /// is declared.
    static let hiddenCell = Status.hiddenSecondary

    init(base protection: Protection) {
      self = protection == .primary ? .hiddenPrimary : .hiddenSecondary
    }

    public var isHidden: Bool { self == .hiddenPrimary || self == .hiddenSecondary }
  }

  /// What stands in place of a number that is withheld.
  public static let hiddenMark = "s"

  public var measure: Measure
  /// `nil` unless `status` is `shown`.
  public var quantity: Quantity?
  public var status: Status
  /// The number of people (or mentions) that it is over.
  public var base: Int?
  /// Another row has the same rank.
  public var isTied: Bool

  init(
    _ measure: Measure, _ quantity: Quantity?, status: Status = .shown, base: Int? = nil,
    isTied: Bool = false
  ) {
    self.measure = measure
    self.quantity = quantity
    self.status = status
    self.base = base
    self.isTied = isTied
  }

  /// Decimals of printed percentages and of weighted counts.
  static let decimals = 1

  /// What a percentage, a mean or a score is in full; `nil` for whole numbers and where there is
  /// none.
  public var real: Double? {
    switch quantity {
    case .share(let numerator, let denominator):
      Share(of: .respondents, numerator, over: denominator).percent
    case .real(let value, _): value.isFinite ? value : nil
    case .whole, nil: nil
    }
  }

  /// The number, rounded; `nil` where none is shown.
  var rounded: RoundedNumber? {
    switch quantity {
    case .whole(let value): RoundedNumber(value)
    case .share(let numerator, let denominator):
      denominator > 0
        ? RoundedNumber(percentOf: numerator, over: denominator, decimals: Self.decimals) : nil
    case .real(let value, let decimals):
      RoundedNumber(isSmallP ? Self.smallestP : value, decimals: decimals)
    case nil: nil
    }
  }

  /// A p below what three decimals show is printed as `< 0,001`.
  private static let smallestP = 0.001

  private var isSmallP: Bool {
    guard measure == .testP || measure == .testAdjustedP, let real else { return false }
    return real < Self.smallestP
  }

  var isPercent: Bool {
    switch measure {
    case .percent, .weightedPercent, .percentLow, .percentHigh, .maximalDeviation: true
    default: false
    }
  }

  /// The number as it is printed, without a sign of percentage; `nil` where none is shown.
  func text(_ style: NumberStyle) -> String? { rounded.map(style.text) }

  /// The number as it is printed for a reader: `41,4 %`, `1 204`, `2=` for a tied rank, `s` for
  /// one that is withheld; `nil` where there is none.
  func label(_ language: Language) -> String? {
    var bytes: [UInt8] = []
    return write(language, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The same as UTF-8.
  ///
  /// - Returns: `false` where there is none.
  func write(_ language: Language, to out: inout [UInt8]) -> Bool {
    if status.isHidden {
      out += Self.hiddenMark.utf8
      return true
    }
    guard let rounded else { return false }
    let style = NumberStyle.of(language)
    let isSmallP = isSmallP
    if isSmallP { out += (language == .french ? "<\u{A0}" : "< ").utf8 }
    style.write(rounded, to: &out)
    if isPercent { out += style.percentSign.utf8 }
    if measure == .rank, isTied { out.append(UInt8(ascii: "=")) }
    return true
  }
}
