internal import SurveyModel

extension CountSystem {
  /// Hides more cells of a grid until each hidden one is as free as it must be.
  ///
  /// A cell that is free once stays so, since hiding more only opens more ways; each is looked at
  /// once, and what is hidden for it is looked at after it.
  ///
  /// - Returns: whether anything was hidden.
  mutating func repair(_ index: Int) -> Bool {
    let grid = grids[index]
    let repair = GridRepair(grid: grid)
    var flow = GridFlow(grid, cells)
    var changed = false
    // Those that are hardest to protect first: what they take protects others.
    var queue = grid.edges.filter { isOpen($0) }.sorted {
      (demand($1), $0.row, $0.column) < (demand($0), $1.row, $1.column)
    }
    var next = 0
    while next < queue.count {
      let edge = queue[next]
      if flow.protects(edge.cell, cells[edge.cell]) {
        next += 1
        continue
      }
      var hidden = mend(edge, repair)
      if hidden.isEmpty { hidden = grid.edges.map(\.cell).filter { canHide($0) } }
      if hidden.isEmpty {
        // Nothing is left that could be hidden.
        unprotected.insert(edge.cell)
        next += 1
        continue
      }
      changed = true
      let takesColumns = hidden.contains { columns[$0] != nil }
      for cell in hidden { hide(cell, .secondary) }
      let fresh =
        takesColumns
        ? grid.edges.filter { isOpen($0) && !flow.contains($0.cell) }
        : hidden.compactMap { grid.edge(of: $0) }
      for edge in fresh { flow.open(edge, cells[edge.cell]) }
      queue += fresh
    }
    return changed
  }

  private func canHide(_ index: Int) -> Bool { cells[index].isKnown && !cells[index].isPlain }

  /// A cell that a reader must not find out.
  func isOpen(_ edge: CountGrid.Edge) -> Bool {
    let cell = cells[edge.cell]
    return cell.isHidden || cell.isSensitive && !cell.isKnown
  }

  private func demand(_ edge: CountGrid.Edge) -> Int {
    let cell = cells[edge.cell]
    return cell.needUp + cell.needDown + cell.needWidth
  }

  /// The cells to hide for one that is not yet free enough.
  private func mend(_ edge: CountGrid.Edge, _ repair: GridRepair) -> [Int] {
    let cell = cells[edge.cell]
    let width = max(cell.needWidth, 1)
    var best: (cost: Int, hide: [Int])?
    func consider(_ isUp: Bool, _ step: Int) {
      guard let found = repair.cheapest(edge, isUp: isUp, step: step, cells), !found.hide.isEmpty
      else { return }
      if best.map({ found.cost < $0.cost }) ?? true { best = found }
    }
    if cell.needUp > 0 {
      consider(true, max(cell.needUp, width))
      consider(true, cell.needUp)
    }
    if cell.needDown > 0 {
      consider(false, max(cell.needDown, width))
      consider(false, cell.needDown)
    }
    if best == nil {
      consider(true, width)
      consider(false, width)
    }
    // No single cycle carries all of it, or only one through a whole column: as much as one
    // carries, and again.
    var step = max(cell.needUp, cell.needDown, width) - 1
    while step > 0, best.map({ $0.hide.contains { columns[$0] != nil } }) ?? true {
      consider(true, step)
      consider(false, step)
      step -= 1
    }
    return best?.hide ?? []
  }

  // MARK: taking back

  /// Beyond this many cells nothing is taken back: each costs an audit of its grids.
  private static let mostForPruning = 6_000

  /// Shows again what was hidden for others and turns out not to be needed: whole columns first, then
  /// cells, the dearest first.
  mutating func prune() {
    guard cells.count <= Self.mostForPruning, unprotected.isEmpty else { return }
    var gridsOfCell: [Int: [Int]] = [:]
    for (index, grid) in grids.enumerated() {
      for edge in grid.edges { gridsOfCell[edge.cell, default: []].append(index) }
    }
    func isForOthers(_ index: Int) -> Bool {
      cells[index].isHidden && cells[index].rule == .complementary
    }
    let order = cells.indices.filter(isForOthers).sorted {
      let (a, b) = (columns[$0] == nil ? 0 : 1, columns[$1] == nil ? 0 : 1)
      return (b, cells[$1].cost, $0) < (a, cells[$0].cost, $1)
    }
    var isTaken = [Int: [Int]]()
    for (base, parts) in columns {
      for part in parts { isTaken[part, default: []].append(base) }
    }
    for index in order where isForOthers(index) {
      if isTaken[index]?.contains(where: { cells[$0].isHidden }) == true { continue }
      let group = [index] + followers(of: index).filter(isForOthers)
      let before = group.map { cells[$0] }
      for cell in group {
        cells[cell].state = .shown
        cells[cell].rule = nil
      }
      limit()
      let touched = Set(group.flatMap { gridsOfCell[$0] ?? [] })
      let holds = unionsHold() && touched.sorted().allSatisfy { isProtected(grids[$0]) }
      if !holds {
        for (cell, old) in zip(group, before) { cells[cell] = old }
        limit()
      }
    }
  }

  /// The audit of one grid: every hidden cell is as free as it must be.
  func isProtected(_ grid: CountGrid) -> Bool {
    var flow = GridFlow(grid, cells)
    return grid.edges.allSatisfy { !isOpen($0) || flow.protects($0.cell, cells[$0.cell]) }
  }

  private func unionsHold() -> Bool {
    unions.allSatisfy { link in
      let partHidden = link.parts.contains { cells[$0].isHidden }
      if link.isSum { return partHidden == cells[link.whole].isHidden }
      if cells[link.whole].isKnown {
        return link.parts.allSatisfy { !cells[$0].isHidden || hasRoom(cells[$0]) }
      }
      return partHidden || hasRoom(cells[link.whole])
    }
  }
}
