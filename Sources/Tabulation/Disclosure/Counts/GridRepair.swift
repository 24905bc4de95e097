/// The cheapest cells to hide so that one hidden cell cannot be worked out: a cycle through it, along which
/// people can be moved without changing anything that is printed.
struct GridRepair {
  let grid: CountGrid

  /// - Parameters:
  ///   - edge: the hidden cell.
  ///   - isUp: towards which side it must be free.
  ///   - step: how far.
  /// - Returns: the shown cells of the cycle, to be hidden, with their cost; `nil` when no cycle
  ///   carries that much.
  func cheapest(
    _ edge: CountGrid.Edge, isUp: Bool, step: Int, _ cells: [CountCell]
  ) -> (cost: Int, hide: [Int])? {
    let own = cells[edge.cell]
    guard (isUp ? own.upper - own.value : own.value - own.lower) >= step else { return nil }
    if edge.from == edge.to { return (0, []) }
    if grid.columnCount > Self.manyColumns {
      if let near = near(edge, isUp: isUp, step: step, cells) { return near }
    }
    let (start, end) = edge.isPart == isUp ? (edge.to, edge.from) : (edge.from, edge.to)
    return path(from: start, to: end, without: edge.cell, step: step, cells)
  }

  /// Beyond this many columns the partner is looked for among the neighbours first.
  private static let manyColumns = 100
  private static let reach = 24

  /// The cheapest rectangle of which the cell is a corner, or pair in a row whose columns are free, in
  /// the columns nearby.
  private func near(
    _ edge: CountGrid.Edge, isUp: Bool, step: Int, _ cells: [CountCell]
  ) -> (cost: Int, hide: [Int])? {
    guard edge.from != 0 else { return nil }
    var best: (cost: Int, hide: [Int])?
    /// What a corner costs that must move one way.
    func price(_ cell: Int?, _ isUp: Bool) -> Int? {
      guard let cell else { return nil }
      let corner = cells[cell]
      guard (isUp ? corner.upper - corner.value : corner.value - corner.lower) >= step else {
        return nil
      }
      if !corner.isKnown { return 1 }
      return corner.cost >= CountCell.unlimited || corner.isPlain ? nil : corner.cost
    }
    func sign(_ row: Int, _ column: Int) -> Bool { (row == 0) == (column == 0) }
    let first = max(0, min(edge.column - Self.reach, grid.columnCount - 2 * Self.reach))
    for column in first..<min(grid.columnCount, first + 2 * Self.reach)
    where column != edge.column {
      // In the row: the other way, unless one of the two is a total.
      let across = isUp == (sign(edge.row, column) != sign(edge.row, edge.column))
      guard let beside = grid[edge.row, column], let cost = price(beside, across) else { continue }
      if edge.to == 0 || grid.node(column: column) == 0 {
        guard edge.to == 0, grid.node(column: column) == 0 else { continue }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, [beside]) }
        continue
      }
      for row in 0..<grid.rowCount where row != edge.row && grid.node(row: row) != 0 {
        let down = isUp == (sign(row, edge.column) != sign(edge.row, edge.column))
        let opposite = across == (sign(row, column) != sign(edge.row, column))
        guard let below = grid[row, edge.column], let corner = grid[row, column],
          let second = price(below, down), let third = price(corner, opposite)
        else { continue }
        let sum = cost + second + third
        if best.map({ sum < $0.cost }) ?? true { best = (sum, [beside, below, corner]) }
      }
      if let best, best.cost <= 3 { break }
    }
    return best.map { ($0.cost, $0.hide.filter { cells[$0].isKnown }) }
  }

  /// Dijkstra's algorithm on the lines; hidden cells cost next to nothing, so that short cycles win.
  private func path(
    from start: Int, to end: Int, without target: Int, step: Int, _ cells: [CountCell]
  ) -> (cost: Int, hide: [Int])? {
    var cost = [Int](repeating: Int.max, count: grid.nodeCount)
    var arrival = [(cell: Int, node: Int)](repeating: (-1, -1), count: grid.nodeCount)
    var isDone = [Bool](repeating: false, count: grid.nodeCount)
    cost[start] = 0
    while true {
      var node = -1
      for candidate in cost.indices where !isDone[candidate] && cost[candidate] < Int.max {
        if node < 0 || cost[candidate] < cost[node] { node = candidate }
      }
      if node < 0 { return nil }
      if node == end { break }
      isDone[node] = true
      visit(node) { edge, other in
        if isDone[other] || edge.cell == target { return }
        let cell = cells[edge.cell]
        let grows = (edge.from == node) == edge.isPart
        guard (grows ? cell.upper - cell.value : cell.value - cell.lower) >= step else { return }
        let price = cell.isKnown ? cell.cost : 1
        if price >= CountCell.unlimited || cell.isKnown && cell.isPlain { return }
        if cost[node] + price < cost[other] {
          cost[other] = cost[node] + price
          arrival[other] = (edge.cell, node)
        }
      }
    }
    var hide: [Int] = []
    var node = end
    while node != start {
      if cells[arrival[node].cell].isKnown { hide.append(arrival[node].cell) }
      node = arrival[node].node
    }
    return (cost[end], hide.reversed())
  }

  private func visit(_ node: Int, _ body: (CountGrid.Edge, Int) -> Void) {
    func edge(_ row: Int, _ column: Int) {
      guard let edge = grid.edge(row, column), edge.from != edge.to else { return }
      body(edge, edge.from == node ? edge.to : edge.from)
    }
    for row in 0..<grid.rowCount where grid.node(row: row) == node {
      for column in 0..<grid.columnCount { edge(row, column) }
    }
    for column in 0..<grid.columnCount where grid.node(column: column) == node {
      for row in 0..<grid.rowCount where grid.node(row: row) != node { edge(row, column) }
    }
  }
}
