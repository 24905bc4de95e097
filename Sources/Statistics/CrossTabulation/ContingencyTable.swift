/// A table of counts, or of weights, with all that follows from its margins.
///
/// Rows and columns keep their places even when empty; the tests drop empty ones themselves.
/// Undefined cells are `nil`: a share of an empty row, a residual where nothing is expected. Agrees
/// with R `table`, `xtabs`, `prop.table`.
public struct ContingencyTable: Sendable, Equatable {
  /// What was observed; finite and not negative.
  public let observed: Matrix
  public let rowTotals: [Double]
  public let columnTotals: [Double]
  public let total: Double

  /// A table that is already counted. - Precondition: no negative or infinite count.
  public init(_ observed: Matrix) {
    precondition(observed.values.allSatisfy { $0 >= 0 && $0.isFinite }, "counts are 0 or more")
    self.observed = observed
    rowTotals = observed.rowSums
    columnTotals = observed.columnSums
    total = rowTotals.reduce(0, +)
  }

  /// Counts the pairs of answers. - Complexity: O(rows of the domain).
  public init(counting rows: CodeColumn, by columns: CodeColumn, in domain: Domain) {
    self.init(Self.sums(rows, columns, domain) { _ in 1 })
  }

  /// Adds up the weights of the pairs of answers. - Complexity: O(rows of the domain).
  public init(
    weighing rows: CodeColumn, by columns: CodeColumn, design: SurveyDesign, domain: Domain
  ) {
    self.init(Self.sums(rows, columns, domain) { design.weights[$0] })
  }

  public var rowCount: Int { observed.rowCount }
  public var columnCount: Int { observed.columnCount }

  /// The part of a row that lies in a column, from 0 to 1.
  public func rowShare(_ r: Int, _ c: Int) -> Double? {
    rowTotals[r] > 0 ? observed[r, c] / rowTotals[r] : nil
  }

  /// The part of a column that lies in a row, from 0 to 1.
  public func columnShare(_ r: Int, _ c: Int) -> Double? {
    columnTotals[c] > 0 ? observed[r, c] / columnTotals[c] : nil
  }

  /// The part of the whole table that lies in a cell, from 0 to 1.
  public func totalShare(_ r: Int, _ c: Int) -> Double? {
    total > 0 ? observed[r, c] / total : nil
  }

  /// The count under independence: row total × column total / total.
  public func expected(_ r: Int, _ c: Int) -> Double? {
    total > 0 ? rowTotals[r] * columnTotals[c] / total : nil
  }

  /// Observed less expected; `nil` for an empty table.
  public func residual(_ r: Int, _ c: Int) -> Double? {
    expected(r, c).map { observed[r, c] - $0 }
  }

  /// (O - E) / √E; `nil` where nothing is expected. R `chisq.test()$residuals`.
  public func pearsonResidual(_ r: Int, _ c: Int) -> Double? {
    positiveExpected(r, c).map { (observed[r, c] - $0) / $0.squareRoot() }
  }

  /// (O - E) / √(E (1 - row share) (1 - column share)) (Haberman 1973): standard normal under
  /// independence. R `chisq.test()$stdres`.
  public func adjustedResidual(_ r: Int, _ c: Int) -> Double? {
    guard let e = positiveExpected(r, c) else { return nil }
    let spread = e * ((1 - rowTotals[r] / total) * (1 - columnTotals[c] / total))
    return spread > 0 ? (observed[r, c] - e) / spread.squareRoot() : nil
  }

  /// (O - E)² / E, what the cell adds to chi-squared.
  public func chiSquaredContribution(_ r: Int, _ c: Int) -> Double? {
    positiveExpected(r, c).map { (observed[r, c] - $0) * (observed[r, c] - $0) / $0 }
  }

  /// The same table without its empty rows and columns, and which are left.
  public func droppingEmpty() -> (table: ContingencyTable, rows: [Int], columns: [Int]) {
    let rows = rowTotals.indices.filter { rowTotals[$0] > 0 }
    let columns = columnTotals.indices.filter { columnTotals[$0] > 0 }
    return (ContingencyTable(observed.selecting(rows: rows, columns: columns)), rows, columns)
  }

  /// The same table with another total: a weighted table on the scale of its n people, for residuals
  /// and measures of association. Not for tests.
  public func rescaled(to newTotal: Double) -> ContingencyTable {
    precondition(newTotal >= 0 && newTotal.isFinite, "a total is 0 or more")
    return total > 0 ? ContingencyTable(observed.scaled(by: newTotal / total)) : self
  }

  /// Whether every cell is a whole number.
  public var isWhole: Bool { observed.values.allSatisfy { $0 == $0.rounded() } }

  private func positiveExpected(_ r: Int, _ c: Int) -> Double? {
    expected(r, c).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func sums(
    _ rows: CodeColumn, _ columns: CodeColumn, _ domain: Domain, _ value: (Int) -> Double
  ) -> Matrix {
    precondition(rows.count == columns.count, "columns of different lengths")
    var result = Matrix(rows: rows.categoryCount, columns: columns.categoryCount)
    let width = columns.categoryCount
    for i in domain.rows.lazy.map(Int.init) {
      let (r, c) = (Int(rows.codes[i]), Int(columns.codes[i]))
      if r >= 0, c >= 0 { result.values[r * width + c] += value(i) }
    }
    return result
  }
}
