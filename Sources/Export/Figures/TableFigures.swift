import SurveyModel
public import Tabulation

/// Every number of a table that may be printed, cell by cell.
public struct TableFigures: Sendable {
  /// The figures of a column's heading.
  public struct Column: Sendable, Hashable {
    public var base: Figure
    public var weightedBase: Figure?
    public var mentions: Figure?
    public var weightedMentions: Figure?
    public var effectiveBase: Figure?
    public var designEffect: Figure?
    var all: [Figure] {
      [base]
        + [weightedBase, mentions, weightedMentions, effectiveBase, designEffect]
        .compactMap { $0 }
    }
  }

  /// The figures of a cell.
  public struct Entry: Sendable, Hashable {
    public var count: Figure?
    public var weightedCount: Figure?
    /// In the order of the cell's shares.
    public var shares: [ShareFigures]
    public var value: Figure?
    public var rank: Figure?
    /// Of a tick box: left open, and not displayed.
    public var notTicked: Figure?
    public var notDisplayed: Figure?
    /// Of the first share, or of the value.
    public var interval: Range?
    public var rankRange: Range?
    public var residual: Figure?
    public var maximalDeviation: Figure?
    /// The columns whose share is significantly smaller.
    public var letters: [String] = []
    func visit(_ body: (Figure) -> Void) {
      count.map(body)
      weightedCount.map(body)
      for share in shares {
        body(share.percent)
        share.weighted.map(body)
      }
      value.map(body)
      rank.map(body)
      notTicked.map(body)
      notDisplayed.map(body)
      interval.map { $0.visit(body) }
      rankRange.map { $0.visit(body) }
      residual.map(body)
      maximalDeviation.map(body)
    }
  }

  /// Two ends.
  public struct Range: Sendable, Hashable {
    public var low: Figure
    public var high: Figure

    func visit(_ body: (Figure) -> Void) {
      body(low)
      body(high)
    }
  }

  /// The figures of a test.
  public struct Test: Sendable, Hashable {
    public var test: TableTest
    public var statistic: Figure?
    public var freedom: [Figure]
    public var p: Figure
    public var adjustedP: Figure?
    public var cramersV: Figure?
    public var maximalDeviation: Figure?
    var all: [Figure] {
      [statistic].compactMap { $0 } + freedom + [p]
        + [adjustedP, cramersV, maximalDeviation].compactMap { $0 }
    }
  }

  /// A percentage, and the same weighted.
  public struct ShareFigures: Sendable, Hashable {
    public var of: Share.Of
    public var percent: Figure
    public var weighted: Figure?
    /// The one that charts and bars draw: weighted where there are weights.
    public var drawn: Figure { weighted ?? percent }
  }

  public var columns: [Column]
  /// `entries[row][column]`.
  public var entries: [[Entry]]
  public var tests: [Test]
}

/// Every number of a table that may be printed: the only way from a table to text.
public func figures(of publishable: PublishableTable) -> TableFigures {
  let table = publishable.table
  let hasRanks = table.hasRanks
  return TableFigures(
    columns: table.banner.map(columnFigures),
    entries: table.cells.map { row in
      let decimals = row.allSatisfy { isWhole($0.value) } ? 0 : 2
      return row.indices.map { column in
        // Years and changes of one indicator are of different kinds, each with decimals of its own.
        let own = table.kind == .contributions ? (isWhole(row[column].value) ? 0 : 1) : decimals
        return row[column].protection == nil
          ? entry(
            row[column], base: table.banner[column].base.n, decimals: own, hasRanks: hasRanks)
          : hiddenEntry(row[column], table.banner[column], isWeighted: table.isWeighted)
      }
    }, tests: table.tests.map(test))
}

/// Means and scores have two decimals, unless the whole row does without (medians, points).
private func isWhole(_ value: Double?) -> Bool {
  guard let value, value.isFinite else { return true }
  return value == value.rounded(.towardZero)
}

private func columnFigures(_ item: BannerItem) -> TableFigures.Column {
  func figure(_ measure: Figure.Measure, _ base: Base) -> Figure {
    base.protection.map { Figure(measure, nil, status: Figure.Status(base: $0)) }
      ?? Figure(measure, .whole(base.n), base: base.n)
  }
  func weighted(_ measure: Figure.Measure, _ value: Double?) -> Figure? {
    value.map { Figure(measure, .real($0, decimals: Figure.decimals)) }
  }
  return TableFigures.Column(
    base: figure(.base, item.base),
    weightedBase: weighted(.weightedBase, item.base.weighted),
    mentions: item.mentions.map { figure(.mentions, $0) },
    weightedMentions: weighted(.weightedMentions, item.mentions?.weighted),
    effectiveBase: weighted(.effectiveBase, item.effective?.size),
    designEffect: item.effective.map {
      Figure(.designEffect, .real($0.designEffect, decimals: 2), base: item.base.n)
    })
}

