internal import SurveyModel

/// Makes grids of families, joining numbers that are the same.
struct SystemBuilder {
  let reader: FamilyReader

  struct Made {
    var counts: [[Int?]]
    var bases: [Int?]
    var mentions: [Int?]
  }
  var made: [Family.Key: Made] = [:]
  /// By source: the size of each quartier, as a row of the question that asks for it.
  var sizes: [String: (cells: [String: Int], missing: Int)] = [:]
  /// By source, question and row: the cells of its columns, by code.
  var options: [RowReference: [String?: Int]] = [:]
  /// By source and question: the bases of its columns, by code.
  var questionBases: [[String]: [String?: Int]] = [:]

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

  func bases(
    of family: Family, _ key: Family.Key, _ system: inout CountSystem
  ) -> [Int?] {
    var whole: Int?
    return family.columns.indices.map { column in
      let made = base(of: family, key, column, whole, &system)
      if column == 0 { whole = made }
      return made
    }
  }

  func base(
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

  func counts(
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

  func isSingle(_ reference: RowReference) -> Bool {
    reader.families.contains {
      $0.key.source == reference.source && $0.key.name == reference.question
        && $0.value.questionType != "multiple" && $0.value.questionType != "ranking"
    }
  }

  // MARK: rules

  func addDemands(
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
}
