/// The comparisons of the columns of a table with each other, within one row.
///
/// z tests of two shares, pooled (the test of equality) and unpooled. For columns of different
/// people; columns that share people are compared by `DomainDifference`.
public struct ColumnComparison: Sendable, Equatable {
  /// The pairs (a, b), a before b, in the order of the other members.
  public let pairs: [Pair]
  /// One entry a row of the table.
  public let rows: [Row]

  public struct Pair: Hashable, Sendable {
    public let first: Int
    public let second: Int
  }

  public struct Row: Sendable, Equatable {
    /// (pₐ - pᵦ) / √(p̄ (1 - p̄) (1/nₐ + 1/nᵦ)); `nil` when nobody, or everybody, gave the answer.
    public let z: [Double?]
    public let p: [Double?]
    public let zUnpooled: [Double?]
    public let pUnpooled: [Double?]

    /// The pooled p-values corrected for the pairs of this row.
    public func adjusted(_ method: MultipleTesting = .holm) -> [Double?] { method.adjusted(p) }
  }

  /// Compares all pairs of columns that hold anybody. - Complexity: O(rows × columns²).
  public init(_ table: ContingencyTable) {
    let used = table.columnTotals.indices.filter { table.columnTotals[$0] > 0 }
    var pairs: [Pair] = []
    for (k, a) in used.enumerated() {
      for b in used[(k + 1)...] { pairs.append(Pair(first: a, second: b)) }
    }
    self.pairs = pairs
    rows = (0..<table.rowCount).map { r in
      let tests = pairs.map { pair in
        TwoShares(
          (table.observed[r, pair.first], table.columnTotals[pair.first]),
          (table.observed[r, pair.second], table.columnTotals[pair.second]))
      }
      return Row(
        z: tests.map(\.z), p: tests.map { $0.z.map(Normal.twoSided) },
        zUnpooled: tests.map(\.zUnpooled),
        pUnpooled: tests.map { $0.zUnpooled.map(Normal.twoSided) })
    }
  }

  /// For each row and column, the columns whose share is significantly smaller.
  ///
  /// The usual letters: column B that carries "A" is above column A. Pairs where a column has fewer
  /// than `minimumBase` people are left out before the correction.
  public func columnsBelow(
    level: Double = 0.95, correction: MultipleTesting = .holm, minimumBase: Double = 0,
    table: ContingencyTable
  ) -> [[[Int]]] {
    let alpha = 1 - level
    return rows.map { row in
      let allowed = pairs.indices.map { k in
        min(table.columnTotals[pairs[k].first], table.columnTotals[pairs[k].second]) >= minimumBase
          ? row.p[k] : nil
      }
      let p = correction.adjusted(allowed)
      var below = [[Int]](repeating: [], count: table.columnCount)
      for (k, pair) in pairs.enumerated() {
        guard let value = p[k], value < alpha, let z = row.z[k] else { continue }
        if z > 0 {
          below[pair.first].append(pair.second)
        } else {
          below[pair.second].append(pair.first)
        }
      }
      return below.map { $0.sorted() }
    }
  }

  /// The letter of a column: A ... Z, then AA, AB, ...
  public static func letter(_ column: Int) -> String {
    precondition(column >= 0, "columns are numbered from 0")
    let unit = UInt8(ascii: "A") + UInt8(column % 26)
    let last = String(UnicodeScalar(unit))
    return column < 26 ? last : letter(column / 26 - 1) + last
  }

  /// Each column against all others together, one test a cell. - Complexity: O(cells).
  public static func againstRest(_ table: ContingencyTable) -> [[RestComparison?]] {
    (0..<table.rowCount).map { r in
      (0..<table.columnCount).map { c in
        let size = table.columnTotals[c]
        let rest = table.total - size
        guard size > 0, rest > 0 else { return nil }
        let inside = table.observed[r, c]
        let outside = table.rowTotals[r] - inside
        let test = TwoShares((inside, size), (outside, rest))
        return test.z.map {
          RestComparison(difference: test.difference, z: $0, p: Normal.twoSided($0))
        }
      }
    }
  }

  /// A column less the others together. z is the adjusted residual of the cell.
  public struct RestComparison: Sendable, Equatable {
    public let difference: Double
    public let z: Double
    public let p: Double
  }
}

/// Two shares of different people, and the z of their difference, first less second.
struct TwoShares {
  let difference: Double
  let z: Double?
  let zUnpooled: Double?
  let standardError: Double

  init(_ a: (count: Double, size: Double), _ b: (count: Double, size: Double)) {
    let (p, q) = (a.count / a.size, b.count / b.size)
    let pooled = (a.count + b.count) / (a.size + b.size)
    let spread = (pooled * (1 - pooled) * (1 / a.size + 1 / b.size)).squareRoot()
    difference = p - q
    standardError = (p * (1 - p) / a.size + q * (1 - q) / b.size).squareRoot()
    z = spread > 0 ? difference / spread : nil
    zUnpooled = standardError > 0 ? difference / standardError : nil
  }
}
