public import SurveyModel

/// What changed, in words.
extension BatchComparison {
  /// Sentences about one thing, under a heading.
  public struct Part: Sendable {
    public var heading: Bilingual
    public var sentences: [Bilingual]
  }

  /// Further ones are counted, and stand in the table.
  private static let mostSentences = 60

  /// None is empty.
  public var parts: [Part] {
    guard before != nil else {
      return [
        Part(
          heading: Self.arrived,
          sentences: [
            Bilingual(
              fr: "Premier lot : il n'y a rien à quoi le comparer.",
              en: "First batch: there is nothing to compare it with.")
          ] + sessions())
      ]
    }
    let pairs = changed
    let parts = [
      Part(heading: Self.arrived, sentences: sessions() + sources()),
      Part(
        heading: Bilingual(
          fr: "Ce qui devient publiable, ce qui ne l'est plus",
          en: "What became publishable, what is so no more"),
        sentences: limited(pairs.flatMap(publication))),
      Part(
        heading: Bilingual(fr: "Ce qui bouge", en: "What moved"),
        sentences: limited(pairs.flatMap(moves))),
      Part(
        heading: Bilingual(fr: "Questions communes", en: "Common questions"),
        sentences: limited(common)),
    ].filter { !$0.sentences.isEmpty }
    if !parts.isEmpty { return parts }
    return [
      Part(
        heading: Self.arrived,
        sentences: [Bilingual(fr: "Rien n'a changé.", en: "Nothing changed.")])
    ]
  }

  private static let arrived = Bilingual(fr: "Ce qui est arrivé", en: "What arrived")

  private func limited(_ sentences: [Bilingual]) -> [Bilingual] {
    let rest = sentences.count - Self.mostSentences
    guard rest > 0 else { return sentences }
    let more = counted(
      rest, fr: ("autre changement", "autres changements"), en: ("more change", "more changes"))
    return Array(sentences.prefix(Self.mostSentences)) + [
      Bilingual(
        fr: "… et \(more.fr), dans le tableau.", en: "… and \(more.en), in the table.")
    ]
  }

  // MARK: sheets and sources

  /// Sessions that are new, replaced, withdrawn, with their statements.
  private func sessions() -> [Bilingual] {
    func key(_ session: Batch.SessionState) -> [String] { [session.source, session.id] }
    let old = Dictionary(
      (before?.batch.sessions ?? []).map { (key($0), $0) }, uniquingKeysWith: { a, _ in a })
    let fresh = now.batch.sessions.filter {
      $0.fate == "counts" && old[key($0)]?.fate != "counts"
    }
    let altered = now.batch.sessions.filter { session in
      session.fate == "counts" && old[key(session)]?.fate == "counts"
        && old[key(session)]?.hash != session.hash
    }
    let replaced = now.batch.sessions.filter {
      $0.fate == "replaced" && old[key($0)]?.fate == "counts"
    }
    let present = Set(now.batch.sessions.map(key))
    let withdrawn =
      now.batch.sessions.filter { $0.fate == "withdrawn" && old[key($0)]?.fate == "counts" }
      + (before?.batch.sessions ?? []).filter {
        $0.fate == "counts" && !present.contains(key($0))
      }
    var lines: [Bilingual] = []
    if !fresh.isEmpty {
      let sheets = counted(
        fresh.count, fr: ("fiche nouvelle", "fiches nouvelles"), en: ("new sheet", "new sheets"))
      let statements = counted(
        fresh.reduce(0) { $0 + $1.statements }, fr: ("énoncé", "énoncés"),
        en: ("statement", "statements"))
      lines.append(
        list(
          Bilingual(
            fr: "\(sheets.fr), \(statements.fr)", en: "\(sheets.en), \(statements.en)"), fresh))
    }
    for (sessions, fr, en) in [
      (altered, ("fiche modifiée", "fiches modifiées"), "changed"),
      (replaced, ("fiche remplacée", "fiches remplacées"), "replaced"),
      (withdrawn, ("fiche retirée", "fiches retirées"), "withdrawn"),
    ] where !sessions.isEmpty {
      lines.append(
        list(counted(sessions.count, fr: fr, en: ("sheet \(en)", "sheets \(en)")), sessions))
    }
    return lines
  }

  private func list(_ start: Bilingual, _ sessions: [Batch.SessionState]) -> Bilingual {
    let names = sessions.prefix(12).map { "\($0.id) (\($0.statements))" }.joined(separator: ", ")
    let more = sessions.count > 12 ? ", …" : ""
    return Bilingual(fr: "\(start.fr) : \(names)\(more).", en: "\(start.en): \(names)\(more).")
  }

