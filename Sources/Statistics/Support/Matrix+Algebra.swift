// The little linear algebra that the module needs: products, a pivoted solver, Jacobi rotations.

extension Matrix {
  /// The matrix product. - Complexity: O(rows × inner × columns).
  func times(_ other: Matrix) -> Matrix {
    precondition(columnCount == other.rowCount, "shapes do not match")
    var result = Matrix(rows: rowCount, columns: other.columnCount)
    for r in 0..<rowCount {
      for k in 0..<columnCount where self[r, k] != 0 {
        let a = self[r, k]
        for c in 0..<other.columnCount { result[r, c] += a * other[k, c] }
      }
    }
    return result
  }

  /// The sum of the diagonal.
  var trace: Double {
    var sum = 0.0
    for i in 0..<min(rowCount, columnCount) { sum += self[i, i] }
    return sum
  }

  /// Solves `self × X = right`, by elimination with row pivots; `nil` when a pivot falls below
  /// `tolerance` times the largest value of its column in the matrix (a singular matrix).
  func solving(_ right: Matrix, tolerance: Double = 1e-12) -> Matrix? {
    precondition(rowCount == columnCount && right.rowCount == rowCount, "shapes do not match")
    let n = rowCount
    var a = self
    var x = right
    let scale = (0..<n).map { c in (0..<n).map { abs(self[$0, c]) }.max() ?? 0 }
    for k in 0..<n {
      var pivot = k
      for r in k..<n where abs(a[r, k]) > abs(a[pivot, k]) { pivot = r }
      if !(abs(a[pivot, k]) > tolerance * scale[k]) { return nil }
      a.swapRows(k, pivot)
      x.swapRows(k, pivot)
      for r in k + 1..<max(n, k + 1) where a[r, k] != 0 {
        let factor = a[r, k] / a[k, k]
        for c in k..<n { a[r, c] -= factor * a[k, c] }
        for c in 0..<x.columnCount { x[r, c] -= factor * x[k, c] }
      }
    }
    for k in stride(from: n - 1, through: 0, by: -1) {
      for c in 0..<x.columnCount {
        var sum = x[k, c]
        for j in k + 1..<max(n, k + 1) { sum -= a[k, j] * x[j, c] }
        x[k, c] = sum / a[k, k]
      }
    }
    return x
  }

  private mutating func swapRows(_ i: Int, _ j: Int) {
    if i == j { return }
    for c in 0..<columnCount { values.swapAt(i * columnCount + c, j * columnCount + c) }
  }

  /// The eigenvalues of a symmetric matrix, largest first, and its eigenvectors as columns, by
  /// cyclic Jacobi rotations. - Complexity: O(n³) a sweep, a few sweeps.
  func symmetricEigen() -> (values: [Double], vectors: Matrix) {
    let n = rowCount
    var a = self
    var v = Matrix(rows: n, columns: n)
    for i in 0..<n { v[i, i] = 1 }
    for _ in 0..<100 {
      var off = 0.0
      for i in 0..<n { for j in 0..<n where i != j { off += a[i, j] * a[i, j] } }
      let size = a.values.reduce(0) { $0 + $1 * $1 }
      if off <= 1e-32 * size { break }
      for p in 0..<n { for q in p + 1..<max(n, p + 1) { Matrix.rotate(&a, &v, p, q) } }
    }
    let order = (0..<n).sorted { a[$0, $0] > a[$1, $1] }
    return (order.map { a[$0, $0] }, v.selecting(rows: Array(0..<n), columns: order))
  }

  /// One Jacobi rotation that makes the (p, q) value zero.
  private static func rotate(_ a: inout Matrix, _ v: inout Matrix, _ p: Int, _ q: Int) {
    let apq = a[p, q]
    if apq == 0 { return }
    let theta = (a[q, q] - a[p, p]) / (2 * apq)
    let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<a.rowCount {
      let x = a[k, p]
      let y = a[k, q]
      a[k, p] = c * x - s * y
      a[k, q] = s * x + c * y
    }
    for k in 0..<a.rowCount {
      let x = a[p, k]
      let y = a[q, k]
      a[p, k] = c * x - s * y
      a[q, k] = s * x + c * y
    }
    for k in 0..<v.rowCount {
      let x = v[k, p]
      let y = v[k, q]
      v[k, p] = c * x - s * y
      v[k, q] = s * x + c * y
    }
  }
}
