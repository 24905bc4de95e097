internal import Statistics
internal import SurveyModel

/// The columns of a table against each other: residuals, letters, tests.
struct ColumnFindings {
  let inference: TableInference
  let mentions: MentionColumn
  /// Positions in the table, in order.
  let columns: [Int]
  let domains: [Domain]
  let estimates: [[ShareEstimate]?]
  private let grouping: Grouping
  private let view: AnswerView
  /// Nobody is in two columns.
  private let isDisjoint: Bool

  init(
    inference: TableInference, mentions: MentionColumn, columns: [Int], domains: [Domain],
    estimates: [[ShareEstimate]?]
  ) {
    self.inference = inference
    self.mentions = mentions
    self.columns = columns
    self.domains = domains
    self.estimates = estimates
    // The caller compares columns of a grouping only.
    grouping = inference.grouping!
    // Columns by group are of one view.
    view = inference.views[0]
    isDisjoint = grouping.groups.allSatisfy { $0.count <= 1 }
  }

  private var design: SurveyDesign { inference.design }

  func add(to found: inout TableInference.Findings) {
    for row in inference.targets.indices where inference.targets[row] != nil {
      let table = self.table(row)
      let below = letters(row, table)
      for (place, column) in columns.enumerated() {
        found.cells[row][column].letters = below[place].map(ColumnComparison.letter)
        if isDisjoint {
          found.cells[row][column].residual = table.adjustedResidual(0, place)
          found.cells[row][column].maximalDeviation =
            table.localMaximalDeviation(0, place).map { 100 * $0 }
        }
      }
    }
  }

  /// "In the row or not" by column. Weighted tables count as many people as their weights leave, so
  /// that residuals do not exaggerate.
  private func table(_ row: Int) -> ContingencyTable {
    var cells = Matrix(rows: 2, columns: columns.count)
    var (sum, squares) = (0.0, 0.0)
    for (place, estimates) in estimates.enumerated() {
      guard let estimate = estimates?[row] else { continue }
      let hit = design.isWeighted ? estimate.weight : Double(estimate.count)
      let base = design.isWeighted ? estimate.base.sum : Double(estimate.base.count)
      cells[0, place] = hit
      cells[1, place] = max(0, base - hit)
      sum += estimate.base.sum
      squares += estimate.base.sumOfSquares
    }
    let table = ContingencyTable(cells)
    return design.isWeighted && squares > 0 ? table.rescaled(to: sum * sum / squares) : table
  }

  private func letters(
    _ row: Int, _ table: ContingencyTable
  ) -> [[Int]] {
    if isDisjoint, !design.isWeighted {
      return ColumnComparison(table).columnsBelow(
        level: CellInference.level, minimumBase: Double(TableInference.comparedFrom), table: table)[
          0]
    }
    let none = [[Int]](repeating: [], count: columns.count)
    guard columns.count * columns.count * design.rowCount < TableInference.mostProducts else {
      return none
    }
    let values = mentions.indicator(of: row, base: .asked).codes.map { $0 < 0 ? nil : Double($0) }
    let answering = domains.map { design.restrict($0, where: values.map { $0 != nil }) }
    let comparison = try? DomainComparison(
      of: values, among: answering, design: design, minimumBase: TableInference.comparedFrom)
    return comparison?.domainsBelow(count: columns.count, level: CellInference.level) ?? none
  }

  // MARK: tests

  func tests() -> [(row: Int?, test: TableTest)] {
    guard isDisjoint, let groups = groupColumn else { return [] }
    switch inference.rows {
    case .untested: return []
    case .oneAnswer: return oneAnswerTest(groups).map { [(nil, $0)] } ?? []
    case .severalAnswers: return severalAnswersTests(groups)
    }
  }

  private var groupColumn: Statistics.CodeColumn? {
    var places = [Int32](repeating: -1, count: grouping.groupCount)
    for (place, column) in columns.enumerated() {
      if let group = inference.columns[column].group { places[group] = Int32(place) }
    }
    let codes = grouping.codes.toArray().map { code in
      grouping.groups[code].first.map { places[$0] } ?? -1
    }
    return try? Statistics.CodeColumn(codes, categoryCount: columns.count)
  }

  private func oneAnswerTest(_ groups: Statistics.CodeColumn) -> TableTest? {
    let lists = view.rows
    let codes = view.codes.toArray().map { code in
      view.missing[code] == nil ? lists[code].first.map { Int32($0) } ?? -1 : -1
    }
    guard let rows = try? Statistics.CodeColumn(codes, categoryCount: view.rowCount) else {
      return nil
    }
    return test(rows, groups)
  }

  private func severalAnswersTests(
    _ groups: Statistics.CodeColumn
  ) -> [(row: Int?, test: TableTest)] {
    let options = inference.targets.indices.filter { inference.targets[$0] != nil }
    var tests: [(row: Int?, test: TableTest)] = options.compactMap { option in
      test(mentions.indicator(of: option, base: .asked), groups).map { (option, $0) }
    }
    let adjusted = MultipleTesting.holm.adjusted(tests.map(\.test.p))
    for index in tests.indices { tests[index].test.adjustedP = adjusted[index] }
    let cells = options.count * columns.count
    guard cells * cells * design.rowCount < TableInference.mostProducts,
      let all = MarginalHomogeneityTest.of(
        mentions, by: groups, design: design, in: design.everyone, base: .asked
      ).value
    else { return tests }
    let people = design.domain(of: mentions, base: .asked, in: design.everyone)
    let whole = TableTest(
      method: .marginalHomogeneity, statistic: all.f,
      degreesOfFreedom: [all.numeratorDF, all.denominatorDF], p: all.p,
      n: design.restrict(people, to: groups).count)
    return [(nil, whole)] + tests
  }

  private func test(
    _ rows: Statistics.CodeColumn, _ groups: Statistics.CodeColumn
  ) -> TableTest? {
    guard
      let test = IndependenceTest.of(
        rows, by: groups, design: design, in: design.everyone, seed: TableInference.seed,
        draws: TableInference.draws, workLimit: TableInference.exactSteps
      ).value, let p = test.p.value
    else { return nil }
    let counts = ContingencyTable(counting: rows, by: groups, in: design.everyone)
    let table =
      design.isWeighted
      ? ContingencyTable(weighing: rows, by: groups, design: design, domain: design.everyone)
        .rescaled(to: counts.total) : counts
    let measures = TableTests.of(table).value
    return TableTest(
      method: TableTest.Method(test.method), statistic: test.statistic,
      degreesOfFreedom: test.degreesOfFreedom, p: p, cramersV: measures?.cramersV,
      maximalDeviation: measures?.globalMaximalDeviation.map { 100 * $0 }, n: Int(counts.total))
  }
}

extension TableTest.Method {
  init(_ method: IndependenceTest.Method) {
    switch method {
    case .raoScott: self = .raoScott
    case .pearson: self = .pearson
    case .fisher: self = .fisher
    case .monteCarlo(let draws, let seed): self = .monteCarlo(draws: draws, seed: seed)
    }
  }
}
