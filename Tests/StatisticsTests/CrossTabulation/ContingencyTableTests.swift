import Testing

@testable import Statistics

@Suite struct ContingencyTableTests {
  /// Random tables, some with empty rows and columns.
  static let tables: [ContingencyTable] = {
    var generator = Xoshiro256(seed: 21)
    return (0..<25).map { _ in
      var cells = Matrix(rows: 2 + generator.below(4), columns: 2 + generator.below(4))
      for i in cells.values.indices { cells.values[i] = Double(max(0, generator.below(12) - 3)) }
      return ContingencyTable(cells)
    }
  }()

  @Test func identities() {
    for table in Self.tables {
      guard let tests = TableTests.of(table).value else { continue }
      var (chi, residuals) = (0.0, 0.0)
      for r in 0..<table.rowCount {
        for c in 0..<table.columnCount {
          chi += table.chiSquaredContribution(r, c) ?? 0
          residuals += table.residual(r, c) ?? 0
          if let share = table.rowShare(r, c) { #expect((0...1).contains(share)) }
          if let pem = table.localMaximalDeviation(r, c) {
            #expect((-1 - 1e-12...1 + 1e-12).contains(pem))
          }
        }
      }
      #expect(isClose(chi, tests.chiSquared, 1e-12))
      #expect(abs(residuals) < 1e-9)
      #expect((0...1 + 1e-12).contains(tests.cramersV))
      if let pem = tests.globalMaximalDeviation { #expect((-1e-12...1 + 1e-12).contains(pem)) }
    }
  }

  @Test func theAdjustedResidualIsTheTestOfAColumnAgainstTheRest() {
    for table in Self.tables {
      let against = ColumnComparison.againstRest(table)
      for r in 0..<table.rowCount {
        for c in 0..<table.columnCount {
          #expect(isClose(against[r][c]?.z, table.adjustedResidual(r, c), 1e-9))
        }
      }
    }
  }

  @Test func transposingChangesNothing() {
    for table in Self.tables {
      let turned = ContingencyTable(table.observed.transposed)
      guard let a = TableTests.of(table).value, let b = TableTests.of(turned).value else {
        continue
      }
      #expect(isClose(a.chiSquared, b.chiSquared, 1e-12))
      #expect(isClose(a.globalMaximalDeviation, b.globalMaximalDeviation, 1e-9))
      #expect(isClose(a.cramersVCorrected, b.cramersVCorrected, 1e-9))
    }
  }

  @Test func undefinedCellsAreNil() {
    let table = ContingencyTable(Matrix([[4, 0, 2], [0, 0, 0]]))
    #expect(table.rowShare(1, 0) == nil)
    #expect(table.columnShare(0, 1) == nil)
    #expect(table.adjustedResidual(0, 1) == nil)
    #expect(table.pearsonResidual(1, 0) == nil)
    #expect(table.localMaximalDeviation(0, 1) == nil)
    #expect(TableTests.of(table).reason == .tooFewCategories(rows: 1, columns: 2))
    let empty = ContingencyTable(Matrix(rows: 2, columns: 2))
    #expect(empty.expected(0, 0) == nil)
    #expect(empty.totalShare(0, 0) == nil)
  }

  @Test func aTableOfFullLinkHasFullDeviation() {
    let tests = TableTests.of(ContingencyTable(Matrix([[7, 0, 0], [0, 5, 0], [0, 0, 9]]))).value
    #expect(isClose(tests?.globalMaximalDeviation, 1))
    #expect(isClose(tests?.cramersV, 1))
  }

  @Test func countsMatchANaivePass() throws {
    let (view, area) = (try Golden.codes("view", 3), try Golden.codes("area", 3))
    let design = try Golden.design("weights")
    let table = ContingencyTable(weighing: view, by: area, design: design, domain: design.everyone)
    for r in 0..<3 {
      for c in 0..<3 {
        let sum = (0..<72).filter { view.codes[$0] == r && area.codes[$0] == c }
          .reduce(0) { $0 + Golden.weights[$1] }
        #expect(isClose(table.observed[r, c], sum, 1e-13))
      }
    }
  }
}
