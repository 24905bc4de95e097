import Foundation
import SurveyModel
import TestSupport
import Testing

@testable import Tabulation

/// Protection of the public edition.
struct DisclosureTests {
  /// A table of which every line adds up; hidden cells as pairs of row and column.
  static func hidden(_ matrix: [[Int]], k: Int) -> (
    all: Set<[Int]>, isSafe: Bool
  ) {
    var system = CountSystem(DisclosureThresholds(base: k, cell: k))
    var places: [[Int?]] = []
    let whole = matrix.reduce(0) { $0 + $1.reduce(0, +) }
    func total(_ value: Int) -> Int {
      var cell = CountCell(value)
      cell.cost = CountCell.unlimited
      return system.add(cell)
    }
    let columns = matrix[0].indices.map { column in matrix.reduce(0) { $0 + $1[column] } }
    places.append([total(whole)] + columns.map { total($0) })
    for row in matrix {
      let people = row.reduce(0, +)
      let cells = row.map { value -> Int in
        var cell = CountCell(value)
        cell.cost = 100 + value
        let index = system.add(cell)
        system.demand(index, of: people, alone: false)
        return index
      }
      places.append([total(people)] + cells)
    }
    system.grids.append(
      CountGrid(
        places, freeRows: places.map { _ in false }, freeColumns: places[0].map { _ in false }))
    system.protect()
    var out: Set<[Int]> = []
    for row in 1..<places.count {
      for column in 1..<places[row].count where system.cells[places[row][column]!].isHidden {
        out.insert([row - 1, column - 1])
      }
    }
    // Where nothing else protects, the totals go too, and nothing is left to reckon with.
    let totals = places[0].compactMap { $0 } + places.compactMap { $0[0] }
    let isSafe = system.unprotected.isEmpty && system.isProtected(system.grids[0])
    return (out, isSafe && totals.allSatisfy { system.cells[$0].isKnown })
  }

  @Test func theReferenceTableCostsNoMoreThanTheReferenceHeuristic() throws {
    let found = Self.hidden(
      [[4, 40, 35, 52], [38, 61, 47, 29], [55, 33, 7, 44], [31, 28, 60, 36]], k: 11)
    #expect(found.isSafe)
    #expect(found.all.isSuperset(of: [[0, 0], [2, 2]]))
    #expect(found.all.count <= 4)
  }

  @Test func theReferencesOwnTableToo() throws {
    guard let path = Places.shared("reference/csv/privacy/truth_tables.json") else {
      print("skipped: no ../shared/reference/csv/privacy")
      return
    }
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    let file = try #require(json as? [String: Any])
    let k = try #require(file["k"] as? Int)
    var (ours, reference) = (0, 0)
    for (name, table) in try #require(file["tables"] as? [String: [String: Any]]).sorted(
      by: { $0.key < $1.key })
    {
      let found = Self.hidden(try #require(table["M"] as? [[Int]]), k: k)
      let most = try #require(table["reference_hidden"] as? Int)
      #expect(found.isSafe, "\(name)")
      #expect(found.all.count <= most, "\(name)")
      print("cost of protection, \(name): \(found.all.count) cells hidden, reference \(most)")
      ours += found.all.count
      reference += most
    }
    print("cost of protection, in all: \(ours) cells hidden, reference \(reference)")
    #expect(reference > 0 && ours <= reference)
  }

  /// All but a few cite the one theme of a table: the few are not told. Where nothing else could be
  /// said, everybody is no secret.
  @Test(arguments: [(85, 92, false), (92, 92, true), (60, 92, true)])
  func theOnlyRowOfATableIsProtectedToo(_ count: Int, _ people: Int, isShown: Bool) {
    let table = Table(
      id: TableID(source: "s", name: "themes"), kind: .themes, title: Bilingual("T"),
      sources: [Source(id: "s", label: Bilingual("S"))],
      stub: [StubItem(code: "calm", label: Bilingual("Calme"), kind: .theme)],
      banner: [
        BannerItem(
          code: nil, label: Bilingual("Tous"), source: "s",
          base: Base(n: people, text: Bilingual("b")))
      ],
      cells: [[Cell(count: count, shares: [Share(of: .respondents, count, over: people)])]])
    let out = Disclosure(DisclosureThresholds(base: 11, cell: 11)).publicEdition(of: [table])
    #expect((out[0].table.cells[0][0].protection == nil) == isShown)
  }

  /// Small tables at random against every table that agrees with what is shown.
  @Test(arguments: 0..<30) func exhaustiveSearchFindsOutNothing(seed: Int) {
    var state = UInt64(seed + 1)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let k = 3
    let matrix = (0..<3).map { _ in (0..<3).map { _ in next(4) == 0 ? next(3) : next(7) } }
    let found = Self.hidden(matrix, k: k)
    guard found.isSafe else { return }
    let free = found.all.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    if free.isEmpty || free.count > 5 { return }
    var ranges = [ClosedRange<Int>?](repeating: nil, count: free.count)
    let rows = matrix.map { $0.reduce(0, +) }
    let columns = matrix[0].indices.map { column in matrix.reduce(0) { $0 + $1[column] } }
    var trial = matrix
    func visit(_ place: Int) {
      if place == free.count {
        guard trial.map({ $0.reduce(0, +) }) == rows,
          columns == trial[0].indices.map({ c in trial.reduce(0) { $0 + $1[c] } })
        else { return }
        for (index, cell) in free.enumerated() {
          let value = trial[cell[0]][cell[1]]
          ranges[index] =
            ranges[index].map { min($0.lowerBound, value)...max($0.upperBound, value) }
            ?? value...value
        }
        return
      }
      for value in 0...min(rows[free[place][0]], columns[free[place][1]]) {
        trial[free[place][0]][free[place][1]] = value
        visit(place + 1)
      }
    }
    visit(0)
    for (range, cell) in zip(ranges, free) {
      let value = matrix[cell[0]][cell[1]]
      #expect(range.map { $0.count > 1 } == true, "R1 \(matrix) \(cell)")
      if value > 0, value < k, let range {
        #expect(range.upperBound - range.lowerBound >= k - 1, "R2 \(matrix) \(cell)")
        #expect(range.upperBound >= k, "R3 \(matrix) \(cell)")
      }
    }
    for (row, line) in matrix.enumerated() {
      for (column, value) in line.enumerated() where value > 0 && value < k {
        #expect(found.all.contains([row, column]), "R5")
      }
    }
  }

  @Test func everyFigureOfACellHasARule() {
    let properties = Set(Mirror(reflecting: Cell()).children.compactMap(\.label))
    let ruled = DerivedFigure.ownProperties.union(DerivedFigure.allCases.map(\.property))
    #expect(
      properties == ruled,
      "a new figure of Cell needs a case in DerivedFigure, or stays unpublished")
  }
}
