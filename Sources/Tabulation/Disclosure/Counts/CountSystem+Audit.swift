internal import SurveyModel

extension CountSystem {
  /// The last word on what is hidden: takes all relations at once, asks of each hidden number how
  /// far it could be from the truth, and hides more until each is as free as it must be.
  ///
  /// Where numbers hang together over so many tables that the equations would not fit, the audit of
  /// each table by itself (`GridFlow`) stands.
  mutating func audit() {
    let before = unprotected
    for _ in 0..<Self.mostRounds {
      limit()
      unprotected = []
      var changed = false
      let (relations, ofGrid) = relations()
      let settled = settledAlone(relations, ofGrid)
      for part in parts(of: relations) where !settled.isSuperset(of: part.cells) {
        guard part.cells.count * part.relations.count <= Self.mostEntries else {
          unprotected.formUnion(before.intersection(part.cells))
          continue
        }
        var attack = LinearAttack(part.relations.map { relations[$0] }, self)
        let failed = part.cells.filter {
          !settled.contains($0) && !attack.leavesGuessing($0, self)
        }
        for cell in failed where !attack.leavesGuessing(cell, self) {
          if let lever = attack.lever(for: cell, self) {
            hide(lever, .secondary)
            attack.open(lever, self)
            changed = true
          } else if withdraw(part.relations.map { relations[$0] }) {
            changed = true
            break
          } else {
            if showPlainZero(cell) {
              changed = true
              continue
            }
            // Nobody of the few whom no column holds: that stays nobody.
            if cells[cell].isHidden || cells[cell].value > 0 { unprotected.insert(cell) }
          }
        }
      }
      if settleGathered() { changed = true }
      if !changed { return }
    }
  }

  /// Numbers that are free enough within their own table, by moves that touch nothing else.
  private mutating func settledAlone(_ relations: [Relation], _ ofGrid: [Set<Int>]) -> Set<Int> {
    var uses: [Int: [Int]] = [:]
    for (index, relation) in relations.enumerated() {
      for term in relation.terms where !cells[term.cell].isKnown {
        uses[term.cell, default: []].append(index)
      }
    }
    var settled: Set<Int> = []
    for (index, grid) in grids.enumerated() {
      var before: [(cell: Int, lower: Int, upper: Int)] = []
      for edge in grid.edges where !cells[edge.cell].isKnown {
        let cell = cells[edge.cell]
        before.append((edge.cell, cell.lower, cell.upper))
        for use in uses[edge.cell] ?? [] where !ofGrid[index].contains(use) {
          let (up, down) = room(of: edge.cell, in: relations[use])
          cells[edge.cell].upper = min(cells[edge.cell].upper, cell.value + up)
          cells[edge.cell].lower = max(cells[edge.cell].lower, cell.value - down)
        }
      }
      var flow = GridFlow(grid, cells)
      for edge in grid.edges where isOpen(edge) && !settled.contains(edge.cell) {
        if flow.protects(edge.cell, cells[edge.cell]) { settled.insert(edge.cell) }
      }
      for old in before {
        cells[old.cell].lower = old.lower
        cells[old.cell].upper = old.upper
      }
    }
    return settled
  }

  /// How far a number may go whatever the others in the relation do as far.
  private func room(of cell: Int, in relation: Relation) -> (up: Int, down: Int) {
    if relation.isExact { return (0, 0) }
    let slack = relation.terms.reduce(0) { $0 + $1.factor * cells[$1.cell].value }
    let moving = relation.terms.count { !cells[$0.cell].isKnown }
    let own = relation.terms.first { $0.cell == cell }?.factor ?? 0
    let room = slack / max(moving, 1)
    return own < 0 ? (room, CountCell.unlimited) : (CountCell.unlimited, room)
  }

  private static let mostRounds = 60
  private static let mostEntries = 4_000_000

  /// Where nothing else helps, everything that is shown in these relations goes: first what stands in
  /// tables, then their bases and totals.
  private mutating func withdraw(_ relations: [Relation]) -> Bool {
    let shown = Set(relations.flatMap { $0.terms.map(\.cell) }).filter { cells[$0].isKnown }
    let inner = shown.filter { cells[$0].cost < CountCell.unlimited && !isFixed($0) }
    let all = inner.isEmpty ? shown.filter { !isFixed($0) } : inner
    for cell in all.sorted() { hide(cell, .secondary) }
    return !all.isEmpty
  }

