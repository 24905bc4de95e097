internal import SurveyModel

extension CountSystem {
  /// The numbers of these tables, each once, with the ways in which they add up.
  ///
  /// - Returns: for each table, which cells its numbers are.
  mutating func add(_ tables: [Table]) -> [TableCounts] {
    let reader = FamilyReader(tables)
    var builder = SystemBuilder(reader: reader)
    // Quartiers first, since their sizes are bases elsewhere; options before the themes that gather them.
    let order = reader.keys.indices.sorted {
      (Self.order(reader, $0), $0) < (Self.order(reader, $1), $1)
    }
    for index in order { builder.add(reader.keys[index], to: &self) }
    // With a base goes its column.
    let single = cells.map(\.cost)
    for base in columns.keys where cells[base].cost < CountCell.unlimited {
      cells[base].cost += followers(of: base).reduce(0) { $0 + single[$1] }
    }
    return tables.indices.map { builder.counts(of: tables[$0], reader.places[$0]) }
  }

  private static func order(_ reader: FamilyReader, _ index: Int) -> Int {
    let family = reader.families[reader.keys[index]]!
    if family.questionType == "quartier" { return 0 }
    return family.questionType == nil ? 2 : 1
  }
}

/// Makes grids of families, joining numbers that are the same.
private struct SystemBuilder {
  let reader: FamilyReader

  struct Made {
    var counts: [[Int?]]
    var bases: [Int?]
    var mentions: [Int?]
  }
  private var made: [Family.Key: Made] = [:]
  /// By source: the size of each quartier, as a row of the question that asks for it.
  private var sizes: [String: (cells: [String: Int], missing: Int)] = [:]
  /// By source, question and row: the cells of its columns, by code.
  private var options: [RowReference: [String?: Int]] = [:]
  /// By source and question: the bases of its columns, by code.
  private var questionBases: [[String]: [String?: Int]] = [:]

  init(reader: FamilyReader) { self.reader = reader }

  func counts(of table: Table, _ places: [(key: Family.Key, column: Int)]) -> TableCounts {
    var out = TableCounts(
      counts: table.stub.map { _ in [Int?](repeating: nil, count: table.banner.count) },
      bases: [], mentions: [])
    for (index, place) in places.enumerated() {
      guard let made = made[place.key], let family = reader.families[place.key] else { continue }
      out.bases.append(made.bases[place.column])
      out.mentions.append(made.mentions[place.column])
      for (row, stub) in table.stub.enumerated() {
        switch stub.kind {
        case .option, .other, .theme:
          guard let line = family.rows.firstIndex(of: stub.name) else { continue }
          out.counts[row][index] = made.counts[line][place.column]
        case .net, .statistic, .missing: break
        }
      }
    }
    return out
  }

  mutating func add(_ key: Family.Key, to system: inout CountSystem) {
    guard let family = reader.families[key] else { return }
    var bases = bases(of: family, key, &system)
    let cells = counts(of: family, key, bases, &system)
    for line in cells {
      guard let whole = line[0] else { continue }
      for cell in line.dropFirst().compactMap({ $0 }) { system.cells[cell].whole = whole }
    }
    // Nobody at all gave the answer, or could have: it is no secret in a part either.
    for line in cells {
      for cell in line.compactMap({ $0 }) {
        let empty = [line[0], system.cells[cell].base].compactMap { $0 }
        if empty.contains(where: { system.cells[$0].value == 0 }) {
          system.cells[cell].isPlain = true
        }
      }
    }
    let mentions = family.mentions.map { $0.map { system.add(CountCell($0)) } }
    for mention in mentions.compactMap({ $0 }) where system.cells[mention].value == 0 {
      system.cells[mention].isPlain = true
    }
    for column in family.columns.indices {
      guard let base = bases[column] else { continue }
      system.columns[base, default: []] +=
        cells.compactMap { $0[column] } + [mentions[column]].compactMap { $0 }
    }
    addDemands(family, bases, cells, &system)
    addFloors(family, bases, cells, key, &system)
    addGrids(family, &bases, cells, mentions, &system)
    made[key] = Made(
      counts: cells, bases: Array(bases.prefix(family.columns.count)), mentions: mentions)
    remember(family, key, bases, cells, system)
  }

  // MARK: cells

  private func bases(
    of family: Family, _ key: Family.Key, _ system: inout CountSystem
  ) -> [Int?] {
    var whole: Int?
    return family.columns.indices.map { column in
      let made = base(of: family, key, column, whole, &system)
      if column == 0 { whole = made }
      return made
    }
  }

