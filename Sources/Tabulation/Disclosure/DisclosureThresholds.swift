/// The sizes below which a public edition hides a number.
public struct DisclosureThresholds: Sendable, Hashable {
  /// A column with fewer people than this is not shown.
  public var base: Int
  /// A count of 1 to one less than this is hidden, and so is one that lacks as few to the whole.
  public var cell: Int

  public init(base: Int = 11, cell: Int = 5) {
    self.base = base
    self.cell = cell
  }

  /// A number of people that says something of single ones.
  func isSmall(_ count: Int) -> Bool { count > 0 && count < cell }
}
