/// Why a figure does not exist. Carried in place of a number: nothing here is ever NaN.
public enum Undefined: Error, Hashable, Sendable {
  /// Nobody is in the base.
  case emptyBase
  /// Somebody is in the base, but all of their weights are zero.
  case zeroWeight
  /// One observation has no spread.
  case singleObservation
  /// The sample has as many strata as units: no degrees of freedom are left.
  case noDegreesOfFreedom
  /// The standard error is zero, and a ratio to it has no meaning.
  case noVariation
  /// The share is 0 or 1, where this method has no answer.
  case shareAtBoundary
  /// Everybody was asked (n = N): the figure is known, there is nothing to infer.
  case wholePopulation
  /// More people were asked than the population is said to have.
  case sampleExceedsPopulation
  /// A count is not a whole number, which an exact method needs.
  case fractionalCount
  /// Fewer than two rows or two columns hold anybody.
  case tooFewCategories(rows: Int, columns: Int)
  /// The covariance of the table cannot be inverted; the cells in which nobody is are named.
  case singularCovariance(emptyCells: [Cell])
  /// The exact computation would take more than this number of steps.
  case workLimit(Int)
  /// Two figures do not measure the same thing.
  case notComparable([Incomparability])

  /// A cell of a table, by its position, from 0.
  public struct Cell: Hashable, Sendable {
    public let row: Int
    public let column: Int
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }
}

/// A figure, or the reason why there is none.
public typealias Estimated<Value> = Result<Value, Undefined>

extension Result where Failure == Undefined {
  /// The figure, or `nil` when there is none.
  public var value: Success? { try? get() }

  /// Why there is no figure, or `nil` when there is one.
  public var reason: Failure? {
    if case .failure(let reason) = self { reason } else { nil }
  }
}