  /// How many lack to the whole is as unknown as the whole is.
  func needsDown(_ cell: CountCell) -> Bool {
    guard let base = cell.base else { return true }
    if let parts = restBases[base] { return parts.allSatisfy { cells[$0].isKnown } }
    return !cells[base].isHidden
  }

  /// What everybody works out to be nobody, in a column of which nothing else is told, is shown.
  private mutating func showPlainZero(_ index: Int) -> Bool {
    guard cells[index].isHidden, cells[index].value == 0, !needsDown(cells[index]) else {
      return false
    }
    cells[index].state = .shown
    cells[index].isPlain = true
    return true
  }

  /// A gathering number of which a part is hidden goes where it is their sum.
  private mutating func settleGathered() -> Bool {
    var changed = false
    for link in unions where link.isSum {
      let isHidden = link.parts.contains { cells[$0].isHidden }
      if isHidden, hide(link.whole, .secondary) { changed = true }
    }
    return changed
  }

  // MARK: parts

  private struct Part {
    var cells: [Int]
    var relations: [Int]
  }

  /// Numbers that are not in the open, by what they hang together with.
  private func parts(of relations: [Relation]) -> [Part] {
    var parent = Array(cells.indices)
    func find(_ start: Int) -> Int {
      var node = start
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for relation in relations {
      var first: Int?
      for term in relation.terms where !cells[term.cell].isKnown {
        let root = find(term.cell)
        if let first { parent[root] = find(first) } else { first = root }
      }
    }
    var out: [Int: Part] = [:]
    for index in cells.indices where isOpen(index) {
      out[find(index), default: Part(cells: [], relations: [])].cells.append(index)
    }
    for (index, relation) in relations.enumerated() {
      guard let term = relation.terms.first(where: { !cells[$0.cell].isKnown }) else { continue }
      out[find(term.cell)]?.relations.append(index)
    }
    return out.keys.sorted().compactMap { out[$0] }
  }

  /// A number that a reader must not find out.
  func isOpen(_ index: Int) -> Bool {
    cells[index].isHidden || cells[index].isSensitive && !cells[index].isKnown
  }

  /// A number that everybody knows whatever is printed.
  func isFixed(_ index: Int) -> Bool { cells[index].isPlain }
}

/// The relations of some hidden numbers, with those in the open that could be hidden too.
private struct LinearAttack {
  private var room: LinearRoom
  private let variableOfCell: [Int: Int]
  private let cellOfVariable: [Int]
  /// More than any number can be.
  private let ceiling: Double
  /// The least and the greatest of each number that some solution in whole numbers has.
  private var least: [Double]
  private var greatest: [Double]

  init(_ relations: [CountSystem.Relation], _ system: CountSystem) {
    var variables: [LinearRoom.Variable] = []
    var rows: [[(variable: Int, factor: Double)]] = []
    var places: [Int: Int] = [:]
    var order: [Int] = []
    // What may move comes first: equations choose from there.
    let all = Set(relations.flatMap { $0.terms.map(\.cell) }).sorted()
    let known = all.filter { system.cells[$0].isKnown }
    for cell in all.filter({ !system.cells[$0].isKnown }) + known {
      places[cell] = variables.count
      order.append(cell)
      let it = system.cells[cell]
      variables.append(
        it.isKnown
          ? LinearRoom.Variable(low: 0, high: 0)
          : LinearRoom.Variable(low: Double(it.lower - it.value), high: Double(it.upper - it.value))
      )
    }
    for relation in relations {
      var row: [(variable: Int, factor: Double)] = []
      var slack = 0
      for term in relation.terms {
        row.append((places[term.cell]!, Double(term.factor)))
        slack += term.factor * system.cells[term.cell].value
      }
      if !relation.isExact {
        row.append((variables.count, -1))
        variables.append(LinearRoom.Variable(low: -Double(slack), high: 1e12))
        order.append(-1)
      }
      rows.append(row)
    }
    variableOfCell = places
    cellOfVariable = order
    let ceiling = Double(4 * (system.cells.map(\.value).max() ?? 0) + 100)
    self.ceiling = ceiling
    for index in variables.indices {
      variables[index].low = max(variables[index].low, -ceiling)
      variables[index].high = min(variables[index].high, ceiling)
    }
    room = LinearRoom(variables, rows: rows)
    least = [Double](repeating: 0, count: variables.count)
    greatest = least
  }

