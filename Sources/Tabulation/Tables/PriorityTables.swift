public import SurveyModel

/// A survey and the questions in which it asks for priorities.
public struct PrioritySource: Sendable {
  public var dataset: Dataset
  /// Ids of the questions whose options carry themes.
  public var askedIn: [String]
  public init(dataset: Dataset, askedIn: [String]) {
    self.dataset = dataset
    self.askedIn = askedIn
  }
}

/// Makes the tables of themes: those of each survey, and the priorities with the surveys side by
/// side, never added up.
public struct PriorityTables: Sendable {
  private let sources: [(source: PrioritySource, tally: ThemeTally)]
  private let themes: ThemeRows
  private let quartiers: [Quartier]
  private let minimumBase: Int

  /// - Parameters:
  ///   - quartiers: the columns, in order.
  ///   - minimumBase: a column with fewer respondents is not ranked.
  public init(
    _ sources: [PrioritySource], codebook: Codebook, quartiers: [Quartier], minimumBase: Int
  ) {
    let themes = ThemeRows(codebook)
    self.themes = themes
    self.sources = sources.compactMap { source in
      ThemeTally(source.dataset, askedIn: source.askedIn, themes).map { (source, $0) }
    }
    self.quartiers = quartiers
    self.minimumBase = minimumBase
  }

  /// The themes of each survey by quartier, a table a survey.
  public func byQuartier() -> [Table] {
    sources.map { source, tally in
      table(
        TableID(
          source: source.dataset.source.id, name: "themes",
          by: tally.quartiers.isEmpty ? nil : "quartier"),
        .themes,
        Bilingual(
          fr: "Thèmes cités — \(source.dataset.source.label.fr)",
          en: "Themes cited — \(source.dataset.source.label.en)"),
        columns: columns(source, tally), notes: notes(source, tally))
    }
  }

  /// Themes × quartiers × sources: for the town and for each quartier a column a survey that asks
  /// for it.
  ///
  /// - Returns: `nil` when no survey asks for themes.
  public func priorities() -> Table? {
    guard !sources.isEmpty else { return nil }
    let all = sources.map { columns($0.source, $0.tally) }
    var ordered: [Column] = []
    for group in [String?.none] + quartiers.map({ $0.code }) {
      for columns in all { ordered += columns.filter { $0.item.quartier == group } }
    }
    var notes = [
      Bilingual(
        fr:
          "Chaque source est lue seule : les parts portent sur ses propres répondants et ne s'additionnent pas.",
        en: "Each source is read alone: shares are of its own respondents and do not add up.")
    ]
    for (source, tally) in sources where tally.quartiers.isEmpty {
      notes.append(
        Bilingual(
          fr:
            "\(source.dataset.source.label.fr) : quartier non demandé, présent pour l'ensemble seulement.",
          en: "\(source.dataset.source.label.en): quartier not asked, shown for the whole only."))
    }
    for (source, _) in sources {
      guard let weights = source.dataset.weightNote else { continue }
      let label = source.dataset.source.label
      notes.append(
        Bilingual(fr: "\(label.fr) : \(weights.fr)", en: "\(label.en): \(weights.en)"))
    }
    notes.append(rankNote)
    return table(
      TableID(source: nil, name: "priorities"), .priorities,
      Bilingual(fr: "Priorités par quartier", en: "Priorities by quartier"),
      columns: ordered, notes: notes)
  }

  // MARK: columns

  private struct Column {
    var item: BannerItem
    var slice: Tally.Slice
    var counting: Counting
    /// The rows that could be cited.
    var offered: Set<Int>

    /// What rows are ranked by: people, or their weights.
    var ranked: [Double] {
      counting.isWeighted ? slice.weightedRows : slice.rows.map(Double.init)
    }
  }

  private func columns(_ source: PrioritySource, _ tally: ThemeTally) -> [Column] {
    let dataset = source.dataset
    return tally.tally.slices.enumerated().map { index, slice in
      let quartier = index == 0 ? nil : tally.quartiers[index - 1]
      let name =
        quartier.map { Bilingual($0.name) } ?? Bilingual(fr: "Ensemble", en: "All")
      return Column(
        item: BannerItem(
          code: quartier?.code, label: name, source: dataset.source.id, quartier: quartier?.code,
          base: Base(
            n: slice.answered, weighted: dataset.weights.map { _ in slice.weightedAnswered },
            text: base(tally), reason: slice.answered == 0 ? Bases.nobody : nil)),
        slice: slice, counting: Counting(isWeighted: dataset.weights != nil),
        offered: tally.offered)
    }
  }

