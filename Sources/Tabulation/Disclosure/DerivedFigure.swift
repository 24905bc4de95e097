/// A figure of a cell that is worked out from others, and what it takes to publish it.
///
/// This is the one list: a figure that a table carries and that stands neither here nor among the
/// cell's own numbers is not published, and a test says so. To add one: a case, its rule, and how it
/// is taken out of a cell.
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

  /// Whether the cell carries it.
  func isIn(_ cell: Cell) -> Bool {
    switch self {
    case .value: cell.value != nil
    case .rank: cell.rank != nil
    case .notTicked: cell.untickedCount != nil
    case .notDisplayed: cell.undisplayedCount != nil
    }
  }

  /// Takes it out of a cell.
  func remove(from cell: inout Cell) {
    switch self {
    case .value: cell.value = nil
    case .rank: cell.rank = nil
    case .notTicked: cell.untickedCount = nil
    case .notDisplayed: cell.undisplayedCount = nil
    }
  }
}
