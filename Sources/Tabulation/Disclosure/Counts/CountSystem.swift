internal import SurveyModel

/// All numbers of people of a batch, and how they hang together.
struct CountSystem {
  let thresholds: DisclosureThresholds
  var cells: [CountCell] = []
  var grids: [CountGrid] = []
  /// Cells that go with a base: hidden with it, and a share of it gives it away.
  var columns: [Int: [Int]] = [:]
  var unions: [UnionLink] = []

  /// A number that gathers others, each person once: at least the largest of them, at most their
  /// sum.
  struct UnionLink {
    let whole: Int
    let parts: [Int]
    /// Nobody is in two parts: it is their sum.
    let isSum: Bool
  }

  init(_ thresholds: DisclosureThresholds) { self.thresholds = thresholds }

  mutating func add(_ cell: CountCell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  // MARK: protection

  /// Hides what must be, and as little more as keeps it hidden.
  mutating func protect() {
    for index in cells.indices where cells[index].rule != nil && cells[index].isKnown {
      hide(index, .primary)
    }
    var pending = true
    while pending {
      pending = false
      limit()
      for grid in grids.indices where repair(grid) { pending = true }
      if settleUnions() { pending = true }
    }
  }

  /// - Returns: whether anything was hidden.
  @discardableResult
  mutating func hide(_ index: Int, _ protection: Protection) -> Bool {
    guard cells[index].isKnown else { return false }
    cells[index].state = .hidden(protection)
    if cells[index].rule == nil { cells[index].rule = .complementary }
    for part in columns[index] ?? [] { hide(part, protection) }
    return true
  }

  /// Sets what a reader knows of each hidden cell before any adding up: no more than its base, and
  /// what the numbers that gather it leave.
  private mutating func limit() {
    for index in cells.indices where !cells[index].isKnown {
      guard let base = cells[index].base else { continue }
      if cells[base].isKnown { cells[index].upper = min(cells[index].upper, cells[base].value) }
    }
    for link in unions {
      if cells[link.whole].isKnown {
        let whole = cells[link.whole].value
        for part in link.parts where !cells[part].isKnown {
          let others = link.parts.filter { $0 != part }.reduce(0) {
            $0 + (cells[$1].isKnown ? cells[$1].value : min(cells[$1].upper, whole))
          }
          cells[part].upper = min(cells[part].upper, whole)
          cells[part].lower = max(cells[part].lower, whole - others)
        }
      } else {
        let parts = link.parts.map { cells[$0] }
        let known = parts.filter(\.isKnown).map(\.value)
        cells[link.whole].lower = max(cells[link.whole].lower, known.max() ?? 0)
        if known.count == parts.count {
          cells[link.whole].upper = min(cells[link.whole].upper, known.reduce(0, +))
        }
      }
    }
  }

  /// Where a gathering number and its parts give each other away whatever the grids do, hides more of
  /// them.
  private mutating func settleUnions() -> Bool {
    var changed = false
    for link in unions {
      let partHidden = link.parts.contains { cells[$0].isHidden }
      if link.isSum {
        if partHidden, hide(link.whole, .secondary) { changed = true }
      } else if cells[link.whole].isKnown {
        let isTight = link.parts.contains { cells[$0].isHidden && !hasRoom(cells[$0]) }
        if isTight, hide(link.whole, .secondary) { changed = true }
      }
      if cells[link.whole].isHidden, !partHidden, link.isSum || !hasRoom(cells[link.whole]) {
        let largest = link.parts.max { cells[$0].value < cells[$1].value }
        if let largest, hide(largest, .secondary) { changed = true }
      }
    }
    return changed
  }

  private func hasRoom(_ cell: CountCell) -> Bool {
    let up = cell.upper - cell.value
    let down = cell.value - cell.lower
    return up >= cell.needUp && down >= cell.needDown && up + down >= max(cell.needWidth, 1)
  }

  // MARK: one grid

  /// Hides more cells of a grid until each hidden one is as free as it must be.
  ///
  /// - Returns: whether anything was hidden.
  private mutating func repair(_ index: Int) -> Bool {
    let grid = grids[index]
    let repair = GridRepair(grid: grid)
    var flow = GridFlow(grid, cells)
    var changed = false
    while true {
      let open = grid.edges.filter {
        cells[$0.cell].isHidden || cells[$0.cell].isSensitive && !cells[$0.cell].isKnown
      }
      let weak = open.filter { !flow.protects($0.cell, cells[$0.cell]) }
      // Those that are hardest to protect first: what they take protects others.
      guard
        let worst = weak.max(by: {
          (demand($0), -$0.row, -$0.column) < (demand($1), -$1.row, -$1.column)
        })
      else { return changed }
      let hidden = mend(worst, repair)
      if hidden.isEmpty {
        if !giveUp(on: grid, worst) { return changed }
      } else {
        for cell in hidden { hide(cell, .secondary) }
      }
      changed = true
      flow = GridFlow(grid, cells)
    }
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
    if cell.needUp > 0 { consider(true, max(cell.needUp, width)) }
    if cell.needDown > 0 { consider(false, max(cell.needDown, width)) }
    if cell.needUp == 0, cell.needDown == 0 {
      consider(true, width)
      consider(false, width)
    }
    // No single cycle carries all of it: as much as one does, and again.
    var step = max(cell.needUp, cell.needDown, width) - 1
    while best == nil, step > 0 {
      consider(true, step)
      consider(false, step)
      step -= 1
    }
    return best?.hide ?? []
  }

  /// Nothing can be moved: the numbers are too few to be shown at all.
  private mutating func giveUp(on grid: CountGrid, _ edge: CountGrid.Edge) -> Bool {
    var changed = false
    for edge in grid.edges where hide(edge.cell, .secondary) { changed = true }
    return changed
  }
}
