internal import SurveyModel

/// All numbers of people of a batch, and how they hang together.
struct CountSystem {
  let thresholds: DisclosureThresholds
  var cells: [CountCell] = []
  var grids: [CountGrid] = []
  /// Cells that go with a base: hidden with it, and a share of it gives it away.
  var columns: [Int: [Int]] = [:]
  /// The people of no column, by the bases that tell how many they are.
  var restBases: [Int: [Int]] = [:]
  var unions: [UnionLink] = []
  /// What else is known of sums: themes of a question whose every option has one are at least its
  /// base.
  var floors: [Relation] = []
  /// Cells that no hiding protects: an earlier release has said too much.
  var unprotected: Set<Int> = []

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
    prune()
    audit()
  }

  /// - Returns: whether anything was hidden.
  @discardableResult
  mutating func hide(_ index: Int, _ protection: Protection) -> Bool {
    guard cells[index].isKnown, !cells[index].isPlain else { return false }
    cells[index].state = .hidden(protection)
    if cells[index].rule == nil { cells[index].rule = .complementary }
    for part in columns[index] ?? [] { hide(part, protection) }
    return true
  }

  /// What is hidden with a base: its column, and for the size of a quartier every column of it.
  func followers(of base: Int) -> [Int] {
    (columns[base] ?? []).flatMap { [$0] + followers(of: $0) }
  }

  /// Sets what a reader knows of each hidden cell before any adding up: no more than its base, and
  /// what the numbers that gather it leave.
  mutating func limit() {
    for index in cells.indices where !cells[index].isKnown {
      cells[index].lower = cells[index].known.lowerBound
      cells[index].upper = cells[index].known.upperBound
      if let base = cells[index].base, cells[base].isKnown {
        cells[index].upper = min(cells[index].upper, cells[base].value)
        if cells[index].isEverybody { cells[index].lower = cells[base].value }
      }
      if let size = cells[index].size, cells[size.cell].isKnown {
        cells[index].upper = min(cells[index].upper, cells[size.cell].value)
        cells[index].lower = max(
          cells[index].lower, cells[size.cell].value - size.missing)
      }
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

  func hasRoom(_ cell: CountCell) -> Bool {
    let up = cell.upper - cell.value
    let down = cell.value - cell.lower
    return up >= cell.needUp && down >= cell.needDown && up + down >= max(cell.needWidth, 1)
  }

  /// The first grid that a cell stands in.
  func grid(of cell: Int) -> Int? { grids.firstIndex { $0.contains(cell) } }
}
