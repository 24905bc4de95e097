/// The share of maximum deviation (PEM, "pourcentage de l'écart maximum") of Ph. Cibois, Bulletin de
/// méthodologie sociologique 40, 1993, 43-63.
extension ContingencyTable {
  /// The deviation of a cell from independence over the largest that its margins allow, from -1 to 1.
  ///
  /// Attraction: (O - E) / (min(row, column) - E). Repulsion: (O - E) / (E - max(0, row + column -
  /// n)), negative. `nil` when the margins leave no room.
  public func localMaximalDeviation(_ r: Int, _ c: Int) -> Double? {
    guard let e = expected(r, c) else { return nil }
    let deviation = observed[r, c] - e
    let room =
      deviation >= 0
      ? min(rowTotals[r], columnTotals[c]) - e
      : e - max(0, rowTotals[r] + columnTotals[c] - total)
    return room > 0 ? deviation / room : nil
  }

  /// The positive deviations over those of the table that links rows and columns most closely.
  ///
  /// Rows and columns are sorted along the first axis of a correspondence analysis, and the maximal
  /// table is filled from its north-west corner. From 0 to 1; `nil` when the margins leave no room.
  /// - Precondition: no row or column is empty.
  /// - Complexity: O(min(rows, columns)³ + cells × min(rows, columns)).
  func globalMaximalDeviation() -> Double? {
    let (rowOrder, columnOrder) = firstAxisOrder()
    let table = ContingencyTable(observed.selecting(rows: rowOrder, columns: columnOrder))
    let maximal = Self.northWestCorner(table.rowTotals, table.columnTotals, total: total)
    var (found, most) = (0.0, 0.0)
    for r in 0..<rowCount {
      for c in 0..<columnCount {
        let e = table.rowTotals[r] * table.columnTotals[c] / total
        found += max(0, table.observed[r, c] - e)
        most += max(0, maximal[r, c] - e)
      }
    }
    return most > 0 ? found / most : nil
  }

  /// Rows and columns along the first axis of their correspondence analysis.
  private func firstAxisOrder() -> (rows: [Int], columns: [Int]) {
    var s = Matrix(rows: rowCount, columns: columnCount)
    for r in 0..<rowCount {
      for c in 0..<columnCount { s[r, c] = pearsonResidual(r, c) ?? 0 }
    }
    // The singular vectors of s: eigenvectors of the smaller product, then the other side.
    let byColumns = columnCount <= rowCount
    let product = byColumns ? s.transposed.times(s) : s.times(s.transposed)
    let near = product.symmetricEigen().vectors.column(0)
    let far = (byColumns ? s : s.transposed).times(Matrix(near.map { [$0] })).column(0)
    let (u, v) = byColumns ? (far, near) : (near, far)
    let rowScores = u.indices.map { u[$0] / rowTotals[$0].squareRoot() }
    let columnScores = v.indices.map { v[$0] / columnTotals[$0].squareRoot() }
    return (Self.order(rowScores), Self.order(columnScores))
  }

  private static func order(_ scores: [Double]) -> [Int] {
    scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
  }

  private static func northWestCorner(
    _ rows: [Double], _ columns: [Double], total: Double
  ) -> Matrix {
    var result = Matrix(rows: rows.count, columns: columns.count)
    var (a, b) = (rows, columns)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let filled = min(a[i], b[j])
      result[i, j] = filled
      a[i] -= filled
      b[j] -= filled
      if a[i] <= 1e-9 * total { i += 1 } else { j += 1 }
    }
    return result
  }
}
