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
    let (start, end) = edge.isPart == isUp ? (edge.to, edge.from) : (edge.from, edge.to)
    return path(from: start, to: end, without: edge.cell, step: step, cells)
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
        if price >= CountCell.unlimited { return }
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
