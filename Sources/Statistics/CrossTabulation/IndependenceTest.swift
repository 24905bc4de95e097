/// The test of independence that fits a table, with the reason and the conditions of the choice.
public struct IndependenceTest: Sendable, Equatable {
  public let method: Method
  public let reason: Reason
  public let conditions: Conditions
  /// The p-value of the method, or why there is none.
  public let p: Estimated<Double>
  /// Chi-squared or F; none for exact tests.
  public let statistic: Double?
  public let degreesOfFreedom: [Double]

  public enum Method: Hashable, Sendable {
    /// Rao-Scott, second order.
    case raoScott
    case pearson
    case fisher
    case monteCarlo(draws: Int, seed: UInt64)
  }

  public enum Reason: Hashable, Sendable {
    /// Weights, strata or clusters: the chi-squared of the counts would lie.
    case complexDesign
    /// All expected counts are large enough (Cochran 1954: none below 1, at most a fifth below 5; in
    /// a 2 × 2 table none below 5).
    case expectedCountsSuffice
    case smallExpectedCounts
    /// Small expected counts, and the exact test would take more than `FisherExact` allows.
    case exactTestTooLong
  }

  /// What the choice looked at.
  public struct Conditions: Hashable, Sendable {
    public let minimumExpected: Double
    public let shareExpectedBelow5: Double
    public let rowsUsed: Int
    public let columnsUsed: Int
  }

  /// Chooses and makes the test over the people of `domain` who answered both questions.
  ///
  /// - Parameter seed: of the simulation, if one is needed.
  /// - Returns: `tooFewCategories` or `emptyBase` when there is nothing to test.
  public static func of(
    _ rows: CodeColumn, by columns: CodeColumn, design: SurveyDesign, in domain: Domain,
    seed: UInt64, draws: Int = 9_999, workLimit: Int = FisherExact.standardWorkLimit
  ) -> Estimated<IndependenceTest> {
    let counts = ContingencyTable(counting: rows, by: columns, in: domain)
    guard counts.total > 0 else { return .failure(.emptyBase) }
    return TableTests.of(counts).map { tests in
      guard design.isSimple else {
        return complex(rows, columns, design, domain, Conditions(tests))
      }
      return simple(counts, tests, seed: seed, draws: draws, workLimit: workLimit)
    }
  }

  private static func complex(
    _ rows: CodeColumn, _ columns: CodeColumn, _ design: SurveyDesign, _ domain: Domain,
    _ conditions: Conditions
  ) -> IndependenceTest {
    let test = RaoScottTest.of(rows, by: columns, design: design, in: domain)
    let f = test.value?.secondOrder
    return IndependenceTest(
      method: .raoScott, reason: .complexDesign, conditions: conditions,
      p: test.map(\.secondOrder.p), statistic: f?.value,
      degreesOfFreedom: f.map { [$0.numeratorDF, $0.denominatorDF] } ?? [])
  }

  private static func simple(
    _ counts: ContingencyTable, _ tests: TableTests, seed: UInt64, draws: Int, workLimit: Int
  ) -> IndependenceTest {
    let conditions = Conditions(tests)
    let isSquare = tests.twoByTwo != nil
    let suffices =
      isSquare
      ? tests.minimumExpected >= 5
      : tests.minimumExpected >= 1 && tests.shareExpectedBelow5 <= 0.2
    if suffices {
      return IndependenceTest(
        method: .pearson, reason: .expectedCountsSuffice, conditions: conditions,
        p: .success(tests.p), statistic: tests.chiSquared,
        degreesOfFreedom: [Double(tests.degreesOfFreedom)])
    }
    if case .success(let p) = FisherExact.p(counts, workLimit: workLimit) {
      return IndependenceTest(
        method: .fisher, reason: .smallExpectedCounts, conditions: conditions, p: .success(p),
        statistic: nil, degreesOfFreedom: [])
    }
    let simulated = MonteCarloTest.of(counts, draws: draws, seed: seed)
    return IndependenceTest(
      method: .monteCarlo(draws: draws, seed: seed), reason: .exactTestTooLong,
      conditions: conditions, p: simulated.map(\.p), statistic: tests.chiSquared,
      degreesOfFreedom: [])
  }
}

extension IndependenceTest.Conditions {
  fileprivate init(_ tests: TableTests) {
    self.init(
      minimumExpected: tests.minimumExpected, shareExpectedBelow5: tests.shareExpectedBelow5,
      rowsUsed: tests.rowsUsed, columnsUsed: tests.columnsUsed)
  }
}
