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
  private let sources: [Asked]
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
      guard let tally = ThemeTally(source.dataset, askedIn: source.askedIn, themes) else {
        return nil
      }
      let sample = SampleDesign(source.dataset)
      let found = sample.map {
        ThemeInference(sample: $0, tally: tally, minimumBase: minimumBase).findings()
      }
      return Asked(source: source, tally: tally, sample: sample, found: found)
    }
    self.quartiers = quartiers
    self.minimumBase = minimumBase
  }

  /// The themes of each survey by quartier, a table a survey.
  public func byQuartier() -> [Table] {
    sources.map { asked in
      let source = asked.source.dataset.source
      var table = table(
        TableID(
          source: source.id, name: "themes", by: asked.tally.quartiers.isEmpty ? nil : "quartier"),
        .themes,
        Bilingual(
          fr: "Thèmes cités — \(source.label.fr)", en: "Themes cited — \(source.label.en)"),
        columns: columns(asked), notes: notes(asked))
      guard let sample = asked.sample, let found = asked.found else { return table }
      found.addHeadings(to: &table) { themes.items[$0].code ?? themes.items[$0].label.fr }
      var notes = InferenceNotes(sample: sample)
      notes.add(found)
      table.notes += notes.lines
      table.inferenceNotes = notes.lines
      return table
    }
  }

  /// Themes × quartiers × sources: for the town and for each quartier a column a survey that asks
  /// for it.
  ///
  /// - Returns: `nil` when no survey asks for themes.
  public func priorities() -> Table? {
    guard !sources.isEmpty else { return nil }
    let all = sources.map { asked in
      // Columns of several sources are not compared with each other.
      columns(asked).map { column in
        var column = column
        column.inference = column.inference?.map {
          CellInference(interval: $0.interval, rankRange: $0.rankRange)
        }
        return column
      }
    }
    var ordered: [Column] = []
    for group in [String?.none] + quartiers.map({ $0.code }) {
      for columns in all { ordered += columns.filter { $0.item.quartier == group } }
    }
    var inferenceNotes: [Bilingual] = []
    var notes = [
      Bilingual(
        fr:
          "Chaque source est lue seule : les parts portent sur ses propres répondants et ne s'additionnent pas.",
        en: "Each source is read alone: shares are of its own respondents and do not add up.")
    ]
    for asked in sources where asked.tally.quartiers.isEmpty {
      let label = asked.source.dataset.source.label
      notes.append(
        Bilingual(
          fr: "\(label.fr) : quartier non demandé, présent pour l'ensemble seulement.",
          en: "\(label.en): quartier not asked, shown for the whole only."))
    }
    for asked in sources {
      let source = asked.source.dataset.source
      func named(_ notes: [Bilingual?]) -> [Bilingual] {
        notes.compactMap { $0 }.map {
          Bilingual(fr: "\(source.label.fr) : \($0.fr)", en: "\(source.label.en): \($0.en)")
        }
      }
      notes += named([asked.source.dataset.weightNote])
      guard let sample = asked.sample, let found = asked.found else { continue }
      var inferred = InferenceNotes(sample: sample)
      inferred.add(found, isCompared: false)
      inferenceNotes += named([source.claim] + inferred.lines)
    }
    notes += inferenceNotes
    notes.append(rankNote)
    var priorities = table(
      TableID(source: nil, name: "priorities"), .priorities,
      Bilingual(fr: "Priorités par quartier", en: "Priorities by quartier"),
      columns: ordered, notes: notes)
    priorities.inferenceNotes = inferenceNotes
    return priorities
  }

  // MARK: columns

  /// A source that asks for themes, counted.
  private struct Asked {
    var source: PrioritySource
    var tally: ThemeTally
    var sample: SampleDesign?
    var found: TableInference.Findings?
  }

  private struct Column {
    var item: BannerItem
    var slice: Tally.Slice
    var counting: Counting
    /// The rows that could be cited.
    var offered: Set<Int>
    /// One a row, where the sampling allows any.
    var inference: [CellInference]?

    /// What rows are ranked by: people, or their weights.
    var ranked: [Double] {
      counting.isWeighted ? slice.weightedRows : slice.rows.map(Double.init)
    }
  }

  private func columns(_ asked: Asked) -> [Column] {
    let dataset = asked.source.dataset
    let tally = asked.tally
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
        offered: tally.offered, inference: asked.found?.cells.map { $0[index] })
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
      sources: sources.map { $0.source.dataset.source }
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
    if let inference = column.inference?[row], !inference.isEmpty { cell.inference = inference }
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

  private func notes(_ asked: Asked) -> [Bilingual] {
    let dataset = asked.source.dataset
    return [rankNote] + [dataset.weightNote, dataset.source.claim].compactMap { $0 }
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