  private func sources() -> [Bilingual] {
    let old = Set(before?.batch.sources.map(\.id) ?? [])
    let new = Set(now.batch.sources.map(\.id))
    var lines = now.batch.sources.compactMap { comparability($0.id) }
    lines += now.batch.sources.filter { !old.contains($0.id) }.map {
      Bilingual(fr: "Source nouvelle : \($0.label.fr).", en: "New source: \($0.label.en).")
    }
    lines += (before?.batch.sources ?? []).filter { !new.contains($0.id) }.map {
      Bilingual(
        fr: "Source qui n'est plus là : \($0.label.fr).", en: "Source that is gone: \($0.label.en)."
      )
    }
    return lines + decisions
  }

  /// A person decided what open answers and statements are about.
  private var decisions: [Bilingual] {
    func hash(_ batch: Batch?) -> String? {
      batch?.inputs.first { $0.kind == "decisions" }?.hash
    }
    guard hash(before?.batch) != hash(now.batch), !isWaves else { return [] }
    return [
      Bilingual(
        fr: "Des décisions de relecture sur les réponses ouvertes et les énoncés ont changé.",
        en: "Decisions of the review on open answers and statements changed.")
    ]
  }

  // MARK: publication

  /// Bases and themes that the public edition began, or ceased, to show.
  private func publication(_ pair: Pair) -> [Bilingual] {
    guard !isWaves else { return [] }
    let start = start(pair)
    switch (isShown(pair.before, pair.baseBefore), isShown(pair.now, pair.baseNow)) {
    case (false, true):
      return [
        Bilingual(
          fr: "\(start.fr) : devient publiable (base \(pair.baseBefore) → \(pair.baseNow)).",
          en: "\(start.en): becomes publishable (base \(pair.baseBefore) → \(pair.baseNow)).")
      ]
    case (true, false):
      return [
        Bilingual(
          fr: "\(start.fr) : n'est plus publiable (base \(pair.baseBefore) → \(pair.baseNow)).",
          en:
            "\(start.en): is not publishable any more (base \(pair.baseBefore) → \(pair.baseNow)).")
      ]
    case (false, false): return []
    case (true, true): break
    }
    func themes(_ from: [String: Batch.ThemeFigure], _ to: [String: Batch.ThemeFigure])
      -> [Bilingual]
    {
      pair.themes.compactMap { theme -> Bilingual? in
        guard from[theme]?.isPublic == true, to[theme]?.isPublic == false,
          (pair.now[theme]?.n ?? 0) > 0
        else { return nil }
        return to[theme]?.label
      }
    }
    func names(_ labels: [Bilingual], _ language: Language) -> String {
      labels.map { language == .french ? "« \($0.fr) »" : "“\($0.en)”" }.joined(separator: ", ")
    }
    var lines: [Bilingual] = []
    let hidden = themes(pair.before, pair.now)
    let shown = themes(pair.now, pair.before)
    if !shown.isEmpty {
      lines.append(
        Bilingual(
          fr: "\(start.fr) : publiables désormais : \(names(shown, .french)).",
          en: "\(start.en): publishable from now on: \(names(shown, .english))."))
    }
    if !hidden.isEmpty {
      lines.append(
        Bilingual(
          fr:
            "\(start.fr) : masqués désormais dans l'édition publique : \(names(hidden, .french)).",
          en: "\(start.en): hidden from now on in the public edition: \(names(hidden, .english))."))
    }
    return lines
  }

  /// By what the public edition shows, where that is known; else by the base.
  private func isShown(_ figures: [String: Batch.ThemeFigure], _ base: Int) -> Bool {
    let known = figures.values.filter { $0.n > 0 }.compactMap(\.isPublic)
    return known.isEmpty ? base >= publicationBase : known.contains(true)
  }

  private func start(_ pair: Pair) -> Bilingual {
    Bilingual(
      fr: "\(pair.source.label.fr), \(pair.name.fr)", en: "\(pair.source.label.en), \(pair.name.en)"
    )
  }

  // MARK: figures

  private func moves(_ pair: Pair) -> [Bilingual] {
    let start = start(pair)
    var lines: [Bilingual] = []
    if pair.baseBefore != pair.baseNow {
      lines.append(
        Bilingual(
          fr: "\(start.fr) : base \(pair.baseBefore) → \(pair.baseNow).",
          en: "\(start.en): base \(pair.baseBefore) → \(pair.baseNow)."))
    }
    for theme in pair.themes {
      guard let new = pair.now[theme] else { continue }
      let old = pair.before[theme]
      if (old?.n ?? 0) == 0, new.n > 0 {
        if pair.baseBefore > 0 {
          lines.append(
            Bilingual(
              fr: "\(start.fr) : thème nouveau, \(new.label.fr) (\(new.n) sur \(new.base)).",
              en: "\(start.en): new theme, \(new.label.en) (\(new.n) of \(new.base))."))
        }
      } else if let old, let from = old.rank, let to = new.rank, from != to {
        let verdict = ChanceVerdict.of(
          (old.n, old.base), (new.n, new.base), isWaves: isWaves, pair.source.sampling,
          isWeighted: pair.source.isWeighted)
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
}
