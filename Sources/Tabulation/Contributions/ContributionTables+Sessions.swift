internal import SurveyModel

/// How many sessions of which form, where, with how many people and statements.
extension ContributionTables {
  /// Forms × quartiers: sessions; people present and statements under them.
  func sessions() -> Table {
    let positions = positions
    let events = set.sessions.indices.filter { set.sessions[$0].form.isEvent }
    var statements = [Int](repeating: 0, count: set.sessions.count)
    for statement in set.statements { statements[statement.session] += 1 }
    let columnCount = set.quartiers.count + 1
    func columns(_ session: Session) -> [Int] {
      [0] + (session.quartier.flatMap { positions[$0] }.map { [$0 + 1] } ?? [])
    }
    func line(_ count: (Int) -> Int, _ included: (Session) -> Bool) -> [Cell] {
      var sums = [Int](repeating: 0, count: columnCount)
      for index in events where included(set.sessions[index]) {
        for column in columns(set.sessions[index]) { sums[column] += count(index) }
      }
      return sums.map { Cell(count: $0) }
    }
    var stub: [StubItem] = []
    var cells: [[Cell]] = []
    for form in SessionForm.allCases
    where events.contains(where: { set.sessions[$0].form == form }) {
      stub.append(StubItem(code: form.rawValue, label: form.label, kind: .option))
      cells.append(line({ _ in 1 }, { $0.form == form }))
    }
    stub.append(
      StubItem(
        code: "present", label: Bilingual(fr: "Personnes présentes", en: "People present"),
        kind: .net))
    cells.append(line({ set.sessions[$0].present ?? 0 }, { _ in true }))
    stub.append(
      StubItem(code: "statements", label: Bilingual(fr: "Énoncés", en: "Statements"), kind: .net))
    cells.append(line({ statements[$0] }, { _ in true }))
    let counts = line({ _ in 1 }, { _ in true })
    let text = Bilingual(fr: "séances", en: "sessions")
    let banner =
      [column(nil, Self.whole, base: counts[0].count ?? 0, text)]
      + set.quartiers.enumerated().map { index, quartier in
        column(
          quartier.code, Bilingual(quartier.name), base: counts[index + 1].count ?? 0, text,
          quartier: quartier.code)
      }
    var notes: [Bilingual] = []
    let uncounted = events.count { set.sessions[$0].present == nil }
    if uncounted > 0 {
      notes.append(
        Bilingual(
          fr: "\(uncounted) séance(s) ne disent pas combien de personnes étaient présentes.",
          en: "\(uncounted) session(s) do not say how many people were present."))
    }
    let town = events.count { set.sessions[$0].quartier == nil }
    if town > 0, !set.quartiers.isEmpty {
      notes.append(
        Bilingual(
          fr: "\(town) séance(s) pour toute la ville, dans l'ensemble seulement.",
          en: "\(town) session(s) for the whole town, under “All” only."))
    }
    return table(
      "sessions", by: set.quartiers.isEmpty ? nil : "quartier",
      Bilingual(fr: "Séances", en: "Sessions"), stub: stub, banner: banner, cells: cells,
      notes: notes)
  }

