/// Why weights could not be made: which margin, which category, and what would solve it.
///
/// Margins and categories are positions, from 0, in the arguments.
public enum WeightingFailure: Error, Hashable, Sendable {
  /// No margin, or no row.
  case nothingToWeight
  case lengthMismatch(margin: Int, expected: Int, found: Int)
  /// A base weight that is not finite, or negative.
  case invalidBaseWeights(rows: [Int])
  /// Rows that have no answer to a margin: give them one, or leave them out.
  case missingAnswers(margin: Int, rows: [Int])
  /// A target that is negative or not finite.
  case invalidTarget(Place, value: Double)
  /// All margins must describe the same population; this one adds up to another total.
  case unequalTotals(margin: Int, total: Double, reference: Int, referenceTotal: Double)
  /// People are expected in a category in which the sample has nobody. `merge` is the category that
  /// it could be merged with.
  case emptyCategory(Place, target: Double, merge: Int?)
  /// The sample has people in a category that should be empty.
  case unexpectedPeople(Place, rows: [Int])
  /// Limits of the ratio of weights that no calibration can keep: they must be below and above 1.
  case invalidBounds(lower: Double, upper: Double)
  /// Margins that contradict or repeat each other in this sample, so that no solution is unique.
  case redundantMargins
  /// The margins were not met: the worst category, how far it was off, and what it could be merged
  /// with. With bounds: widen them.
  case notConverged(Place, relativeError: Double, cycles: Int, merge: Int?)
  /// Trimming and margins cannot both hold.
  case trimmingConflicts(Place, relativeError: Double, merge: Int?)

  /// A category of a margin.
  public struct Place: Hashable, Sendable {
    public let margin: Int
    public let name: String
    public let category: Int

    init(_ margin: Int, _ definition: Margin, _ category: Int) {
      self.margin = margin
      name = definition.name
      self.category = category
    }
  }
}
