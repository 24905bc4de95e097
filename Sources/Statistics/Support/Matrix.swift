/// A table of numbers, row by row.
///
/// The shape of counts, expected counts and covariances. Values are finite: what is undefined is
/// never stored here, but answered as `nil` by the function asked for it.
public struct Matrix: Sendable, Equatable {
  public let rowCount: Int
  public let columnCount: Int
  /// Row after row; `values[r * columnCount + c]`.
  public internal(set) var values: [Double]

  /// A table filled with one value.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a table has no negative size")
    rowCount = rows
    columnCount = columns
    values = [Double](repeating: value, count: rows * columns)
  }

  /// A table from its rows, which must be of equal length.
  public init(_ rows: [[Double]]) {
    rowCount = rows.count
    columnCount = rows.first?.count ?? 0
    precondition(rows.allSatisfy { [columnCount] in $0.count == columnCount }, "ragged rows")
    values = rows.flatMap { $0 }
  }

  public subscript(row: Int, column: Int) -> Double {
    get { values[row * columnCount + column] }
    set { values[row * columnCount + column] = newValue }
  }

  public func row(_ r: Int) -> [Double] {
    Array(values[r * columnCount..<(r + 1) * columnCount])
  }

  public func column(_ c: Int) -> [Double] { (0..<rowCount).map { self[$0, c] } }

  /// All rows, as arrays.
  public var rows: [[Double]] { (0..<rowCount).map(row) }

  public var rowSums: [Double] {
    (0..<rowCount).map { r in
      var sum = 0.0
      for c in 0..<columnCount { sum += self[r, c] }
      return sum
    }
  }

  public var columnSums: [Double] {
    var sums = [Double](repeating: 0, count: columnCount)
    for r in 0..<rowCount { for c in 0..<columnCount { sums[c] += self[r, c] } }
    return sums
  }

  public var sum: Double { values.reduce(0, +) }

  public var transposed: Matrix {
    var result = Matrix(rows: columnCount, columns: rowCount)
    for r in 0..<rowCount { for c in 0..<columnCount { result[c, r] = self[r, c] } }
    return result
  }

  /// Every value times `factor`.
  public func scaled(by factor: Double) -> Matrix {
    var result = self
    for i in result.values.indices { result.values[i] *= factor }
    return result
  }

  /// The rows and columns named, in that order.
  public func selecting(rows: [Int], columns: [Int]) -> Matrix {
    var result = Matrix(rows: rows.count, columns: columns.count)
    for (r, i) in rows.enumerated() {
      for (c, j) in columns.enumerated() { result[r, c] = self[i, j] }
    }
    return result
  }
}
