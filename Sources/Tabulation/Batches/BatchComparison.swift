public import SurveyModel

/// What differs between two states of a consultation: sessions, statements, themes, ranks, bases.
///
/// Counts and shares stand side by side. Whether a change is more than chance is said by `ChanceVerdict`
/// for random and quota samples only; of the others the counts are shown and nothing is claimed.
/// Sources whose questionnaire or ranked questions differ are compared by the common questions of the
/// crosswalk, or not at all.
public struct BatchComparison: Sendable {
  let before: Side?
  let now: Side
  /// Bases below this are not published.
  let publicationBase: Int
  /// Two waves of a survey: samples of their own, not one that grew.
  let isWaves: Bool

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
      copy.common = batch.common.filter { $0.source == id }.map { figure in
        var figure = figure
        figure.source = other
        return figure
      }
      copy.figures = batch.figures.filter { $0.source == id }.map { figure in
        var figure = figure
        figure.source = other
        return figure
      }
      self.batch = copy
    }
  }

  /// - Parameter before: `nil`: there is nothing to compare with.
  public init(_ before: Side?, _ now: Side, publicationBase: Int, isWaves: Bool = false) {
    self.before = before
    self.now = now
    self.publicationBase = publicationBase
    self.isWaves = isWaves
  }

  /// A theme in a place by a source, on both sides; `nil`: not there.
  public struct Move: Sendable {
    public var source: Bilingual
    public var place: Bilingual
    public var theme: Bilingual
    public var before: Batch.ThemeFigure?
    public var now: Batch.ThemeFigure?
  }

  /// The themes whose count or base changed, place by place.
  public var moves: [Move] {
    guard before != nil else { return [] }
    return changed.flatMap { pair in
      pair.themes.compactMap { theme -> Move? in
        let (old, new) = (pair.before[theme], pair.now[theme])
        guard (old?.n ?? 0) + (new?.n ?? 0) > 0, let label = new?.label ?? old?.label else {
          return nil
        }
        return Move(
          source: pair.source.label, place: pair.name, theme: label, before: old, now: new)
      }
    }
  }

  struct Place: Hashable {
    var source: String
    var quartier: String
  }

  /// The figures of one source and place on both sides, by theme.
  struct Pair {
    var place: Place
    var placeName: String
    var source: Batch.SourceState
    var before: [String: Batch.ThemeFigure]
    var now: [String: Batch.ThemeFigure]

    var name: Bilingual {
      place.quartier.isEmpty ? BatchComparison.town : Bilingual(placeName)
    }
    /// In the order of the newer side.
    var themes: [String]

    var baseBefore: Int { before.values.first?.base ?? 0 }
    var baseNow: Int { now.values.first?.base ?? 0 }
    var isChanged: Bool {
      baseBefore != baseNow
        || Set(before.keys).union(now.keys).contains { before[$0]?.n != now[$0]?.n }
    }
  }

  /// The places that changed, two columns each, and the changes in words.
  public func table(_ name: String = "changes") -> Table {
    let pairs = before == nil ? [] : changed
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
        return BannerItem(
          code: "\(pair.place.quartier)@\(isNow ? "now" : "before")",
          label: Bilingual(
            fr: "\(pair.source.label.fr), \(pair.name.fr) : \(side.name.fr)",
            en: "\(pair.source.label.en), \(pair.name.en): \(side.name.en)"),
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
      title: title,
      sources: [], stub: rows.map { StubItem(code: $0, label: labels[$0]!, kind: .theme) },
      banner: banner, cells: cells,
      notes: parts.flatMap(\.sentences))
  }

  public var title: Bilingual {
    before.map {
      Bilingual(
        fr: "Ce qui a changé : \(now.name.fr), après \($0.name.fr)",
        en: "What changed: \(now.name.en), after \($0.name.en)")
    } ?? Bilingual(fr: "Ce qui a changé : \(now.name.fr)", en: "What changed: \(now.name.en)")
  }

  /// Places that changed, of sources that can be compared.
  var changed: [Pair] {
    pairs().filter { $0.isChanged && comparability($0.place.source) == nil }
  }

  static let town = Bilingual(fr: "ensemble", en: "all")
  private static let base = Bilingual(
    fr: "répondants ou énoncés de la source", en: "respondents or statements of the source")
  private static let absent = Bilingual(
    fr: "thème absent de ce côté", en: "theme absent on this side")

  func pairs() -> [Pair] {
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
          place: place, placeName: figure.place, source: source, before: [:], now: [:],
          themes: [])
      }
      if pairs[place]?.themes.contains(figure.theme) == false {
        pairs[place]?.themes.append(figure.theme)
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
  func comparability(_ id: String) -> Bilingual? {
    guard let before, let old = before.batch.sources.first(where: { $0.id == id }),
      let new = now.batch.sources.first(where: { $0.id == id })
    else { return nil }
    if old.definition != new.definition {
      return Bilingual(
        fr:
          "\(new.label.fr) : le questionnaire ou les questions classées diffèrent, les thèmes ne sont pas comparés.",
        en:
          "\(new.label.en): the questionnaire or the ranked questions differ, themes are not compared."
      )
    }
    if old.isWeighted != new.isWeighted {
      return Bilingual(
        fr: "\(new.label.fr) : pondérée d'un côté seulement, les thèmes ne sont pas comparés.",
        en: "\(new.label.en): weighted on one side only, themes are not compared.")
    }
    return nil
  }
}
