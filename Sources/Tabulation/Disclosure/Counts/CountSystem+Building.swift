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
