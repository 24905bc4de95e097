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

/// Makes the tables of themes: those of each survey, and the priorities with the sources side by
/// side, never added up.
public struct PriorityTables: Sendable {
  private let voices: [Voice]
  private let themes: ThemeRows
  private let quartiers: [Quartier]
  private let minimumBase: Int

  /// A source that raises themes, and its columns: the town, then each quartier.
  private struct Voice {
    var source: Source
    var columns: [Column]
    /// Rows that the table must have for its sake.
    var rows: Set<Int>
    /// Rows that it could have raised.
    var offered: Set<Int>
    var hasQuartiers: Bool
    var weights: Bilingual?
    /// The rows of the survey's own tables that each row gathers; empty for sessions.
    var gathered: [[RowReference]] = []
    var notes: [Bilingual] = []
    /// Sessions, not people who answered a questionnaire.
    var isSessions = false
    /// What intervals and tests need, and what they found; `nil` where the sampling allows none.
    var sample: SampleDesign?
    var found: TableInference.Findings?
  }

  /// - Parameters:
  ///   - sessions: sources of sessions whose statements stand beside the surveys.
  ///   - quartiers: the columns, in order.
  ///   - minimumBase: a column with fewer respondents, or statements, is not ranked.
  public init(
    _ sources: [PrioritySource], sessions: [ContributionSet] = [], codebook: Codebook,
    quartiers: [Quartier], minimumBase: Int
  ) {
    let themes = ThemeRows(codebook)
    self.themes = themes
    voices =
      sources.compactMap { source in
        ThemeTally(source.dataset, askedIn: source.askedIn, themes).map {
          Self.voice(source, $0, minimumBase)
        }
      } + sessions.map { Self.voice($0, themes) }
    self.quartiers = quartiers
    self.minimumBase = minimumBase
  }

  /// The themes of each survey by quartier, a table a survey; those of sessions are
  /// `ContributionTables`'.
  public func byQuartier() -> [Table] {
    voices.filter { !$0.isSessions }.map { voice in
      let label = voice.source.label
      var table = table(
        TableID(
          source: voice.source.id, name: "themes", by: voice.hasQuartiers ? "quartier" : nil),
        .themes,
        Bilingual(fr: "Thèmes cités — \(label.fr)", en: "Themes cited — \(label.en)"),
        columns: voice.columns,
        notes: [rankNote] + voice.notes
          + [voice.weights, voice.source.claim].compactMap { $0 })
      guard let sample = voice.sample, let found = voice.found else { return table }
      found.addHeadings(to: &table) { themes.items[$0].code ?? themes.items[$0].label.fr }
      var notes = InferenceNotes(sample: sample)
      notes.add(found)
      table.notes += notes.lines
      table.inferenceNotes = notes.lines
      return table
    }
  }

  /// Themes × quartiers × sources: for the town and for each quartier a column a source that knows
  /// it.
  ///
  /// - Parameter listsAll: themes that no session raised have their row too, so that a row tells
  ///   of nobody: a public edition is made of this form.
  /// - Returns: `nil` when no source raises themes.
  public func priorities(listsAll: Bool = false) -> Table? {
    guard !voices.isEmpty else { return nil }
    let all = voices.map { voice in
      // Columns of several sources are not compared with each other.
      let columns = voice.columns.map { column in
        var column = column
        column.inference = column.inference?.map {
          CellInference(interval: $0.interval, rankRange: $0.rankRange)
        }
        return column
      }
      return Dictionary(grouping: columns) { $0.item.quartier }
    }
    var ordered: [Column] = []
    for group in [String?.none] + quartiers.map({ $0.code }) {
      for columns in all { ordered += columns[group] ?? [] }
    }
    var inferenceNotes: [Bilingual] = []
    var notes = [
      Bilingual(
        fr:
          "Chaque source est lue seule : les parts portent sur ses propres répondants et ne s'additionnent pas.",
        en: "Each source is read alone: shares are of its own respondents and do not add up.")
    ]
    for voice in voices where !voice.hasQuartiers {
      notes.append(
        Bilingual(
          fr:
            "\(voice.source.label.fr) : quartier non demandé, présent pour l'ensemble seulement.",
          en: "\(voice.source.label.en): quartier not asked, shown for the whole only."))
    }
    for voice in voices {
      let label = voice.source.label
      func named(_ notes: [Bilingual?]) -> [Bilingual] {
        notes.compactMap { $0 }.map {
          Bilingual(fr: "\(label.fr) : \($0.fr)", en: "\(label.en): \($0.en)")
        }
      }
      notes += voice.notes + named([voice.weights])
      guard let sample = voice.sample, let found = voice.found else { continue }
      var inferred = InferenceNotes(sample: sample)
      inferred.add(found, isCompared: false)
      inferenceNotes += named([voice.source.claim] + inferred.lines)
    }
    notes += inferenceNotes
    notes.append(rankNote)
    var priorities = table(
      TableID(source: nil, name: "priorities"), .priorities,
      Bilingual(fr: "Priorités par quartier", en: "Priorities by quartier"),
      columns: ordered, notes: notes, listsAll: listsAll)
    priorities.inferenceNotes = inferenceNotes
    return priorities
  }

