internal import SurveyModel

/// Makes the public form of one table: what the system hides is left out, and what is made from it.
///
/// The table, its headings and its cells are made anew, so that only what is named here is copied.
struct TableProtector {
  let system: CountSystem
  let counts: TableCounts
  let table: Table

  func protected() -> Table {
    var out = Table(
      id: table.id, kind: table.kind, title: table.title, question: table.question, by: table.by,
      sources: table.sources, stub: table.stub,
      banner: table.banner.indices.map { heading(table.banner[$0], $0) },
      cells: table.stub.indices.map { row in table.banner.indices.map { cell(row, $0) } },
      notes: table.notes.filter { !table.notesWithCounts.contains($0) })
    addDerived(to: &out)
    dropTellingWeights(from: &out)
    addInference(to: &out)
    dropMissing(from: &out)
    reorder(&out)
    return out
  }

  private func isHidden(_ cell: Int?) -> Bool {
    guard let cell else { return false }
    return system.cells[cell].isHidden
  }

  private func heading(_ item: BannerItem, _ column: Int) -> BannerItem {
    var out = BannerItem(
      code: item.code, label: item.label, source: item.source, quartier: item.quartier,
      base: item.base, mentions: item.mentions)
    let isWithout = isHidden(counts.bases[column])
    if isWithout {
      // Only a base under the threshold says why it is hidden: the threshold is declared.
      let isSmall = counts.bases[column].map { system.cells[$0].rule == .smallBase } ?? false
      out.base = withheld(item.base, isSmall ? .primary : .secondary)
    }
    if let mentions = item.mentions, isWithout || isHidden(counts.mentions[column]) {
      out.mentions = withheld(mentions, .secondary)
    }
    return out
  }

  private func withheld(_ base: Base, _ protection: Protection) -> Base {
    var out = Base(n: 0, text: base.text)
    out.protection = protection
    return out
  }

  // MARK: cells

  /// A cell without the figures made from several.
  private func cell(_ row: Int, _ column: Int) -> Cell {
    let old = table.cells[row][column]
    let isWithheld =
      switch table.stub[row].kind {
      case .option, .other, .theme: isHidden(counts.counts[row][column])
      case .net:
        isHidden(counts.bases[column])
          || parts(of: row).contains { isHidden(counts.counts[$0][column]) }
      case .statistic, .missing: false
      }
    if isWithheld {
      var cell = Cell(shares: old.shares.map { Share(of: $0.of, 0, over: 0) })
      cell.protection = .secondary
      return cell
    }
    var cell = Cell(
      count: old.count, weightedCount: old.weightedCount, shares: old.shares, reason: old.reason)
    let isWithout = isHidden(counts.bases[column])
    for index in cell.shares.indices {
      let of = cell.shares[index].of
      guard isWithout || of == .mentions && isHidden(counts.mentions[column]) else { continue }
      cell.shares[index] = Share(of: of, 0, over: 0)
      cell.shares[index].protection = .secondary
    }
    return cell
  }

  private func parts(of row: Int) -> [Int] {
    let names = Set(table.stub[row].gathers.map(\.row))
    return table.stub.indices.filter { other in
      switch table.stub[other].kind {
      case .option, .other: names.contains(table.stub[other].name)
      case .net, .theme, .statistic, .missing: false
      }
    }
  }

  // MARK: figures made from several cells

  private func addDerived(to out: inout Table) {
    let answers = table.stub.indices.filter {
      table.stub[$0].missingReason == nil && table.stub[$0].kind != .statistic
    }
    // A score adds up all ranks.
    let isRanking = table.kind == .distribution && table.banner.count > 1
    // A mean of answers that are no rows would be under no rule.
    let isOpen = out.banner.indices.map { column in
      !answers.isEmpty && out.banner[column].base.protection == nil
        && answers.allSatisfy { out.cells[$0][column].protection == nil }
    }
    var ranks = RankRoom(system: system)
    for row in table.stub.indices {
      for column in table.banner.indices {
        let old = table.cells[row][column]
        for figure in DerivedFigure.allCases where figure.isIn(old) {
          let isAllowed =
            switch figure.rule {
            case .withCell: out.cells[row][column].protection == nil
            case .withColumn:
              isRanking ? isOpen.allSatisfy { $0 } : isOpen[column]
            case .withTable: isOpen.allSatisfy { $0 }
            case .whenImplied:
              out.cells[row][column].protection == nil && out.banner[column].base.protection == nil
                && (isOpen[column]
                  || ranks.isSettled(row, among: answers, of: counts, column, table))
            case .never: false
            }
          if isAllowed {
            figure.copy(from: old, to: &out.cells[row][column])
          } else if figure.rule != .never {
            withhold(figure, row, column, &out)
          }
        }
        // A place that a small column did not have either.
        if out.cells[row][column].protection != nil, old.rank == nil, old.reason != nil {
          withhold(.rank, row, column, &out)
        }
      }
    }
  }