  /// Whether a reader is left guessing as far as the number demands.
  mutating func leavesGuessing(_ cell: Int, _ system: CountSystem) -> Bool {
    guard let variable = variableOfCell[cell] else { return true }
    let it = system.cells[cell]
    let width = Double(max(it.needWidth, 1))
    let up = Double(it.needUp)
    let down = system.needsDown(it) ? Double(it.needDown) : 0
    var (farUp, farDown) = (0.0, 0.0)
    func holds() -> Bool {
      let above = max(greatest[variable], farUp)
      let below = max(-least[variable], farDown)
      return above >= up && below >= down && above + below >= width
    }
    if holds() { return true }
    farUp = search(variable, isUp: true, max(up, width))
    if holds() { return true }
    farDown = search(variable, isUp: false, max(down, width))
    return holds()
  }

  /// - Returns: where only solutions in parts of people were found, how far is sure all the same:
  ///   half of what they allow.
  private mutating func search(_ variable: Int, isUp: Bool, _ limit: Double) -> Double {
    if !room.isWhole { room.reset() }
    _ = room.move(variable, isUp: isUp, limit: limit)
    if !room.isWhole { _ = room.move(variable, isUp: isUp, limit: ceiling) }
    guard room.isWhole else {
      let reached = abs(room.values[variable])
      if reached >= limit, let values = room.whole(variable, isUp: isUp, limit: limit) {
        remember(values)
        room.reset()
        return 0
      }
      room.reset()
      return (reached / 2).rounded(.down)
    }
    remember(room.values)
    return 0
  }

  private mutating func remember(_ values: [Double]) {
    for (index, value) in values.enumerated() {
      least[index] = min(least[index], value.rounded())
      greatest[index] = max(greatest[index], value.rounded())
    }
  }

  /// The cheapest number in the open that would let the cell move further.
  mutating func lever(for cell: Int, _ system: CountSystem) -> Int? {
    guard let variable = variableOfCell[cell] else { return nil }
    let it = system.cells[cell]
    let isShortAbove = greatest[variable] < Double(max(it.needUp, 1))
    let isShortBelow = -least[variable] < Double(it.needDown)
    var sides =
      isShortAbove && !isShortBelow
      ? [true] : isShortBelow && !isShortAbove ? [false] : [true, false]
    if it.needDown == 0, !isShortAbove { sides = [true, false] }
    var best: (cost: Int, cell: Int)?
    for isUp in sides {
      _ = room.move(variable, isUp: isUp, limit: ceiling)
      for lever in room.levers(of: variable, isUp: isUp) {
        let other = cellOfVariable[lever.variable]
        guard other >= 0, system.cells[other].isKnown, !system.isFixed(other) else { continue }
        let cell = system.cells[other]
        guard cell.cost < CountCell.unlimited, lever.isUp || cell.value > 0 else { continue }
        if lever.isUp, let base = cell.base, system.cells[base].isKnown,
          system.cells[base].value == cell.value
        {
          continue
        }
        let candidate = (cell.cost, other)
        if best.map({ candidate < $0 }) ?? true { best = candidate }
      }
    }
    return best?.cell
  }

  /// A number is no longer in the open.
  mutating func open(_ cell: Int, _ system: CountSystem) {
    guard let variable = variableOfCell[cell] else { return }
    let it = system.cells[cell]
    let top = it.base.flatMap { system.cells[$0].isKnown ? system.cells[$0].value : nil }
    room.free(
      variable, low: -Double(it.value), high: top.map { Double($0 - it.value) } ?? ceiling)
  }
}