  private func base(
    of family: Family, _ key: Family.Key, _ column: Int, _ whole: Int?,
    _ system: inout CountSystem
  ) -> Int? {
    guard let value = family.bases[column] else { return nil }
    let code = family.columns[column]
    // The shares of every rank are of all who answered.
    if family.isByRank, let whole, system.cells[whole].value == value { return whole }
    // The people of a quartier who answered a question that nobody left out.
    if let code, family.isByQuartier, family.hasMissing, family.missing == 0,
      let size = sizes[key.source]?.cells[code], system.cells[size].value == value
    {
      return size
    }
    // The whole of a question is one, whatever it is crossed by; so is that of themes asked once.
    let questions = Set(family.gathers.joined().map(\.question))
    let same =
      questions.count == 1 && family.questionType == nil
      ? questionBases[[key.source, questions.first!]]?[code]
      : code == nil ? questionBases[[key.source, key.name]]?[nil] : nil
    if let same, system.cells[same].value == value { return same }
    var cell = CountCell(value)
    cell.isPlain = value == 0
    cell.cost = code == nil ? CountCell.unlimited : 0
    if let code, family.isByQuartier, family.hasMissing,
      let size = sizes[key.source]?.cells[code], system.cells[size].value >= value
    {
      // Who answered is at most who lives there: known for one, the other is nearly known.
      cell.size = (size, family.missing)
      let made = system.add(cell)
      system.columns[size, default: []].append(made)
      return made
    }
    return system.add(cell)
  }

  private func counts(
    of family: Family, _ key: Family.Key, _ bases: [Int?], _ system: inout CountSystem
  ) -> [[Int?]] {
    family.rows.indices.map { row in
      family.columns.indices.map { column in
        guard let value = family.counts[row][column] else { return nil }
        let code = family.columns[column]
        let parts = family.gathers[row].compactMap { options[$0]?[code] }
        if parts.count == 1, family.gathers[row].count == 1,
          system.cells[parts[0]].value == value
        {
          system.cells[parts[0]].cost += 20
          return parts[0]
        }
        let whole = RowReference(source: key.source, question: key.name, row: family.rows[row])
        if code == nil, let same = options[whole]?[nil], system.cells[same].value == value {
          return same
        }
        // Small numbers say least: they go first.
        var cell = CountCell(value)
        cell.cost = (code == nil ? 250 : 100) + min(value, 99)
        cell.base = bases[column]
        // A theme that sessions did not raise is no row of theirs.
        if family.isStatements, code == nil, value > 0 { cell.known = 1...CountCell.unlimited }
        let made = system.add(cell)
        if !parts.isEmpty {
          let isSum =
            Set(family.gathers[row].map(\.question)).count == 1
            && parts.reduce(0) { $0 + system.cells[$1].value } == value
            && isSingle(family.gathers[row][0])
          system.unions.append(CountSystem.UnionLink(whole: made, parts: parts, isSum: isSum))
        }
        return made
      }
    }
  }

  private func isSingle(_ reference: RowReference) -> Bool {
    reader.families.contains {
      $0.key.source == reference.source && $0.key.name == reference.question
        && $0.value.questionType != "multiple" && $0.value.questionType != "ranking"
    }
  }

  // MARK: rules

  private func addDemands(
    _ family: Family, _ bases: [Int?], _ cells: [[Int?]], _ system: inout CountSystem
  ) {
    let k = system.thresholds.cell
    // The one thing that could be said: everybody is in it.
    let isAlone =
      cells.count == 1
      && family.columns.indices.allSatisfy {
        (family.counts[0][$0] ?? 0) == (family.bases[$0] ?? 0)
      }
    for column in family.columns.indices {
      guard let base = bases[column] else { continue }
      let people = system.cells[base].value
      if people > 0, people < system.thresholds.base {
        let isSmall = system.thresholds.isSmall(people)
        system.cells[base].demand(
          up: isSmall ? k - people : 0, width: isSmall ? k - 1 : 1, .smallBase)
      }
      for row in cells.indices {
        guard let cell = cells[row][column] else { continue }
        // Nobody is told who filled a rank: there all but few are no few.
        system.demand(
          cell, of: people, alone: isAlone || family.isByRank && column > 0)
      }
    }
  }

  // MARK: sums

  /// Sums that are known not to fall below another number.
  private func addFloors(
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

  private func addGrids(
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
  private func rest(of family: Family) -> (people: Int, mentions: Int, counts: [Int])? {
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
  private func addRanks(
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

  private mutating func remember(
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

extension CountSystem {
  /// What a count of some people demands: that few of them, or all but few, or all, stay unknown.
  mutating func demand(
    _ index: Int, of people: Int, alone: Bool, isUnprinted: Bool = false
  ) {
    let k = thresholds.cell
    let value = cells[index].value
    if people == 0 { return }
    let others = people - value
    // It cannot seem less than everybody knows it to be.
    let room = value - cells[index].known.lowerBound
    // How few a rest of people are may be known; no more than that.
    let most = isUnprinted ? min(k - 1, people) : k - 1
    if thresholds.isSmall(value) {
      cells[index].demand(up: min(k - value, others), width: most, .smallCount)
      if !isUnprinted { cells[index].demand(up: k - value, .smallCount) }
    }
    if alone { return }
    if thresholds.isSmall(others) {
      cells[index].demand(down: min(k - others, room), width: most, .smallComplement)
    }
    if others == 0, people >= k || isUnprinted {
      cells[index].demand(down: min(k, room), width: min(k, people), .unanimous)
    }
    if isUnprinted, people < thresholds.base {
      cells[index].demand(width: 1, .smallBase)
    }
  }
}
