public import SurveyModel

/// What a public edition withholds, and by which rule.
public struct DisclosureAccount: Sendable, Hashable {
  /// Numbers of people that the tables hold, each once however many tables print it.
  public var total = 0
  public var shown = 0
  /// By rule; the sum with `shown` is `total`.
  public var hidden: [DisclosureRule: Int] = [:]
  /// The same of each table, in their order; a number that several print counts in each.
  public var tables: [Line] = []
  /// Numbers that could not be protected; an edition that has any is not published.
  public var unprotected = 0
  /// Sources to which too few people came since an earlier release.
  public var refused: [EarlierRelease] = []

  public struct Line: Sendable, Hashable {
    public var table: TableID
    public var title: Bilingual
    public var total: Int
    public var shown: Int
    public var hidden: [DisclosureRule: Int]
  }

  /// 0 to 100; 100 where there is nothing.
  public var percentShown: Double { total == 0 ? 100 : 100 * Double(shown) / Double(total) }

  init(_ system: CountSystem, _ tables: [Table], _ counts: [TableCounts]) {
    unprotected = system.unprotected.count
    var all: Set<Int> = []
    for (table, counts) in zip(tables, counts) {
      let cells = Set(
        (counts.counts.flatMap { $0 } + counts.bases + counts.mentions).compactMap { $0 })
      all.formUnion(cells)
      let hidden = Self.rules(of: cells, system)
      self.tables.append(
        Line(
          table: table.id, title: table.title, total: cells.count,
          shown: cells.count - hidden.values.reduce(0, +), hidden: hidden))
    }
    hidden = Self.rules(of: all, system)
    total = all.count
    shown = total - hidden.values.reduce(0, +)
  }

  private static func rules(of cells: Set<Int>, _ system: CountSystem) -> [DisclosureRule: Int] {
    var out: [DisclosureRule: Int] = [:]
    for cell in cells where system.cells[cell].isHidden {
      out[system.cells[cell].rule ?? .complementary, default: 0] += 1
    }
    return out
  }
}

extension DisclosureRule {
  public var label: Bilingual {
    switch self {
    case .smallBase: Bilingual(fr: "base sous le seuil", en: "base under the threshold")
    case .smallCount: Bilingual(fr: "petit effectif", en: "small count")
    case .smallComplement:
      Bilingual(fr: "tous sauf quelques personnes", en: "all but a few people")
    case .unanimous: Bilingual(fr: "réponse unanime", en: "unanimous answer")
    case .earlierRelease:
      Bilingual(
        fr: "écart avec une publication antérieure", en: "difference from an earlier release")
    case .complementary:
      Bilingual(
        fr: "masqué pour en protéger d'autres", en: "withheld to protect others")
    }
  }
}
