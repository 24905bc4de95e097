/// A figure of a cell that is worked out from others, and what it takes to publish it.
///
/// This is the one list. A public cell is made anew from its own count and shares and from the figures
/// that stand here, so that a figure without a rule stays out; a test names the properties of
/// `Cell` that have none. To add one: a case, its property, its rule, and how it is copied.
public enum DerivedFigure: String, Sendable, Hashable, CaseIterable {
  /// A mean, a median, a score.
  case value
  /// A place among the rows of the column.
  case rank
  /// Of a tick box: left open, and not displayed.
  case notTicked, notDisplayed

  /// What must be in the open for the figure to be.
  public enum Rule: Sendable, Hashable {
    /// The cell itself: an interval around its share.
    case withCell
    /// Every answer of its column: a mean, a median.
    case withColumn
    /// Every cell of the table: a test, a residual, a letter of comparison.
    case withTable
    /// What is in the open must settle it: a rank stays where no hidden count can change it.
    case whenImplied
    /// Never: it adds nothing that the reader needs, and opens a way around the others.
    case never
  }

  public var rule: Rule {
    switch self {
    case .value: .withColumn
    case .rank: .whenImplied
    case .notTicked, .notDisplayed: .never
    }
  }

  /// The property of `Cell` that holds it.
  var property: String {
    switch self {
    case .value: "value"
    case .rank: "rank"
    case .notTicked: "untickedCount"
    case .notDisplayed: "undisplayedCount"
    }
  }

  /// Properties of `Cell` that are no derived figure: its own numbers, and the marks of what is
  /// withheld.
  static let ownProperties: Set<String> = [
    "count", "weightedCount", "shares", "reason", "protection", "withheld",
    // By a rule of its own: `TableProtector.addInference`.
    "inference",
  ]

  func isIn(_ cell: Cell) -> Bool {
    switch self {
    case .value: cell.value != nil
    case .rank: cell.rank != nil
    case .notTicked: cell.untickedCount != nil
    case .notDisplayed: cell.undisplayedCount != nil
    }
  }

  func copy(from old: Cell, to cell: inout Cell) {
    switch self {
    case .value: cell.value = old.value
    case .rank: cell.rank = old.rank
    case .notTicked: cell.untickedCount = old.untickedCount
    case .notDisplayed: cell.undisplayedCount = old.undisplayedCount
    }
  }
}
