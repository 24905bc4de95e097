/// A test of whether the answers differ between the columns of a table, and how much.
public struct TableTest: Sendable, Hashable {
  public enum Method: Sendable, Hashable {
    /// Pearson's chi-squared.
    case pearson
    /// Fisher's exact test: small expected counts.
    case fisher
    /// Pearson's chi-squared, its p by simulation: small expected counts in a large table.
    case monteCarlo(draws: Int, seed: UInt64)
    /// Rao and Scott's second order F: weights.
    case raoScott
    /// All options of a question with several answers, a person counted once: the sum of their
    /// chi-squared, Rao and Scott's second order F.
    case marginalHomogeneity
  }
  /// The option that is tested alone ("named or not"), by the code of its row; `nil`: the table.
  public var row: String?
  public var method: Method
  /// Chi-squared or F; `nil` for Fisher's test.
  public var statistic: Double?
  public var degreesOfFreedom: [Double]
  public var p: Double
  /// Corrected for the number of options tested (Holm).
  public var adjustedP: Double?
  /// Cramér's V, 0 to 1.
  public var cramersV: Double?
  /// The share of maximum deviation of the table (PEM), 0 to 100.
  public var maximalDeviation: Double?
  /// The people who are in a row and in a column.
  public var n: Int

  public init(
    row: String? = nil, method: Method, statistic: Double?, degreesOfFreedom: [Double], p: Double,
    adjustedP: Double? = nil, cramersV: Double? = nil, maximalDeviation: Double? = nil, n: Int
  ) {
    self.row = row
    self.method = method
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.p = p
    self.adjustedP = adjustedP
    self.cramersV = cramersV
    self.maximalDeviation = maximalDeviation
    self.n = n
  }
}