  /// Statements by theme and quartier, by theme and origin, by theme and kind, and all at once.
  func statementTables() -> [Table] {
    typealias Kind = Contribution.Kind
    let positions = positions
    let isPane: (Contribution) -> Bool = { Kind.panes.contains($0.kind) }
    let origins = Contribution.Origin.allCases.filter { origin in
      set.statements.contains { $0.origin == origin && !isPane($0) }
    }
    let kinds = Kind.allCases.filter { kind in
      !Kind.panes.contains(kind) && set.statements.contains { $0.kind == kind }
    }
    var tables = [
      themeTable(
        "themes", by: set.quartiers.isEmpty ? nil : "quartier",
        Bilingual(fr: "Thèmes soulevés par quartier", en: "Themes raised by quartier"),
        counting: StatementWords.needs, groups: places, isRanked: true,
        group: { $0.kind.isNeed ? position($0, positions) : nil }),
      themeTable(
        "themes", by: "origin", Bilingual(fr: "Thèmes par origine", en: "Themes by origin"),
        counting: StatementWords.all, groups: origins.map { ($0.word, $0.label, nil) },
        group: { statement in
          isPane(statement) ? nil : origins.firstIndex(of: statement.origin).map { [$0] }
        }),
      themeTable(
        "themes", by: "kind", Bilingual(fr: "Thèmes par nature", en: "Themes by kind"),
        counting: StatementWords.all, groups: kinds.map { ($0.word, $0.label, nil) },
        group: { statement in
          isPane(statement) ? nil : kinds.firstIndex(of: statement.kind).map { [$0] }
        }),
    ]
    if kinds.count > 1 {
      for kind in kinds {
        tables.append(
          themeTable(
            kind.word + (kind == .weakness ? "es" : "s"),
            by: set.quartiers.isEmpty ? nil : "quartier",
            Bilingual(
              fr: "Thèmes par quartier : \(kind.label.fr)",
              en: "Themes by quartier: \(kind.label.en)"),
            counting: kind.label, groups: places,
            group: { $0.kind == kind ? position($0, positions) : nil }))
      }
    }
    tables.append(detail(origins, kinds))
    return tables.compactMap { $0 }
  }

  /// More quartiers than this make a table that nobody reads: the detail is then in the list of
  /// statements only.
  private static let mostPlaces = 60

  /// Theme, origin and kind in the rows, quartiers in the columns: rows that occur.
  private func detail(
    _ origins: [Contribution.Origin], _ kinds: [Contribution.Kind]
  ) -> Table? {
    struct Key: Hashable {
      var row: Int
      var origin: Int
      var kind: Int
    }
    let withPlaces = set.quartiers.count <= Self.mostPlaces
    let positions = withPlaces ? positions : [:]
    let columnCount = withPlaces ? set.quartiers.count + 1 : 1
    var counts: [Key: [Int]] = [:]
    var totals = [Int](repeating: 0, count: columnCount)
    for statement in set.statements {
      guard let rows = themes.rows(of: statement.themes),
        let origin = origins.firstIndex(of: statement.origin),
        let kind = kinds.firstIndex(of: statement.kind)
      else { continue }
      let columns = [0] + position(statement, positions).map { $0 + 1 }
      for column in columns { totals[column] += 1 }
      for row in rows {
        let key = Key(row: row, origin: origin, kind: kind)
        for column in columns {
          counts[key, default: [Int](repeating: 0, count: columnCount)][column] += 1
        }
      }
    }
    let keys = counts.keys.sorted { ($0.row, $0.origin, $0.kind) < ($1.row, $1.origin, $1.kind) }
    if keys.isEmpty { return nil }
    let stub = keys.map { key in
      let theme = themes.items[key.row]
      let (origin, kind) = (origins[key.origin], kinds[key.kind])
      return StubItem(
        code: "\(theme.code ?? "")+\(origin.word)+\(kind.word)",
        label: Bilingual(
          fr: "\(theme.label.fr) · \(origin.label.fr) · \(kind.label.fr)",
          en: "\(theme.label.en) · \(origin.label.en) · \(kind.label.en)"), kind: .theme)
    }
    let text = StatementWords.base(StatementWords.all)
    let banner =
      [column(nil, Self.whole, base: totals[0], text)]
      + (withPlaces ? set.quartiers : []).enumerated().map { index, quartier in
        column(
          quartier.code, Bilingual(quartier.name), base: totals[index + 1], text,
          quartier: quartier.code)
      }
    let notes =
      withPlaces
      ? []
      : [
        Bilingual(
          fr: "Plus de \(Self.mostPlaces) quartiers : leur détail est dans la liste des énoncés.",
          en: "More than \(Self.mostPlaces) quartiers: their detail is in the list of statements.")
      ]
    return table(
      "detail", by: withPlaces && !set.quartiers.isEmpty ? "quartier" : nil,
      Bilingual(
        fr: "Énoncés par thème, origine et nature", en: "Statements by theme, origin and kind"),
      stub: stub, banner: banner, cells: keys.map { counts[$0]!.map { Cell(count: $0) } },
      notes: notes)
  }
}