/// What a withheld cell would have held.
private func hiddenEntry(
  _ cell: Cell, _ item: BannerItem, isWeighted: Bool
) -> TableFigures.Entry {
  func hidden(_ measure: Figure.Measure) -> Figure {
    Figure(measure, nil, status: .hiddenCell)
  }
  let isStatistic = cell.withheld.contains(.value)
  return TableFigures.Entry(
    count: isStatistic ? nil : hidden(.count),
    weightedCount: isWeighted && !cell.shares.isEmpty ? hidden(.weightedCount) : nil,
    shares: cell.shares.map {
      TableFigures.ShareFigures(
        of: $0.of, percent: hidden(.percent($0.of)),
        weighted: isWeighted ? hidden(.weightedPercent($0.of)) : nil)
    }, value: isStatistic ? hidden(.value) : nil,
    rank: cell.withheld.contains(.rank) ? hidden(.rank) : nil)
}

private func entry(
  _ cell: Cell, base: Int, decimals: Int, hasRanks: Bool
) -> TableFigures.Entry {
  let shares = cell.shares.map { share in
    share.protection == nil
      ? TableFigures.ShareFigures(
        of: share.of, percent: percent(share),
        weighted: share.weightedNumerator == nil ? nil : weightedPercent(share))
      : TableFigures.ShareFigures(
        of: share.of, percent: Figure(.percent(share.of), nil, status: .hiddenCell),
        weighted: cell.weightedCount == nil
          ? nil : Figure(.weightedPercent(share.of), nil, status: .hiddenCell))
  }
  var value = cell.value.flatMap { number in
    number.isFinite ? Figure(.value, .real(number, decimals: decimals), base: base) : nil
  }
  var rank = cell.rank.map {
    Figure(.rank, .whole($0.position), base: base, isTied: $0.isTied)
  }
  if cell.withheld.contains(.value) {
    value = Figure(.value, nil, status: .hiddenCell, base: base)
  }
  if cell.withheld.contains(.rank) {
    rank = Figure(.rank, nil, status: .hiddenCell, base: base)
  }
  if cell.reason != nil {
    let status: Figure.Status = base == 0 ? .noBase : .notAllowed
    if value == nil, cell.count == nil { value = Figure(.value, nil, status: status, base: base) }
    if rank == nil, hasRanks, cell.count != nil, !cell.shares.isEmpty {
      rank = Figure(.rank, nil, status: status, base: base)
    }
  }
  let inference = cell.inference
  return TableFigures.Entry(
    count: cell.count.map { Figure(.count, .whole($0), base: base) },
    weightedCount: cell.weightedCount.map {
      Figure(.weightedCount, .real($0, decimals: Figure.decimals), base: base)
    },
    shares: shares, value: value, rank: rank,
    notTicked: cell.untickedCount.map { Figure(.notTicked, .whole($0)) },
    notDisplayed: cell.undisplayedCount.map { Figure(.notDisplayed, .whole($0)) },
    interval: inference?.interval.map {
      interval($0, isShare: !cell.shares.isEmpty, base: base)
    },
    rankRange: inference?.rankRange.map {
      TableFigures.Range(
        low: Figure(.rankBest, .whole($0.lowerBound), base: base),
        high: Figure(.rankWorst, .whole($0.upperBound), base: base))
    },
    residual: inference?.residual.map { Figure(.residual, .real($0, decimals: 2), base: base) },
    maximalDeviation: inference?.maximalDeviation.map {
      Figure(.maximalDeviation, .real($0, decimals: Figure.decimals), base: base)
    },
    letters: inference?.letters ?? [])
}

private func interval(_ limits: Limits, isShare: Bool, base: Int) -> TableFigures.Range {
  let decimals = isShare ? Figure.decimals : 2
  return TableFigures.Range(
    low: Figure(
      isShare ? .percentLow : .valueLow, .real(limits.low, decimals: decimals), base: base),
    high: Figure(
      isShare ? .percentHigh : .valueHigh, .real(limits.high, decimals: decimals), base: base))
}

private func test(_ test: TableTest) -> TableFigures.Test {
  func figure(_ measure: Figure.Measure, _ value: Double?, decimals: Int) -> Figure? {
    value.map { Figure(measure, .real($0, decimals: decimals), base: test.n) }
  }
  let freedom = zip([Figure.Measure.testFreedom, .testFreedomBelow], test.degreesOfFreedom)
  return TableFigures.Test(
    test: test, statistic: figure(.testStatistic, test.statistic, decimals: 2),
    freedom: freedom.map { measure, value in
      Figure(
        measure, .real(value, decimals: value == value.rounded() ? 0 : 1), base: test.n)
    },
    p: Figure(.testP, .real(test.p, decimals: 3), base: test.n),
    adjustedP: figure(.testAdjustedP, test.adjustedP, decimals: 3),
    cramersV: figure(.cramersV, test.cramersV, decimals: 2),
    maximalDeviation: figure(.maximalDeviation, test.maximalDeviation, decimals: 1))
}

private func percent(_ share: Share) -> Figure {
  share.denominator > 0
    ? Figure(
      .percent(share.of), .share(share.numerator, over: share.denominator),
      base: share.denominator)
    : Figure(.percent(share.of), nil, status: .noBase, base: share.denominator)
}

private func weightedPercent(_ share: Share) -> Figure {
  guard let value = share.weightedPercent, value.isFinite else {
    return Figure(.weightedPercent(share.of), nil, status: .noBase, base: share.denominator)
  }
  return Figure(
    .weightedPercent(share.of), .real(value, decimals: Figure.decimals), base: share.denominator)
}
