internal import Statistics
public import SurveyModel

/// What differs between two states of a consultation: sessions, statements, themes, ranks, bases.
///
/// Counts and shares stand side by side. Whether a change is more than chance is said for random
/// and quota samples only (Pearson's chi-squared on the two counts, without weights, level 5 %); of
/// the others the counts are shown and nothing is claimed. Sources whose questionnaire or ranked
/// questions differ are not compared.
public struct BatchComparison: Sendable {
  let before: Side?
  let now: Side
  /// Bases below this are not published.
  let publicationBase: Int

  /// One of the two: its name and what it holds.
  public struct Side: Sendable {
    var name: Bilingual
    var batch: Batch

    /// A whole batch.
    public init(_ batch: Batch) {
      let day = batch.date.map { " (\($0))" } ?? ""
      name = Bilingual(fr: "lot \(batch.number)\(day)", en: "batch \(batch.number)\(day)")
      self.batch = batch
    }

    /// One source of a batch, under the name of the other, so that two waves meet; `nil` where the
    /// batch has no such source.
    public init?(wave id: String, of batch: Batch, as other: String) {
      guard let source = batch.sources.first(where: { $0.id == id }) else { return nil }
      name = source.label
      var copy = batch
      copy.sessions = []
      copy.sources = [source]
      copy.sources[0].id = other
      copy.figures = batch.figures.filter { $0.source == id }.map { figure in
        var figure = figure
        figure.source = other
        return figure
      }
      self.batch = copy
    }
  }

  /// - Parameter before: `nil`: there is nothing to compare with.
  public init(_ before: Side?, _ now: Side, publicationBase: Int) {
    self.before = before
    self.now = now
    self.publicationBase = publicationBase
  }

  private struct Place: Hashable {
    var source: String
    var quartier: String
  }

  /// The figures of one source and place on both sides, by theme.
  private struct Pair {
    var place: Place
    var placeName: String
    var source: Batch.SourceState
    var before: [String: Batch.ThemeFigure]
    var now: [String: Batch.ThemeFigure]

    var baseBefore: Int { before.values.first?.base ?? 0 }
    var baseNow: Int { now.values.first?.base ?? 0 }
    var isChanged: Bool {
      baseBefore != baseNow
        || Set(before.keys).union(now.keys).contains { before[$0]?.n != now[$0]?.n }
    }
  }

  /// The places that changed, two columns each, and the changes in words.
  public func table(_ name: String = "changes") -> Table {
    let pairs = pairs().filter { $0.isChanged && comparability($0.place.source) == nil }
    var labels: [String: Bilingual] = [:]
    var themes: [String] = []
    for figure in now.batch.figures + (before?.batch.figures ?? [])
    where labels[figure.theme] == nil {
      labels[figure.theme] = figure.label
      themes.append(figure.theme)
    }
    let rows = themes.filter { theme in
      pairs.contains { ($0.before[theme]?.n ?? 0) + ($0.now[theme]?.n ?? 0) > 0 }
    }
    let sides = [before, now].compactMap { $0 }
    let banner = pairs.flatMap { pair in
      sides.enumerated().map { index, side in
        let isNow = index == sides.count - 1
        let base = isNow ? pair.baseNow : pair.baseBefore
        let place = pair.place.quartier.isEmpty ? Self.town : Bilingual(pair.placeName)
        return BannerItem(
          code: "\(pair.place.quartier)@\(isNow ? "now" : "before")",
          label: Bilingual(
            fr: "\(pair.source.label.fr), \(place.fr) : \(side.name.fr)",
            en: "\(pair.source.label.en), \(place.en): \(side.name.en)"),
          source: pair.place.source, base: Base(n: base, text: Self.base))
      }
    }
    let cells = rows.map { theme in
      pairs.flatMap { pair in
        sides.indices.map { index -> Cell in
          let isNow = index == sides.count - 1
          guard let figure = (isNow ? pair.now : pair.before)[theme] else {
            return Cell(reason: Self.absent)
          }
          return Cell(
            count: figure.n, shares: [Share(of: .total, figure.n, over: figure.base)],
            rank: figure.rank.map { Rank(position: $0, isTied: false) })
        }
      }
    }
    return Table(
      id: TableID(source: nil, name: name), kind: .contributions,
      title: before.map {
        Bilingual(
          fr: "Ce qui a changé : \(now.name.fr), après \($0.name.fr)",
          en: "What changed: \(now.name.en), after \($0.name.en)")
      }
        ?? Bilingual(
          fr: "Ce qui a changé : \(now.name.fr)", en: "What changed: \(now.name.en)"),
      sources: [], stub: rows.map { StubItem(code: $0, label: labels[$0]!, kind: .theme) },
      banner: banner, cells: cells, notes: sentences(pairs))
  }