  private func withhold(_ figure: DerivedFigure, _ row: Int, _ column: Int, _ out: inout Table) {
    out.cells[row][column].withheld.insert(figure)
    if table.stub[row].kind == .statistic { out.cells[row][column].protection = .secondary }
  }

  /// Where everybody of a column has the same weight, which its two bases give away, the weighted
  /// sum of a row is a second equation over its hidden counts: it goes with them.
  private func dropTellingWeights(from out: inout Table) {
    guard table.banner.count > 1, out.banner.contains(where: { $0.base.weighted != nil }) else {
      return
    }
    let isTelling = table.banner.indices.dropFirst().contains { column in
      let ratios = table.cells.compactMap { row -> Double? in
        guard let count = row[column].count, count > 0 else { return nil }
        return row[column].weightedCount.map { $0 / Double(count) }
      }
      guard let low = ratios.min(), let high = ratios.max() else { return false }
      return ratios.count > 1 && high - low <= 1e-6 * high
    }
    guard isTelling else { return }
    for row in out.cells.indices where out.cells[row].contains(where: { $0.protection != nil }) {
      for column in out.cells[row].indices {
        out.cells[row][column].weightedCount = nil
        for share in out.cells[row][column].shares.indices {
          out.cells[row][column].shares[share].weightedNumerator = nil
          out.cells[row][column].shares[share].weightedDenominator = nil
        }
      }
    }
  }

  /// Records without an answer are shown where each reason has many or none; never by group.
  private func dropMissing(from out: inout Table) {
    let rows = Set(table.stub.indices.filter { table.stub[$0].missingReason != nil })
    let isSafe =
      table.banner.count == 1 && out.banner[0].base.protection == nil
      && rows.allSatisfy { !system.thresholds.isSmall(table.cells[$0][0].count ?? 0) }
    if isSafe { return }
    let kept = table.stub.indices.filter { !rows.contains($0) }
    out.stub = kept.map { table.stub[$0] }
    out.cells = kept.map { [cells = out.cells] in cells[$0] }
  }

  /// Tables of themes stand in the order of their counts, which must not tell what is hidden: hidden
  /// rows come last, by name.
  private func reorder(_ out: inout Table) {
    guard out.kind == .themes || out.kind == .priorities else { return }
    let isShown = out.cells.map { $0.first?.protection == nil }
    let order =
      out.stub.indices.filter { isShown[$0] }
      + out.stub.indices.filter { !isShown[$0] }.sorted { [stub = out.stub] in
        stub[$0].name < stub[$1].name
      }
    out.stub = order.map { [stub = out.stub] in stub[$0] }
    out.cells = order.map { [cells = out.cells] in cells[$0] }
  }
}

/// Whether what is in the open settles a rank: no hidden count of the column can reach the cell's.
private struct RankRoom {
  let system: CountSystem
  private var flows: [Int: GridFlow] = [:]

  init(system: CountSystem) { self.system = system }

  mutating func isSettled(
    _ row: Int, among answers: [Int], of counts: TableCounts, _ column: Int, _ table: Table
  ) -> Bool {
    guard table.cells[row][column].weightedCount == nil,
      let own = table.cells[row][column].count
    else { return false }
    for other in answers where other != row {
      guard let cell = counts.counts[other][column], system.cells[cell].isHidden else { continue }
      guard let grid = system.grid(of: cell) else { return false }
      var flow = flows[grid] ?? GridFlow(system.grids[grid], system.cells)
      let value = system.cells[cell].value
      let isClear =
        value < own
        ? flow.roomAbove(cell, limit: own - value) < own - value
        : value > own && flow.roomBelow(cell, limit: value - own) < value - own
      flows[grid] = flow
      if !isClear { return false }
    }
    return true
  }
}
