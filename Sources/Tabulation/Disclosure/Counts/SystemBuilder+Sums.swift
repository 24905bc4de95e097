internal import SurveyModel

/// Sums that hang together: floors, grids, ranks, and what earlier releases told.
extension SystemBuilder {
  // MARK: sums

  /// Sums that are known not to fall below another number.
  func addFloors(
    _ family: Family, _ bases: [Int?], _ cells: [[Int?]], _ key: Family.Key,
    _ system: inout CountSystem
  ) {
    for (row, name) in family.rows.enumerated() where family.exclusive.contains(name) {
      for column in family.columns.indices {
        guard let base = bases[column], let alone = cells[row][column] else { continue }
        for other in cells.indices where other != row {
          guard let cell = cells[other][column] else { continue }
          system.floors.append(
            CountSystem.Relation(
              terms: [.init(base, 1), .init(alone, -1), .init(cell, -1)], isExact: false))
        }
      }
    }
    guard family.questionType == nil, !family.isByRank else { return }
    let gathered = Set(family.gathers.joined())
    let questions = Set(gathered.map(\.question)).sorted()
    let isWhole =
      family.isStatements
      || questions.allSatisfy { question in
        options.keys.allSatisfy {
          $0.source != key.source || $0.question != question || gathered.contains($0)
        }
      }
    for (column, code) in family.columns.enumerated() {
      guard let base = bases[column] else { continue }
      if let code, family.isByQuartier, !family.isStatements,
        let size = sizes[key.source]?.cells[code], size != base,
        system.cells[size].value >= system.cells[base].value
      {
        system.floors.append(
          CountSystem.Relation(terms: [.init(size, 1), .init(base, -1)], isExact: false))
      }
      func floor(_ terms: [CountSystem.Relation.Term]) {
        let relation = CountSystem.Relation(terms: terms, isExact: false)
        let sum = terms.reduce(0) { $0 + $1.factor * system.cells[$1.cell].value }
        if sum >= 0 { system.floors.append(relation) }
      }
      let counts = cells.compactMap { $0[column] }
      if isWhole, counts.count == cells.count, !family.isPartition {
        floor(counts.map { .init($0, 1) } + [.init(base, -1)])
      }
      let asked = questions.compactMap { questionBases[[key.source, $0]]?[code] }
      if asked.count == questions.count, asked.count > 1 {
        floor(asked.map { .init($0, 1) } + [.init(base, -1)])
        for one in asked { floor([.init(base, 1), .init(one, -1)]) }
      }
    }
  }

  // MARK: grids

  func addGrids(
    _ family: Family, _ bases: inout [Int?], _ cells: [[Int?]], _ mentions: [Int?],
    _ system: inout CountSystem
  ) {
    if family.isByRank {
      addRanks(family, bases, cells, &system)
      return
    }
    let isCrossed = family.columns.count > 1
    let isPartition = family.isPartition
    var rest = rest(of: family)
    let hasRest = rest?.people ?? 0 > 0
    var lines: [[Int?]] = []
    var totals: [Int?] = isPartition ? bases : mentions
    var free = [Bool](repeating: !isPartition && mentions[0] == nil, count: family.columns.count)
    if hasRest, rest != nil {
      // The people of no column: printed nowhere, and what is left when the columns are taken off.
      func unprinted(_ value: Int) -> Int {
        var cell = CountCell(value)
        cell.state = .unprinted
        return system.add(cell)
      }
      let base = unprinted(rest!.people)
      system.restBases[base] = bases.compactMap { $0 }
      bases.append(base)
      totals.append(
        isPartition ? base : mentions[0] == nil ? nil : unprinted(rest!.mentions))
      free.append(free[0])
      for row in cells.indices {
        let cell = unprinted(rest!.counts[row])
        system.cells[cell].base = base
        system.demand(
          cell, of: rest!.people,
          alone: cells.count == 1 && rest!.counts[row] == rest!.people, isUnprinted: true)
        lines.append(cells[row] + [cell])
      }
    } else {
      lines = cells
    }
    rest = nil
    let adds = isCrossed && self.rest(of: family) != nil
    let places = [totals] + lines
    system.grids.append(
      CountGrid(
        places, freeRows: places.indices.map { !adds || ($0 == 0 && totals[0] == nil) },
        freeColumns: free))
    if !isPartition, adds {
      system.grids.append(
        CountGrid([bases], freeRows: [false], freeColumns: bases.map { _ in true }))
    }
  }

  /// What the whole has beyond its columns; `nil` where people may be in several.
  func rest(of family: Family) -> (people: Int, mentions: Int, counts: [Int])? {
    guard family.columns.count > 1, let whole = family.bases[0] else { return nil }
    func rest(_ line: [Int?]) -> Int {
      (line[0] ?? 0) - line.dropFirst().reduce(0) { $0 + ($1 ?? 0) }
    }
    _ = whole
    let out = (rest(family.bases), rest(family.mentions), family.counts.map(rest))
    guard out.0 >= 0, out.1 >= 0, out.2.allSatisfy({ $0 >= 0 && $0 <= out.0 }) else { return nil }
    return out
  }

  /// An item a row, cited at any rank, then at each: who filled a rank is not printed, but known where
  /// it is everybody.
  func addRanks(
    _ family: Family, _ bases: [Int?], _ cells: [[Int?]], _ system: inout CountSystem
  ) {
    let totals: [Int?] = family.columns.indices.map { column in
      let filled = cells.reduce(0) { $0 + ($1[column].map { system.cells[$0].value } ?? 0) }
      var cell = CountCell(filled)
      cell.state = .unprinted
      // No more than who answered, as far as that is known.
      if column > 0 { cell.base = bases[0] }
      guard let base = cell.base, system.cells[base].value == filled else {
        return system.add(cell)
      }
      cell.isEverybody = true
      let made = system.add(cell)
      system.floors.append(
        CountSystem.Relation(terms: [.init(base, 1), .init(made, -1)], isExact: true))
      return made
    }
    system.grids.append(
      CountGrid(
        [totals] + cells, freeRows: [Bool](repeating: false, count: cells.count + 1),
        freeColumns: family.columns.map { _ in false }))
  }

  // MARK: memory

  mutating func remember(
    _ family: Family, _ key: Family.Key, _ bases: [Int?], _ cells: [[Int?]], _ system: CountSystem
  ) {
    if family.questionType == "quartier" {
      var sizes: [String: Int] = [:]
      for (row, name) in family.rows.enumerated() { sizes[name] = cells[row][0] }
      self.sizes[key.source] = (sizes, family.missing)
    }
    guard family.questionType != nil else { return }
    for (row, name) in family.rows.enumerated() {
      let reference = RowReference(source: key.source, question: key.name, row: name)
      for (column, code) in family.columns.enumerated() {
        if family.isByRank, code != nil { continue }
        if let cell = cells[row][column], options[reference]?[code] == nil {
          options[reference, default: [:]][code] = cell
        }
      }
    }
    for (column, code) in family.columns.enumerated() where !(family.isByRank && code != nil) {
      if let base = bases[column], questionBases[[key.source, key.name]]?[code] == nil {
        questionBases[[key.source, key.name], default: [:]][code] = base
      }
    }
  }
}