  private static let town = Bilingual(fr: "ensemble", en: "all")
  private static let base = Bilingual(
    fr: "répondants ou énoncés de la source", en: "respondents or statements of the source")
  private static let absent = Bilingual(
    fr: "thème absent de ce côté", en: "theme absent on this side")

  private func pairs() -> [Pair] {
    var order: [Place] = []
    var pairs: [Place: Pair] = [:]
    let sources = Dictionary(
      (now.batch.sources + (before?.batch.sources ?? [])).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    func add(_ figure: Batch.ThemeFigure, isNow: Bool) {
      let place = Place(source: figure.source, quartier: figure.quartier)
      guard let source = sources[figure.source] else { return }
      if pairs[place] == nil {
        order.append(place)
        pairs[place] = Pair(
          place: place, placeName: figure.place, source: source, before: [:], now: [:])
      }
      if isNow {
        pairs[place]?.now[figure.theme] = figure
      } else {
        pairs[place]?.before[figure.theme] = figure
      }
    }
    for figure in now.batch.figures { add(figure, isNow: true) }
    for figure in before?.batch.figures ?? [] { add(figure, isNow: false) }
    return order.compactMap { pairs[$0] }
  }

  /// Why a source's figures cannot be held against those before; `nil` where they can.
  private func comparability(_ id: String) -> Bilingual? {
    guard let before, let old = before.batch.sources.first(where: { $0.id == id }),
      let new = now.batch.sources.first(where: { $0.id == id })
    else { return nil }
    if old.definition != new.definition {
      return Bilingual(
        fr:
          "\(new.label.fr) : le questionnaire ou les questions classées ont changé, rien n'est comparé.",
        en:
          "\(new.label.en): the questionnaire or the ranked questions changed, nothing is compared."
      )
    }
    if old.isWeighted != new.isWeighted {
      return Bilingual(
        fr: "\(new.label.fr) : pondérée d'un côté seulement, rien n'est comparé.",
        en: "\(new.label.en): weighted on one side only, nothing is compared.")
    }
    return nil
  }

  // MARK: sentences

  /// Further ones are counted, and stand in the table.
  private static let mostSentences = 60

  private func sentences(_ pairs: [Pair]) -> [Bilingual] {
    guard let before else {
      return [
        Bilingual(
          fr: "Premier lot : il n'y a rien à quoi le comparer.",
          en: "First batch: there is nothing to compare it with.")
      ] + sessions()
    }
    var lines = sessions()
    for source in now.batch.sources {
      if let reason = comparability(source.id) { lines.append(reason) }
    }
    lines += sourceLines(before)
    var moves = pairs.flatMap(moves)
    if moves.count > Self.mostSentences {
      let rest = moves.count - Self.mostSentences
      moves =
        Array(moves.prefix(Self.mostSentences)) + [
          Bilingual(fr: "… et \(rest) autres changements.", en: "… and \(rest) more changes.")
        ]
    }
    lines += moves
    if lines.isEmpty {
      lines.append(Bilingual(fr: "Rien n'a changé.", en: "Nothing changed."))
    }
    return lines
  }

  /// Sessions that are new, replaced, withdrawn, and how many statements came or went.
  private func sessions() -> [Bilingual] {
    func key(_ session: Batch.SessionState) -> [String] { [session.source, session.id] }
    let old = Dictionary(
      (before?.batch.sessions ?? []).map { (key($0), $0) }, uniquingKeysWith: { a, _ in a })
    let counting = now.batch.sessions.filter { $0.fate == "counts" }
    let fresh = counting.filter { old[key($0)]?.fate != "counts" }
    var lines: [Bilingual] = []
    if !fresh.isEmpty {
      let list = fresh.prefix(12).map { "\($0.id) (\($0.statements))" }.joined(separator: ", ")
      let more = fresh.count > 12 ? ", …" : ""
      let statements = fresh.reduce(0) { $0 + $1.statements }
      lines.append(
        Bilingual(
          fr: "\(fresh.count) fiche(s) nouvelle(s), \(statements) énoncé(s) : \(list)\(more).",
          en: "\(fresh.count) new sheet(s), \(statements) statement(s): \(list)\(more)."))
    }
    for (fate, fr, en) in [
      ("replaced", "remplacée(s)", "replaced"), ("withdrawn", "retirée(s)", "withdrawn"),
    ] {
      let gone = now.batch.sessions.filter {
        $0.fate == fate && old[key($0)]?.fate == "counts"
      }
      let absent =
        fate == "withdrawn"
        ? (before?.batch.sessions ?? []).filter { session in
          session.fate == "counts" && !now.batch.sessions.contains { key($0) == key(session) }
        } : []
      let all = gone + absent
      if all.isEmpty { continue }
      let list = all.map { "\($0.id) (\($0.statements))" }.joined(separator: ", ")
      lines.append(
        Bilingual(
          fr: "\(all.count) fiche(s) \(fr) : \(list).", en: "\(all.count) sheet(s) \(en): \(list).")
      )
    }
    return lines
  }

  private func sourceLines(_ before: Side) -> [Bilingual] {
    let old = Set(before.batch.sources.map(\.id))
    let new = Set(now.batch.sources.map(\.id))
    return now.batch.sources.filter { !old.contains($0.id) }.map {
      Bilingual(fr: "Source nouvelle : \($0.label.fr).", en: "New source: \($0.label.en).")
    }
      + before.batch.sources.filter { !new.contains($0.id) }.map {
        Bilingual(
          fr: "Source qui n'est plus là : \($0.label.fr).",
          en: "Source that is gone: \($0.label.en).")
      }
  }

  private func moves(_ pair: Pair) -> [Bilingual] {
    let place = pair.place.quartier.isEmpty ? Self.town : Bilingual(pair.placeName)
    let start = Bilingual(
      fr: "\(pair.source.label.fr), \(place.fr)", en: "\(pair.source.label.en), \(place.en)")
    var lines: [Bilingual] = []
    if pair.baseBefore != pair.baseNow {
      var line = Bilingual(
        fr: "\(start.fr) : base \(pair.baseBefore) → \(pair.baseNow)",
        en: "\(start.en): base \(pair.baseBefore) → \(pair.baseNow)")
      switch (pair.baseBefore >= publicationBase, pair.baseNow >= publicationBase) {
      case (false, true):
        line.fr += ", devient publiable"
        line.en += ", becomes publishable"
      case (true, false):
        line.fr += ", n'est plus publiable"
        line.en += ", is not publishable any more"
      default: break
      }
      lines.append(Bilingual(fr: line.fr + ".", en: line.en + "."))
    }
    for theme in pair.now.keys.sorted() {
      guard let new = pair.now[theme] else { continue }
      let old = pair.before[theme]
      let wasThere = (old?.n ?? 0) > 0
      if !wasThere, new.n > 0 {
        if pair.baseBefore > 0 {
          lines.append(
            Bilingual(
              fr: "\(start.fr) : thème nouveau, \(new.label.fr) (\(new.n) sur \(new.base)).",
              en: "\(start.en): new theme, \(new.label.en) (\(new.n) of \(new.base))."))
        }
      } else if let old, let from = old.rank, let to = new.rank, from != to {
        let verdict = verdict(old, new, pair.source)
        lines.append(
          Bilingual(
            fr:
              "\(start.fr) : \(new.label.fr) passe du rang \(from) au rang \(to) (\(old.n) sur \(old.base) → \(new.n) sur \(new.base)\(verdict.fr)).",
            en:
              "\(start.en): \(new.label.en) moves from rank \(from) to rank \(to) (\(old.n) of \(old.base) → \(new.n) of \(new.base)\(verdict.en))."
          ))
      }
    }
    return lines
  }

  /// Whether chance alone may have made the change; nothing where that may not be said.
  private func verdict(
    _ old: Batch.ThemeFigure, _ new: Batch.ThemeFigure, _ source: Batch.SourceState
  ) -> Bilingual {
    guard source.sampling == .random || source.sampling == .quota, !source.isWeighted,
      case .success(let test) = PearsonTest.of(
        [old.n, new.n, old.base - old.n, new.base - new.n], columns: 2)
    else { return Bilingual("") }
    let model = source.sampling == .quota
    return test.p < 0.05
      ? Bilingual(
        fr: " ; plus que le hasard\(model ? ", modèle de quotas" : "")",
        en: "; more than chance\(model ? ", quota model" : "")")
      : Bilingual(
        fr: " ; peut être le hasard\(model ? ", modèle de quotas" : "")",
        en: "; may be chance\(model ? ", quota model" : "")")
  }
}