  // MARK: columns

  private struct Column {
    var item: BannerItem
    /// What each row counts.
    var rows: [Int]
    var weightedRows: [Double]
    var base: Int
    var weightedBase: Double?
    /// The rows that could be cited.
    var offered: Set<Int>
    var share: Share.Of
    /// One a row, where the sampling allows any.
    var inference: [CellInference]?

    /// What rows are ranked by: people or statements, or their weights.
    var ranked: [Double] { weightedBase == nil ? rows.map(Double.init) : weightedRows }
  }

  private static func voice(
    _ source: PrioritySource, _ tally: ThemeTally, _ minimumBase: Int
  ) -> Voice {
    let dataset = source.dataset
    let sample = SampleDesign(dataset)
    let found = sample.map {
      ThemeInference(sample: $0, tally: tally, minimumBase: minimumBase).findings()
    }
    let isWeighted = dataset.weights != nil
    let columns = tally.tally.slices.enumerated().map { index, slice in
      let quartier = index == 0 ? nil : tally.quartiers[index - 1]
      let weighted = isWeighted ? slice.weightedAnswered : nil
      return Column(
        item: item(
          dataset.source, quartier,
          Base(
            n: slice.answered, weighted: weighted, text: base(tally),
            reason: slice.answered == 0 ? Bases.nobody : nil)),
        rows: slice.rows, weightedRows: slice.weightedRows, base: slice.answered,
        weightedBase: weighted, offered: tally.offered, share: .respondents,
        inference: found?.cells.map { $0[index] })
    }
    return Voice(
      source: dataset.source, columns: columns, rows: tally.offered, offered: tally.offered,
      hasQuartiers: !tally.quartiers.isEmpty, weights: dataset.weightNote,
      gathered: tally.gathered, sample: sample, found: found)
  }

  private static func voice(_ set: ContributionSet, _ themes: ThemeRows) -> Voice {
    let tally = StatementTally(set, themes) { $0.kind.isNeed }
    // A seminar for the whole town has no columns of quartiers.
    let hasQuartiers =
      set.sessions.contains { $0.quartier != nil } || tally.quartiers.contains { $0.coded > 0 }
    let places = zip(
      [Quartier?.none] + (hasQuartiers ? set.quartiers : []), [tally.whole] + tally.quartiers)
    let columns = places.map { quartier, slice in
      Column(
        item: item(
          set.source, quartier,
          Base(
            n: slice.coded, text: StatementWords.base(StatementWords.needs),
            reason: slice.coded == 0 ? StatementWords.none : nil)),
        rows: slice.rows, weightedRows: [], base: slice.coded, weightedBase: nil,
        offered: Set(slice.rows.indices), share: .statements)
    }
    let label = set.source.label
    let events = set.sessions.count { $0.form.isEvent }
    var notes = [
      Bilingual(
        fr:
          "\(label.fr) : \(events) séance(s) ; ce sont des énoncés qui sont comptés, non des personnes.",
        en: "\(label.en): \(events) session(s); statements are counted, not people.")
    ]
    notes += tally.outside.notes(label)
    return Voice(
      source: set.source, columns: columns, rows: tally.raised,
      offered: Set(themes.items.indices),
      hasQuartiers: hasQuartiers, weights: nil, notes: notes, isSessions: true)
  }

  private static func item(_ source: Source, _ quartier: Quartier?, _ base: Base) -> BannerItem {
    BannerItem(
      code: quartier?.code,
      label: quartier.map { Bilingual($0.name) } ?? Bilingual(fr: "Ensemble", en: "All"),
      source: source.id, quartier: quartier?.code, base: base)
  }

