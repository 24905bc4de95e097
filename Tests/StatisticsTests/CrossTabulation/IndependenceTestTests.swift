import Testing

@testable import Statistics

@Suite struct IndependenceTestTests {
  private static func columns(_ table: [[Int]]) throws -> (CodeColumn, CodeColumn, SurveyDesign) {
    var (rows, columns): ([Int32], [Int32]) = ([], [])
    for (r, line) in table.enumerated() {
      for (c, count) in line.enumerated() {
        rows += [Int32](repeating: Int32(r), count: count)
        columns += [Int32](repeating: Int32(c), count: count)
      }
    }
    return (
      try CodeColumn(rows, categoryCount: table.count),
      try CodeColumn(columns, categoryCount: table[0].count),
      try SurveyDesign.simpleRandom(rowCount: rows.count)
    )
  }

  private static func test(_ table: [[Int]], workLimit: Int = 1_000_000) throws -> IndependenceTest?
  {
    let (rows, columns, design) = try columns(table)
    return IndependenceTest.of(
      rows, by: columns, design: design, in: design.everyone, seed: 1, draws: 2_000,
      workLimit: workLimit
    ).value
  }

  @Test func theChoiceFollowsTheCounts() throws {
    let large = try Self.test([[30, 20], [15, 40]])
    #expect(large?.method == .pearson)
    #expect(large?.reason == .expectedCountsSuffice)
    let small = try Self.test([[3, 1], [1, 3]])
    #expect(small?.method == .fisher)
    #expect(isClose(small?.p.value, 34.0 / 70))
    let sparse = try Self.test([[9, 2, 0, 1], [1, 8, 3, 0], [2, 0, 7, 9]], workLimit: 20)
    #expect(sparse?.method == .monteCarlo(draws: 2_000, seed: 1))
    #expect(sparse?.reason == .exactTestTooLong)
    #expect(sparse?.conditions.minimumExpected ?? 9 < 5)
  }

  @Test func simulationIsNearTheExactTestAndRepeats() throws {
    let table = ContingencyTable(Matrix([[6, 1, 0], [2, 5, 3], [1, 2, 7]]))
    let a = try #require(MonteCarloTest.of(table, draws: 4_000, seed: 9).value)
    #expect(a == MonteCarloTest.of(table, draws: 4_000, seed: 9).value)
    // The statistics differ (chi-squared here, probability there), the order of tables hardly.
    let exact = try #require(FisherExact.p(table).value)
    #expect(abs(a.p - exact) < 0.004)
    #expect(a.standardError < 0.002)
  }

  @Test func equalWeightsGiveChiSquaredBack() throws {
    // In a simple random sample all design effects are n / (n - 1).
    let (rows, columns, _) = try Self.columns([[12, 7, 4], [5, 9, 11]])
    let design = try SurveyDesign(rowCount: 48, weights: [Double](repeating: 2, count: 48))
    let rao = try #require(
      RaoScottTest.of(rows, by: columns, design: design, in: design.everyone).value)
    let pearson = try #require(
      TableTests.of(ContingencyTable(counting: rows, by: columns, in: design.everyone)).value)
    #expect(isClose(rao.chiSquared, pearson.chiSquared, 1e-12))
    #expect(isClose(rao.secondOrder.value, pearson.chiSquared / 2 * 47 / 48, 1e-9))
    #expect(isClose(rao.secondOrder.numeratorDF, 2, 1e-9))
    let choice = IndependenceTest.of(
      rows, by: columns, design: design, in: design.everyone, seed: 1
    ).value
    #expect(choice?.method == .raoScott)
    #expect(choice?.reason == .complexDesign)
  }

  @Test func aSingularCovarianceNamesTheEmptyCells() throws {
    // Two blocks: no path of people links them.
    let (rows, columns, _) = try Self.columns([[4, 0, 0], [0, 5, 0], [0, 0, 6]])
    let weights = (0..<15).map { 1 + Double($0 % 3) }
    let design = try SurveyDesign(rowCount: 15, weights: weights)
    let found = RaoScottTest.of(rows, by: columns, design: design, in: design.everyone)
    guard case .failure(.singularCovariance(let cells)) = found else {
      Issue.record("expected a singular covariance, found \(found)")
      return
    }
    #expect(cells.count == 6)
    #expect(cells.first == Undefined.Cell(row: 0, column: 1))
  }

  @Test func reasonsWhenThereIsNothingToTest() throws {
    let (rows, columns, design) = try Self.columns([[3, 4], [0, 0]])
    let found = IndependenceTest.of(rows, by: columns, design: design, in: design.everyone, seed: 1)
    #expect(found.reason == .tooFewCategories(rows: 1, columns: 2))
    let nobody = design.domain(where: [Bool](repeating: false, count: 7))
    #expect(
      IndependenceTest.of(rows, by: columns, design: design, in: nobody, seed: 1).reason
        == .emptyBase)
  }

  @Test func lettersPointDown() {
    let table = ContingencyTable(Matrix([[60, 30, 58], [40, 70, 42]]))
    let comparison = ColumnComparison(table)
    let letters = comparison.columnsBelow(table: table)
    #expect(letters[0] == [[1], [], [1]])
    #expect(letters[1] == [[], [0, 2], []])
    #expect(comparison.columnsBelow(minimumBase: 200, table: table)[0] == [[], [], []])
    #expect(
      [0, 25, 26, 27, 701, 702].map(ColumnComparison.letter) == ["A", "Z", "AA", "AB", "ZZ", "AAA"])
  }
}
