/// What makes a survey design impossible. Rows are positions from 0.
public enum DesignError: Error, Hashable, Sendable {
  /// A column has another number of rows than the design.
  case lengthMismatch(column: Column, expected: Int, found: Int)
  case codeOutOfRange(row: Int, code: Int, categories: Int)
  /// Weights that are NaN or infinite. Fix them, or build with `.exclude`.
  case nonFiniteWeights(rows: [Int])
  case negativeWeights(rows: [Int])
  /// Frequency weights say how many people a row stands for, and are whole.
  case fractionalFrequencies(rows: [Int])
  /// A number to be averaged is NaN or infinite; `nil` is the missing value.
  case nonFiniteValues(rows: [Int])
  /// Rows without a stratum, or without a cluster.
  case missingCode(column: Column, rows: [Int])
  /// Strata with one sampling unit have no variance. Merge them, or build with another
  /// `LonelyUnitRule`, for instance `.average`.
  case singleUnitStrata(strata: [Int], rows: [Int])
  /// A population size is missing, not finite, or not positive.
  case populationSize(stratum: Int, size: Double)
  case populationSmallerThanSample(stratum: Int, population: Double, sampled: Int)

  public enum Column: Hashable, Sendable {
    case weights, strata, clusters, populationSizes, domain, answers
  }
}
