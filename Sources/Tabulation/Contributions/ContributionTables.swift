public import SurveyModel

/// Makes the tables of one source of sessions: its sessions, its statements by theme × quartier ×
/// origin × kind, its walks, Johari windows, crosses, objectives and indicators.
///
/// Statements are counted, never people: no interval, no test.
public struct ContributionTables: Sendable {
  public let set: ContributionSet
  let themes: ThemeRows
  /// Below this many statements a column is not ranked.
  let minimumBase: Int

  public init(_ set: ContributionSet, codebook: Codebook, minimumBase: Int = 11) {
    self.set = set
    themes = ThemeRows(codebook)
    self.minimumBase = minimumBase
  }

  /// Every table that the source gives, in a fixed order; none that would be empty.
  ///
  /// - Complexity: O(statements × tables).
  public func all() -> [Table] {
    var tables: [Table] = []
    if set.sessions.contains(where: { $0.form.isEvent }) { tables.append(sessions()) }
    if !set.statements.isEmpty {
      tables += statementTables()
      tables += [walks(), johari(), themeTables(), residentsAndPartners(), needsAndActions()]
        .compactMap { $0 }
    }
    tables += matrixTables()
    tables += [objectives(), actions(), statedPriorities(), indicators()].compactMap { $0 }
    return tables
  }

  // MARK: parts that tables share

  func table(
    _ name: String, by: String? = nil, _ title: Bilingual, stub: [StubItem], banner: [BannerItem],
    cells: [[Cell]], notes: [Bilingual] = []
  ) -> Table {
    let label = set.source.label
    return Table(
      id: TableID(source: set.source.id, name: name, by: by), kind: .contributions,
      title: Bilingual(fr: "\(title.fr) — \(label.fr)", en: "\(title.en) — \(label.en)"),
      sources: [set.source], stub: stub, banner: banner, cells: cells, notes: notes)
  }

  func column(
    _ code: String?, _ label: Bilingual, base: Int, _ text: Bilingual, quartier: String? = nil
  ) -> BannerItem {
    BannerItem(
      code: code, label: label, source: set.source.id, quartier: quartier,
      base: Base(n: base, text: text, reason: base == 0 ? StatementWords.none : nil))
  }

  static let whole = Bilingual(fr: "Ensemble", en: "All")

  /// Columns of groups, the whole first, over the rows of the themes that somebody raised.
  func themeTable(
    _ name: String, by: String?, _ title: Bilingual, counting: Bilingual,
    groups: [(code: String, label: Bilingual, quartier: String?)], isRanked: Bool = false,
    notes: [Bilingual] = [], group: (Contribution) -> [Int]?
  ) -> Table? {
    var slices = Array(
      repeating: StatementTally.Slice(themes.items.count), count: groups.count + 1)
    var outside = StatementWords.Outside()
    var proposed = 0
    for statement in set.statements {
      guard let places = group(statement) else { continue }
      guard let targets = themes.rows(of: statement.themes) else {
        outside.add(statement)
        continue
      }
      if statement.coder == .dictionary { proposed += 1 }
      slices[0].add(targets)
      for place in places { slices[place + 1].add(targets) }
    }
    let rows = themes.items.indices.filter { slices[0].rows[$0] > 0 }.sorted { a, b in
      (slices[0].rows[b], a) < (slices[0].rows[a], b)
    }
    if rows.isEmpty { return nil }
    let text = StatementWords.base(counting)
    let banner =
      [column(nil, Self.whole, base: slices[0].coded, text)]
      + groups.enumerated().map { index, group in
        column(
          group.code, group.label, base: slices[index + 1].coded, text, quartier: group.quartier)
      }
    let places = slices.map { slice in
      isRanked && slice.coded >= minimumBase
        ? ranks(slice.rows.map(Double.init)) : [Rank?](repeating: nil, count: slice.rows.count)
    }
    let cells = rows.map { row in
      slices.indices.map { index in
        var cell = Cell(
          count: slices[index].rows[row],
          shares: [Share(of: .statements, slices[index].rows[row], over: slices[index].coded)],
          rank: places[index][row])
        if isRanked, slices[index].coded > 0, slices[index].coded < minimumBase {
          cell.reason = tooFew
        }
        return cell
      }
    }
    var notes = notes
    notes += outside.notes(set.source.label)
    if proposed > 0 {
      notes.append(
        Bilingual(
          fr: "\(proposed) énoncé(s) codé(s) par le dictionnaire, à vérifier.",
          en: "\(proposed) statement(s) coded by the dictionary, to be checked."))
    }
    if let claim = set.source.claim { notes.append(claim) }
    return table(
      name, by: by, title, stub: rows.map { themes.items[$0] }, banner: banner, cells: cells,
      notes: notes)
  }

  private var tooFew: Bilingual {
    Bilingual(
      fr: "moins de \(minimumBase) énoncés : pas de rang",
      en: "fewer than \(minimumBase) statements: no rank")
  }

  /// The quartiers as groups of columns.
  var places: [(code: String, label: Bilingual, quartier: String?)] {
    self.set.quartiers.map { ($0.code, Bilingual($0.name), $0.code) }
  }

  /// The position of each quartier by code.
  var positions: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: self.set.quartiers.enumerated().map { ($0.element.code, $0.offset) }
    )
  }

  func position(_ statement: Contribution, _ positions: [String: Int]) -> [Int] {
    statement.quartier.flatMap { positions[$0] }.map { [$0] } ?? []
  }
}
