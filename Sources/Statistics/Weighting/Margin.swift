/// What is known of the population about one question: how many people are in each category.
public struct Margin: Sendable, Equatable {
  /// For reports and failures.
  public let name: String
  /// The answers of the sample; every row of positive weight needs one.
  public let column: CodeColumn
  /// One target a category, as `unit` says.
  public let targets: [Double]
  public let unit: Unit
  /// Whether the categories have an order, so that only neighbours can be merged.
  public let isOrdered: Bool

  public enum Unit: Hashable, Sendable {
    /// People; the sum is the size of the population.
    case counts
    /// Shares of the population, adding up to 1 (or to 100: any sum is taken for the whole).
    case shares
  }

  public init(
    name: String, column: CodeColumn, targets: [Double], unit: Unit = .counts,
    isOrdered: Bool = false
  ) {
    precondition(targets.count == column.categoryCount, "one target a category")
    self.name = name
    self.column = column
    self.targets = targets
    self.unit = unit
    self.isOrdered = isOrdered
  }

  /// A cross of two margins or more, for post-stratification; targets in the order of the first
  /// margin, then the second.
  public static func crossed(
    name: String, columns: [CodeColumn], targets: [Double], unit: Unit = .counts
  ) -> Margin {
    precondition(!columns.isEmpty, "nothing to cross")
    let cross = columns.dropFirst().reduce(columns[0]) { $0.crossed(with: $1) }
    return Margin(name: name, column: cross, targets: targets, unit: unit)
  }
}
