internal import SurveyModel

/// Walks, Johari windows, tables in three columns.
extension ContributionTables {
  /// What walks found good and what not, by quartier; `nil` without a walk.
  func walks() -> Table? {
    let isWalk = set.sessions.map { $0.form == .walk }
    let found = set.statements.filter { isWalk[$0.session] }
    guard !found.isEmpty else { return nil }
    let positions = positions
    let signs: [Contribution.Kind] = [.strength, .weakness]
    let visited = set.quartiers.indices.filter { index in
      zip(set.sessions, isWalk).contains { $1 && $0.quartier == set.quartiers[index].code }
    }
    func counts(_ included: (Contribution) -> Bool) -> [Int] {
      var out = [Int](repeating: 0, count: set.quartiers.count + 1)
      for statement in found where included(statement) {
        out[0] += 1
        for place in position(statement, positions) { out[place + 1] += 1 }
      }
      return out
    }
    let columns = [0] + visited.map { $0 + 1 }
    func line(_ counts: [Int]) -> [Cell] { columns.map { Cell(count: counts[$0]) } }
    var stub: [StubItem] = []
    var cells: [[Cell]] = []
    for sign in signs {
      stub.append(StubItem(code: sign.word, label: sign.label, kind: .option))
      cells.append(line(counts { $0.kind == sign }))
    }
    // Themes that several quartiers' walks found: what they share.
    for sign in signs {
      for (row, theme) in themes.items.enumerated() {
        let sums = counts {
          $0.kind == sign && themes.rows(of: $0.themes)?.contains(row) == true
        }
        guard sums[0] > 0 else { continue }
        let mark = sign == .strength ? "+" : "-"
        stub.append(
          StubItem(
            code: theme.code.map { "\(sign.word)-\($0)" },
            label: Bilingual(
              fr: "\(mark) \(theme.label.fr)", en: "\(mark) \(theme.label.en)"), kind: .theme))
        cells.append(line(sums))
      }
    }
    let totals = counts { signs.contains($0.kind) }
    let text = Bilingual(fr: "points relevés en marche", en: "points noted on walks")
    let banner = columns.map { place in
      place == 0
        ? column(nil, Self.whole, base: totals[0], text)
        : column(
          set.quartiers[place - 1].code, Bilingual(set.quartiers[place - 1].name),
          base: totals[place], text, quartier: set.quartiers[place - 1].code)
    }
    return table(
      "walks", by: "quartier",
      Bilingual(fr: "Marches exploratoires : + et -", en: "Exploratory walks: + and -"),
      stub: stub, banner: banner, cells: cells)
  }

  /// Johari windows, a pane a row, a group a column; `nil` without one.
  func johari() -> Table? {
    let found = set.statements.filter { Contribution.Kind.panes.contains($0.kind) }
    guard !found.isEmpty else { return nil }
    let groups = Contribution.Origin.allCases.filter { origin in
      found.contains { $0.origin == origin }
    }
    func count(_ kind: Contribution.Kind?, _ origin: Contribution.Origin?) -> Int {
      found.count { (kind == nil || $0.kind == kind) && (origin == nil || $0.origin == origin) }
    }
    let text = Bilingual(fr: "éléments de la fenêtre", en: "items of the window")
    let columns = [Contribution.Origin?.none] + groups.map { $0 }
    return table(
      "johari", by: "origin", Bilingual(fr: "Fenêtre de Johari", en: "Johari window"),
      stub: Contribution.Kind.panes.map {
        StubItem(code: $0.word, label: $0.label, kind: .option)
      },
      banner: columns.map { origin in
        column(origin?.word, origin?.label ?? Self.whole, base: count(nil, origin), text)
      },
      cells: Contribution.Kind.panes.map { kind in columns.map { Cell(count: count(kind, $0)) } })
  }

  /// Propositions, manquements, partenaires by theme, and the lines that hold all three; `nil`
  /// without a table in three columns.
  func themeTables() -> Table? {
    let isTable = set.sessions.map { $0.form == .themeTable }
    let found = set.statements.filter { isTable[$0.session] }
    guard !found.isEmpty else { return nil }
    let kinds: [Contribution.Kind] = [.proposal, .shortcoming, .answer]
    var counts = Array(
      repeating: [Int](repeating: 0, count: kinds.count), count: themes.items.count)
    var lines: [Int: [[Int]: Set<Contribution.Kind>]] = [:]
    var outside = StatementWords.Outside()
    for statement in found {
      guard let rows = themes.rows(of: statement.themes) else {
        outside.add(statement)
        continue
      }
      for row in rows {
        if let kind = kinds.firstIndex(of: statement.kind) { counts[row][kind] += 1 }
        lines[row, default: [:]][[statement.session, statement.line], default: []]
          .insert(statement.kind)
      }
    }
    let rows = themes.items.indices.filter { counts[$0].contains { $0 > 0 } }
    if rows.isEmpty { return nil }
    let text = Bilingual(fr: "énoncés rattachés à un thème", en: "statements with a theme")
    var banner = kinds.enumerated().map { index, kind in
      column(kind.word, kind.label, base: rows.reduce(0) { $0 + counts[$1][index] }, text)
    }
    let complete = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (row, lines[row]?.values.count { $0.count == kinds.count } ?? 0)
      })
    banner.append(
      column(
        "complete", Bilingual(fr: "lignes complètes", en: "complete lines"),
        base: rows.reduce(0) { $0 + (lines[$1]?.count ?? 0) },
        Bilingual(fr: "lignes des tableaux", en: "lines of the tables")))
    return table(
      "theme-tables",
      Bilingual(
        fr: "Tableaux par thème : propositions, manquements, partenaires",
        en: "Theme tables: proposals, shortcomings, partners"),
      stub: rows.map { themes.items[$0] }, banner: banner,
      cells: rows.map { row in
        counts[row].map { Cell(count: $0) } + [Cell(count: complete[row] ?? 0)]
      },
      notes: outside.notes(set.source.label) + [
        Bilingual(
          fr: "Ligne complète : une proposition, un manquement et une réponse sur la même ligne.",
          en: "Complete line: a proposal, a shortcoming and an answer on one line.")
      ])
  }
}
