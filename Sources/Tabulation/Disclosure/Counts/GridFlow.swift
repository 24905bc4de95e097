/// The program's own attacker on one grid: how far each hidden cell can be moved while everything
/// that is printed stays as it is.
struct GridFlow {
  private let edges: [CountGrid.Edge]
  /// How far each edge may grow and shrink.
  private let up: [Int]
  private let down: [Int]
  private let edgesOfNode: [[Int]]
  private let edgeOfCell: [Int: Int]
  private var change: [Int]

  init(_ grid: CountGrid, _ cells: [CountCell]) {
    let edges = grid.edges.filter { !cells[$0.cell].isKnown }
    self.edges = edges
    up = edges.map { max(0, cells[$0.cell].upper - cells[$0.cell].value) }
    down = edges.map { max(0, cells[$0.cell].value - cells[$0.cell].lower) }
    var edgesOfNode = [[Int]](repeating: [], count: grid.nodeCount)
    var edgeOfCell: [Int: Int] = [:]
    for (index, edge) in edges.enumerated() {
      edgesOfNode[edge.from].append(index)
      if edge.to != edge.from { edgesOfNode[edge.to].append(index) }
      edgeOfCell[edge.cell] = index
    }
    self.edgesOfNode = edgesOfNode
    self.edgeOfCell = edgeOfCell
    change = [Int](repeating: 0, count: edges.count)
  }

  /// How far a cell can move up, at most `limit`.
  mutating func roomAbove(_ cell: Int, limit: Int) -> Int { room(cell, isUp: true, limit) }
  mutating func roomBelow(_ cell: Int, limit: Int) -> Int { room(cell, isUp: false, limit) }

  private mutating func room(_ cell: Int, isUp: Bool, _ limit: Int) -> Int {
    guard let target = edgeOfCell[cell] else { return 0 }
    let edge = edges[target]
    let own = min(limit, isUp ? up[target] : down[target])
    if edge.from == edge.to { return own }
    // A part that grows carries flow from its row to its column: it must come back.
    let (start, end) = edge.isPart == isUp ? (edge.to, edge.from) : (edge.from, edge.to)
    var room = 0
    while room < own {
      let pushed = push(from: start, to: end, without: target, limit: own - room)
      if pushed == 0 { break }
      room += pushed
    }
    for index in change.indices where change[index] != 0 { change[index] = 0 }
    return room
  }

  private func capacity(_ index: Int, isUp: Bool) -> Int {
    isUp ? up[index] - change[index] : down[index] + change[index]
  }

  /// One shortest path, as much as it carries.
  private mutating func push(
    from start: Int, to end: Int, without target: Int, limit: Int
  ) -> Int {
    var arrival = [Int](repeating: -1, count: edgesOfNode.count)
    var isSeen = [Bool](repeating: false, count: edgesOfNode.count)
    var queue = [start]
    isSeen[start] = true
    var next = 0
    search: while next < queue.count {
      let node = queue[next]
      next += 1
      for index in edgesOfNode[node] where index != target {
        let edge = edges[index]
        let other = edge.from == node ? edge.to : edge.from
        if isSeen[other] { continue }
        if capacity(index, isUp: (edge.from == node) == edge.isPart) <= 0 { continue }
        isSeen[other] = true
        arrival[other] = index
        if other == end { break search }
        queue.append(other)
      }
    }
    guard isSeen[end] else { return 0 }
    var steps: [(index: Int, isUp: Bool)] = []
    var node = end
    while node != start {
      let index = arrival[node]
      let edge = edges[index]
      let previous = edge.to == node ? edge.from : edge.to
      steps.append((index, (edge.from == previous) == edge.isPart))
      node = previous
    }
    let pushed = steps.reduce(limit) { min($0, capacity($1.index, isUp: $1.isUp)) }
    for step in steps { change[step.index] += step.isUp ? pushed : -pushed }
    return pushed
  }

  /// Whether a reader is left guessing as far as the cell demands.
  mutating func protects(_ index: Int, _ cell: CountCell) -> Bool {
    let width = max(cell.needWidth, 1)
    let above = roomAbove(index, limit: max(cell.needUp, width))
    if above < cell.needUp { return false }
    if above >= width, cell.needDown == 0 { return true }
    let below = roomBelow(index, limit: max(cell.needDown, width))
    return below >= cell.needDown && above + below >= width
  }
}
