extension CountSystem {
  /// Numbers that add up to zero, or to no less.
  struct Relation: Hashable {
    struct Term: Hashable {
      var cell: Int
      var factor: Int
      init(_ cell: Int, _ factor: Int) {
        self.cell = cell
        self.factor = factor
      }
    }
    var terms: [Term]
    /// The sum is zero; else it is zero or more.
    var isExact: Bool
  }

  /// Everything that a reader knows about how the numbers hang together.
  ///
  /// - Returns: each relation once, and for each grid which of them are its lines.
  func relations() -> (all: [Relation], ofGrid: [Set<Int>]) {
    var out: [Relation] = []
    var places: [Relation: Int] = [:]
    var ofGrid = [Set<Int>](repeating: [], count: grids.count)
    func add(_ relation: Relation, grid: Int? = nil) {
      // What is all in the open says nothing of what is not.
      guard relation.terms.contains(where: { !cells[$0.cell].isKnown }) else { return }
      let place = places[relation] ?? out.count
      if place == out.count {
        places[relation] = place
        out.append(relation)
      }
      if let grid { ofGrid[grid].insert(place) }
    }
    for (index, grid) in grids.enumerated() {
      for row in 0..<grid.rowCount where grid.node(row: row) != 0 {
        add(line((0..<grid.columnCount).map { grid[row, $0] }), grid: index)
      }
      for column in 0..<grid.columnCount where grid.node(column: column) != 0 {
        add(line((0..<grid.rowCount).map { grid[$0, column] }), grid: index)
      }
    }
    for (index, cell) in cells.enumerated() where !cell.isKnown {
      if let base = cell.base, !cells[base].isKnown {
        add(Relation(terms: [.init(base, 1), .init(index, -1)], isExact: false))
      }
      if let size = cell.size {
        add(Relation(terms: [.init(size.cell, 1), .init(index, -1)], isExact: false))
      }
    }
    for link in unions {
      let parts = link.parts.map { Relation.Term($0, 1) }
      add(Relation(terms: parts + [.init(link.whole, -1)], isExact: link.isSum))
      if link.isSum { continue }
      for part in link.parts {
        add(Relation(terms: [.init(link.whole, 1), .init(part, -1)], isExact: false))
      }
    }
    for floor in floors { add(floor) }
    return (out, ofGrid)
  }

  private func line(_ places: [Int?]) -> Relation {
    var terms: [Relation.Term] = []
    for (index, cell) in places.enumerated() {
      if let cell { terms.append(.init(cell, index == 0 ? 1 : -1)) }
    }
    return Relation(terms: terms, isExact: true)
  }
}
