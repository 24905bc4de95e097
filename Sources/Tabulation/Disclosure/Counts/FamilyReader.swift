internal import SurveyModel

/// Collects the numbers of tables question by question, so that a number printed by several tables
/// is one.
struct FamilyReader {
  private(set) var keys: [Family.Key] = []
  private(set) var families: [Family.Key: Family] = [:]
  /// For each table and column: its family and the column there.
  private(set) var places: [[(key: Family.Key, column: Int)]] = []

  init(_ tables: [Table]) {
    var crossings: [Family.Key: String] = [:]
    for table in tables {
      for item in table.banner where item.code != nil {
        let key = Self.whole(table, item)
        if crossings[key] == nil { crossings[key] = Self.by(table) }
      }
    }
    for table in tables { read(table, crossings) }
  }

  private static func whole(_ table: Table, _ item: BannerItem) -> Family.Key {
    let name =
      table.kind == .priorities || table.kind == .themes
      ? "themes" : table.question?.id ?? table.id.name
    return Family.Key(source: item.source, name: name, by: nil)
  }

  /// What makes the columns of a table.
  private static func by(_ table: Table) -> String {
    if let by = table.by { return by.id }
    return table.banner.contains { $0.quartier != nil } ? "quartier" : "rank"
  }

  private mutating func read(_ table: Table, _ crossings: [Family.Key: String]) {
    var places: [(key: Family.Key, column: Int)] = []
    let isByRank = table.kind == .distribution && table.banner.count > 1
    for (index, item) in table.banner.enumerated() {
      var key = Self.whole(table, item)
      // A table that stands alone joins the first crossing of its question.
      let alone = table.banner.count == 1 || table.kind == .priorities || table.kind == .themes
      key.by = isByRank ? "rank" : alone ? crossings[key] : Self.by(table)
      if families[key] == nil { keys.append(key) }
      var family = families[key] ?? Family()
      family.questionType = table.question?.type
      family.isByRank = isByRank
      let column = family.column(item.code)
      if item.quartier != nil { family.isByQuartier = true }
      family.bases[column] = item.base.n
      if let mentions = item.mentions { family.mentions[column] = mentions.n }
      var missing = 0
      for (row, stub) in table.stub.enumerated() {
        let cell = table.cells[row][index]
        switch stub.kind {
        case .option, .other, .theme:
          guard let count = cell.count else { continue }
          let place = family.row(stub.name)
          family.counts[place][column] = count
          if stub.isExclusive { family.exclusive.insert(stub.name) }
          if cell.share?.of == .statements { family.isStatements = true }
          family.gathers[place] = stub.gathers.filter { $0.source == item.source }
        case .missing: missing += cell.count ?? 0
        case .net, .statistic: break
        }
      }
      if item.code == nil, table.question != nil {
        family.missing = missing
        family.hasMissing = true
      }
      families[key] = family
      places.append((key, column))
    }
    self.places.append(places)
  }
}