  private static func base(_ tally: ThemeTally) -> Bilingual {
    let names = tally.questions.map { $0.name }
    return Bilingual(
      fr: "répondants à " + names.map { "« \($0.fr) »" }.joined(separator: " ou "),
      en: "respondents to " + names.map { "“\($0.en)”" }.joined(separator: " or "))
  }

  private func table(
    _ id: TableID, _ kind: Table.Kind, _ title: Bilingual, columns: [Column], notes: [Bilingual],
    listsAll: Bool = false
  ) -> Table {
    let present = Set(columns.map(\.item.source))
    let voices = voices.filter { present.contains($0.source.id) }
    let asked = themes.items.indices.filter { row in
      voices.contains { (listsAll ? $0.offered : $0.rows).contains(row) }
    }
    let order = asked.sorted { a, b in
      let left = columns.first?.ranked[a] ?? 0
      let right = columns.first?.ranked[b] ?? 0
      return left == right ? a < b : left > right
    }
    let ranked = columns.map { column in
      column.base < minimumBase
        ? [Rank?](repeating: nil, count: themes.items.count) : ranks(column.ranked)
    }
    let cells = order.map { row in
      columns.indices.map { cell(columns[$0], row, ranked[$0][row]) }
    }
    let unranked = unranked(columns)
    return Table(
      id: id, kind: kind, title: title, sources: voices.map(\.source),
      stub: order.map { row in
        var item = themes.items[row]
        item.gathers = voices.flatMap { $0.gathered.isEmpty ? [] : $0.gathered[row] }
        return item
      }, banner: columns.map(\.item), cells: cells,
      notes: notes + unranked, notesWithCounts: Set(unranked + voices.flatMap(\.notes)))
  }

  private func cell(_ column: Column, _ row: Int, _ rank: Rank?) -> Cell {
    guard column.offered.contains(row) else { return Cell(reason: Self.notOffered) }
    let weight = column.weightedBase == nil ? nil : column.weightedRows[row]
    var cell = Cell(
      count: column.rows[row], weightedCount: weight,
      shares: [
        Share(
          of: column.share, column.rows[row], over: column.base, weighted: weight,
          overWeighted: column.weightedBase)
      ])
    cell.rank = rank
    if let inference = column.inference?[row], !inference.isEmpty { cell.inference = inference }
    if column.base > 0, column.base < minimumBase {
      cell.reason = column.share == .statements ? tooFewStatements : tooFew
    }
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

  private var tooFewStatements: Bilingual {
    Bilingual(
      fr: "moins de \(minimumBase) énoncés : pas de rang",
      en: "fewer than \(minimumBase) statements: no rank")
  }

  private var rankNote: Bilingual {
    let isWeighted = voices.contains { $0.weights != nil }
    return Bilingual(
      fr:
        "Rang par nombre de répondants qui citent le thème\(isWeighted ? ", pondéré où la source l'est" : "") ; « = » : ex æquo ; une personne compte une fois par thème.",
      en:
        "Rank by the number of respondents who cite the theme\(isWeighted ? ", weighted where the source is" : ""); “=”: tie; a person counts once a theme."
    )
  }

  private func unranked(_ columns: [Column]) -> [Bilingual] {
    let labels = Dictionary(uniqueKeysWithValues: voices.map { ($0.source.id, $0.source.label) })
    func names(_ small: [Column], _ language: Language) -> String {
      // A town of a thousand quartiers would fill pages with their names.
      small.prefix(Self.mostNames).map {
        "\($0.item.label[language]) (\(labels[$0.item.source]?[language] ?? ""), \($0.base))"
      }.joined(separator: ", ")
        + (small.count > Self.mostNames ? ", … (\(small.count))" : "")
    }
    let small = columns.filter { $0.base < minimumBase }
    let people = small.filter { $0.share == .respondents }
    let statements = small.filter { $0.share == .statements }
    var notes: [Bilingual] = []
    if !people.isEmpty {
      notes.append(
        Bilingual(
          fr: "Pas de rang sous \(minimumBase) répondants : \(names(people, .french)).",
          en: "No rank under \(minimumBase) respondents: \(names(people, .english))."))
    }
    if !statements.isEmpty {
      notes.append(
        Bilingual(
          fr: "Pas de rang sous \(minimumBase) énoncés : \(names(statements, .french)).",
          en: "No rank under \(minimumBase) statements: \(names(statements, .english))."))
    }
    return notes
  }

  private static let mostNames = 50
}
