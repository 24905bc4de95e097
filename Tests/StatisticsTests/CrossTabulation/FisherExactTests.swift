import Testing

@testable import Statistics

@Suite struct FisherExactTests {
  /// All tables with the margins, and the sum of those no likelier than the observed one.
  private static func naive(_ observed: Matrix) -> Double {
    let (rows, columns) = (observed.rowSums.map { Int($0) }, observed.columnSums.map { Int($0) })
    var tables: [Double] = []
    func logWeight(_ cells: [Int]) -> Double { -cells.reduce(0) { $0 + logFactorial(Double($1)) } }
    func fill(_ cells: [Int], _ rest: [Int]) {
      let index = cells.count
      if index == rows.count * columns.count {
        tables.append(logWeight(cells))
        return
      }
      let (r, c) = (index / columns.count, index % columns.count)
      let used = cells.suffix(c).reduce(0, +)
      let left = rows[r] - used
      if c == columns.count - 1 {
        if left > rest[c] || (r == rows.count - 1 && left != rest[c]) { return }
        var next = rest
        next[c] -= left
        fill(cells + [left], next)
        return
      }
      for x in 0...min(left, rest[c]) {
        var next = rest
        next[c] -= x
        fill(cells + [x], next)
      }
    }
    fill([], columns)
    let mine = logWeight(observed.values.map { Int($0) })
    let total = tables.reduce(0) { $0 + exp($1 - mine) }
    let unlikely = tables.filter { $0 <= mine + 1e-7 }.reduce(0) { $0 + exp($1 - mine) }
    return unlikely / total
  }

  @Test func allSmallSquareTables() {
    for a in 0...4 {
      for b in 0...4 {
        for c in 0...4 {
          for d in 0...4 {
            let table = ContingencyTable(
              Matrix([[Double(a), Double(b)], [Double(c), Double(d)]]))
            guard a + b > 0, c + d > 0, a + c > 0, b + d > 0 else {
              #expect(FisherExact.p(table).value == nil)
              continue
            }
            #expect(isClose(FisherExact.p(table).value, Self.naive(table.observed), 1e-10))
          }
        }
      }
    }
  }

  @Test func smallLargerTables() {
    var generator = Xoshiro256(seed: 11)
    for (r, c) in [(2, 3), (3, 2), (3, 3), (2, 4), (4, 3), (3, 4)] {
      for _ in 0..<5 {
        var table = Matrix(rows: r, columns: c)
        for i in table.values.indices { table.values[i] = Double(generator.below(4)) }
        guard table.rowSums.allSatisfy({ $0 > 0 }), table.columnSums.allSatisfy({ $0 > 0 })
        else { continue }
        let found = FisherExact.p(ContingencyTable(table)).value
        #expect(isClose(found, Self.naive(table), 1e-10), "\(table.rows)")
      }
    }
  }

  @Test func agreesWithR() throws {
    let golden = Golden.document["fisher"]
    for (table, p) in [("table3", "p3"), ("table24", "p24")] {
      let rows = golden?[table]?.array?.map { $0.doubles ?? [] } ?? []
      let found = FisherExact.p(ContingencyTable(Matrix(rows))).value
      #expect(isClose(found, golden?[p]?.double))
    }
  }

  @Test func theWorkLimitIsKept() {
    let table = ContingencyTable(
      Matrix([[30, 41, 22, 35], [28, 33, 39, 21], [44, 25, 31, 30], [21, 37, 26, 33]]))
    #expect(FisherExact.p(table, workLimit: 5_000).reason == .workLimit(5_000))
    #expect(
      FisherExact.p(ContingencyTable(Matrix([[0.5, 1], [1, 1]]))).reason == .fractionalCount)
  }

  @Test func oneSidedTailsShareTheObservedTable() {
    let table = ContingencyTable(Matrix([[3, 1], [1, 3]]))
    let sides = FisherExact.oneSided(table).value
    // Both tails count the observed table, of probability 16/70.
    #expect(isClose((sides?.less ?? 0) + (sides?.greater ?? 0), 1 + 16.0 / 70))
  }
}
