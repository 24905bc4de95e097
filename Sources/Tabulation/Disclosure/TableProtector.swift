internal import SurveyModel

/// Takes out of one table what the system hides, and what is made from it.
struct TableProtector {
  let system: CountSystem
  let counts: TableCounts

  func protect(_ table: Table) -> Table {
    var out = table
    out.notes.removeAll { table.notesWithCounts.contains($0) }
    out.notesWithCounts = []
    for column in table.banner.indices { protectHeading(&out.banner[column], column) }
    for row in table.stub.indices {
      for column in table.banner.indices {
        out.cells[row][column] = cell(table, row, column)
      }
    }
    protectDerived(table, &out)
    protectInference(table, &out)
    dropMissing(table, &out)
    reorder(&out)
    return out
  }

  private func state(_ cell: Int?) -> Protection? {
    guard let cell, case .hidden(let protection) = system.cells[cell].state else { return nil }
    return protection
  }

  private func protectHeading(_ item: inout BannerItem, _ column: Int) {
    func hide(_ base: inout Base, _ protection: Protection) {
      base = Base(n: 0, text: base.text)
      base.protection = protection
    }
    let base = state(counts.bases[column])
    if base != nil {
      // Only a base under the threshold says why it is hidden: the threshold is declared.
      let isSmall = counts.bases[column].map { system.cells[$0].rule == .smallBase } ?? false
      hide(&item.base, isSmall ? .primary : .secondary)
    }
    if item.mentions != nil, base != nil || state(counts.mentions[column]) != nil {
      hide(&item.mentions!, .secondary)
    }
  }

  private func cell(_ table: Table, _ row: Int, _ column: Int) -> Cell {
    let old = table.cells[row][column]
    switch table.stub[row].kind {
    case .option, .other, .theme:
      let isHidden = state(counts.counts[row][column]) ?? state(counts.bases[column])
      return isHidden == nil ? shown(old, column) : withheld(old)
    case .net:
      let isHidden =
        state(counts.bases[column]) != nil
        || parts(of: row, table).contains {
          state(counts.counts[$0][column]) != nil
        }
      return isHidden ? withheld(old) : shown(old, column)
    case .statistic, .missing: return old
    }
  }

  private func parts(of row: Int, _ table: Table) -> [Int] {
    let names = Set(table.stub[row].gathers.map(\.row))
    return table.stub.indices.filter { other in
      guard names.contains(table.stub[other].name) else { return false }
      switch table.stub[other].kind {
      case .option, .other: return true
      case .net, .theme, .statistic, .missing: return false
      }
    }
  }

  /// Only what every cell has of its own is kept: a figure that this list does not know stays out.
  private func shown(_ old: Cell, _ column: Int) -> Cell {
    var cell = Cell(
      count: old.count, weightedCount: old.weightedCount, shares: old.shares, value: old.value,
      rank: old.rank, reason: old.reason)
    let mentionsHidden = state(counts.mentions[column]) != nil
    for index in cell.shares.indices where cell.shares[index].of == .mentions && mentionsHidden {
      cell.shares[index] = Share(of: .mentions, 0, over: 0)
      cell.shares[index].protection = .secondary
    }
    return cell
  }

  private func withheld(_ old: Cell) -> Cell {
    var cell = Cell(shares: old.shares.map { Share(of: $0.of, 0, over: 0) })
    // What has no number has no secret: a theme that was not offered, an empty base.
    if old.count == nil { return old }
    cell.protection = .secondary
    if old.rank != nil || old.reason != nil { cell.withheld.insert(.rank) }
    return cell
  }

  // MARK: figures made from several cells

  private func protectDerived(_ table: Table, _ out: inout Table) {
    for column in table.banner.indices {
      let body = table.stub.indices.filter { table.stub[$0].missingReason == nil }
      let isHidden =
        out.banner[column].base.protection != nil
        || body.contains { out.cells[$0][column].protection != nil }
      for row in table.stub.indices {
        let isStatistic = table.stub[row].kind == .statistic
        let code = table.stub[row].code
        let isExtreme = isStatistic && (code == "min" || code == "max")
        let old = table.cells[row][column]
        if isStatistic, old.value != nil, isHidden || isExtreme && !hasRows(table) {
          var cell = Cell()
          cell.protection = .secondary
          cell.withheld = [.value]
          out.cells[row][column] = cell
        }
        if isHidden, out.cells[row][column].rank != nil {
          out.cells[row][column].rank = nil
          out.cells[row][column].withheld.insert(.rank)
        }
      }
    }
  }

  /// The values themselves are rows, so that the smallest and the largest of them are counts that
  /// were checked.
  private func hasRows(_ table: Table) -> Bool {
    table.stub.contains { $0.kind == .option }
  }

  /// Records without an answer are shown where they are many or none, all of them or none; never by
  /// group.
  private func dropMissing(_ table: Table, _ out: inout Table) {
    let rows = table.stub.indices.filter { table.stub[$0].missingReason != nil }
    if rows.isEmpty { return }
    let isSafe =
      table.banner.count == 1 && out.banner[0].base.protection == nil
      && rows.allSatisfy { !system.thresholds.isSmall(table.cells[$0][0].count ?? 0) }
    if isSafe { return }
    out.stub = out.stub.indices.filter { !rows.contains($0) }.map { out.stub[$0] }
    out.cells = table.stub.indices.filter { !rows.contains($0) }.map { out.cells[$0] }
  }

  /// Tables of themes stand in the order of their counts, which must not tell what is hidden: hidden
  /// rows come last, by name.
  private func reorder(_ table: inout Table) {
    guard table.kind == .themes || table.kind == .priorities else { return }
    let shown = table.stub.indices.filter { table.cells[$0].first?.protection == nil }
    let hidden = table.stub.indices.filter { table.cells[$0].first?.protection != nil }
      .sorted { table.stub[$0].name < table.stub[$1].name }
    let order = shown + hidden
    table.stub = order.map { table.stub[$0] }
    table.cells = order.map { table.cells[$0] }
  }
}