  private func base(_ tally: ThemeTally) -> Bilingual {
    let names = tally.questions.map { $0.name }
    return Bilingual(
      fr: "répondants à " + names.map { "« \($0.fr) »" }.joined(separator: " ou "),
      en: "respondents to " + names.map { "“\($0.en)”" }.joined(separator: " or "))
  }

  private func table(
    _ id: TableID, _ kind: Table.Kind, _ title: Bilingual, columns: [Column], notes: [Bilingual]
  ) -> Table {
    let asked = themes.items.indices.filter { row in
      columns.contains { $0.offered.contains(row) }
    }
    let order = asked.sorted { a, b in
      let left = columns.first?.ranked[a] ?? 0
      let right = columns.first?.ranked[b] ?? 0
      return left == right ? a < b : left > right
    }
    let ranked = columns.map { column in
      column.item.base.n < minimumBase
        ? [Rank?](repeating: nil, count: themes.items.count) : ranks(column.ranked)
    }
    let cells = order.map { row in
      columns.indices.map { cell(columns[$0], row, ranked[$0][row]) }
    }
    let unranked = unranked(columns)
    return Table(
      id: id, kind: kind, title: title,
      sources: sources.map(\.source.dataset.source)
        .filter { source in columns.contains { $0.item.source == source.id } },
      stub: order.map { stubItem($0, columns) }, banner: columns.map(\.item), cells: cells,
      notes: notes + unranked, notesWithCounts: Set(unranked))
  }

  private func stubItem(_ row: Int, _ columns: [Column]) -> StubItem {
    var item = themes.items[row]
    let shown = Set(columns.map(\.item.source))
    item.gathers = sources.filter { shown.contains($0.source.dataset.source.id) }
      .flatMap { $0.tally.gathered[row] }
    return item
  }

  private func cell(_ column: Column, _ row: Int, _ rank: Rank?) -> Cell {
    guard column.offered.contains(row) else { return Cell(reason: Self.notOffered) }
    let slice = column.slice
    var cell = column.counting.cell(
      slice.rows[row], slice.weightedRows[row], [.respondents], slice)
    cell.rank = rank
    if slice.answered > 0, slice.answered < minimumBase { cell.reason = tooFew }
    return cell
  }

  // MARK: notes

  private static let notOffered = Bilingual(
    fr: "thème que le questionnaire ne proposait pas",
    en: "theme that the questionnaire did not offer")

  private var tooFew: Bilingual {
    Bilingual(
      fr: "moins de \(minimumBase) répondants : pas de rang",
      en: "fewer than \(minimumBase) respondents: no rank")
  }

  private var rankNote: Bilingual {
    let isWeighted = sources.contains { $0.source.dataset.weights != nil }
    return Bilingual(
      fr:
        "Rang par nombre de répondants qui citent le thème\(isWeighted ? ", pondéré où la source l'est" : "") ; « = » : ex æquo ; une personne compte une fois par thème.",
      en:
        "Rank by the number of respondents who cite the theme\(isWeighted ? ", weighted where the source is" : ""); “=”: tie; a person counts once a theme."
    )
  }

  private func notes(_ source: PrioritySource, _ tally: ThemeTally) -> [Bilingual] {
    [rankNote]
      + [source.dataset.weightNote, source.dataset.source.sampling.claim].compactMap { $0 }
  }

  private func unranked(_ columns: [Column]) -> [Bilingual] {
    let small = columns.filter { $0.item.base.n < minimumBase }
    if small.isEmpty { return [] }
    let labels = Dictionary(
      uniqueKeysWithValues: sources.map {
        ($0.source.dataset.source.id, $0.source.dataset.source.label)
      })
    func names(_ language: Language) -> String {
      small.map {
        "\($0.item.label[language]) (\(labels[$0.item.source]?[language] ?? ""), \($0.item.base.n))"
      }.joined(separator: ", ")
    }
    return [
      Bilingual(
        fr: "Pas de rang sous \(minimumBase) répondants : \(names(.french)).",
        en: "No rank under \(minimumBase) respondents: \(names(.english)).")
    ]
  }
}
