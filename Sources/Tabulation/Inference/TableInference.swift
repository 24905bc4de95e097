internal import Statistics
internal import SurveyModel

/// What may be claimed of the numbers of a table: intervals, comparisons of columns, tests.
struct TableInference {
  /// How the rows of a table share out the people.
  enum Rows { case oneAnswer, severalAnswers, untested }

  let sample: SampleDesign
  let views: [AnswerView]
  let columns: [SampledColumn]
  let grouping: Grouping?
  /// For each row of the table the rows of the view that it counts; `nil`: it has no shares.
  let targets: [[Int]?]
  let rows: Rows

  /// Columns with fewer people are not compared: the approximation is poor there, and "2 of 3" is no
  /// finding.
  static let comparedFrom = 30
  /// Draws of a simulated p (as R's), and where they start.
  static let draws = 1_999
  static let seed: UInt64 = 2_023
  /// Steps of Fisher's test before a simulation takes its place.
  static let exactSteps = 200_000
  /// Beyond so many products of covariances, options are tested one by one only.
  static let mostProducts = 200_000_000

  var design: SurveyDesign { sample.design }

  /// What was found, laid out as the table.
  struct Findings {
    var cells: [[CellInference]]
    var letters: [String?]
    var effective: [EffectiveBase?]
    /// Each with the row that is tested alone.
    var tests: [(row: Int?, test: TableTest)]
    /// Why intervals are lacking.
    var gaps: Set<Undefined>
    var hasExact: Bool
    var hasFinitePopulation: Bool
  }

  func findings() -> Findings {
    let domains = self.domains()
    let mentions = views.map(self.mentions)
    var found = Findings(
      cells: targets.map { _ in columns.map { _ in CellInference() } },
      letters: columns.map { _ in nil }, effective: columns.map { _ in nil }, tests: [], gaps: [],
      hasExact: false, hasFinitePopulation: false)
    let estimates = columns.indices.map { column in
      design.shares(of: mentions[columns[column].view], base: .asked, in: domains[column]).value
    }
    for (column, estimates) in estimates.enumerated() {
      guard let estimates, let base = estimates.first?.base else { continue }
      if design.isWeighted, let size = base.effectiveSize.value,
        let effect = base.designEffect.value
      {
        found.effective[column] = EffectiveBase(size: size, designEffect: effect)
      }
      for row in targets.indices where targets[row] != nil {
        setInterval(row, column, estimates[row], &found)
      }
    }
    let compared = columns.indices.filter { columns[$0].group != nil }
    if grouping != nil, compared.count > 1 {
      for (place, column) in compared.enumerated() {
        found.letters[column] = ColumnComparison.letter(place)
      }
      let comparison = ColumnFindings(
        inference: self, mentions: mentions[0], columns: compared,
        domains: compared.map { domains[$0] },
        estimates: compared.map { estimates[$0] })
      comparison.add(to: &found)
      found.tests = comparison.tests()
    }
    return found
  }

  private func setInterval(
    _ row: Int, _ column: Int, _ estimate: ShareEstimate, _ found: inout Findings
  ) {
    // A share that the margins fix has no error but that of arithmetic.
    if design.isWeighted, let error = estimate.standardError.value, error < 1e-9,
      estimate.share > 0, estimate.share < 1
    {
      found.gaps.insert(.noVariation)
      return
    }
    let population = columns[column].population
    let (exact, interval) = estimate.standardInterval(
      level: CellInference.level, population: population)
    switch interval {
    case .success(let interval):
      found.cells[row][column].interval = Limits(
        low: 100 * interval.lower, high: 100 * interval.upper)
      found.hasExact = found.hasExact || exact
      found.hasFinitePopulation = found.hasFinitePopulation || (exact && population != nil)
    case .failure(let reason): found.gaps.insert(reason)
    }
  }

  // MARK: people

  /// One option a row of the table; whoever answered is in the base, also without a mention.
  func mentions(_ view: AnswerView) -> MentionColumn {
    var lists: [[Int]] = view.rows.map { _ in [] }
    for (row, target) in targets.enumerated() {
      guard let target else { continue }
      for code in view.rows.indices where view.rows[code].contains(where: target.contains) {
        lists[code].append(row)
      }
    }
    let codes = view.codes.toArray()
    guard
      let column = try? MentionColumn(
        lists: codes.map { lists[$0] }, optionCount: targets.count,
        asked: codes.map { view.missing[$0] == nil })
    else { preconditionFailure("lists hold rows of the table") }
    return column
  }

  func domains() -> [Domain] {
    guard let grouping else { return columns.map { _ in design.everyone } }
    let codes = grouping.codes.toArray()
    return columns.map { column in
      guard let group = column.group else { return design.everyone }
      let inside = grouping.groups.map { $0.contains(group) }
      return design.domain(where: codes.map { inside[$0] })
    }
  }
}
