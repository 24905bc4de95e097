internal import SurveyModel

/// The phrases that were found in one text, and which of them count.
struct FoundPhrases {
  struct Match {
    var phrase: Int
    /// First and last word.
    var start: Int
    var end: Int
    /// Words that carry something.
    var length: Int
    /// The sentence, from 1.
    var sentence: Int

    func contains(_ other: Match) -> Bool { start <= other.start && end >= other.end }
  }

  private var all: [Match] = []
  /// Matches of themes that count, in the order of the text, the foreign themes' too.
  private(set) var themes: [Match] = []
  /// Cues of signs that count.
  private var signs: [Match] = []

  mutating func begin() {
    all.removeAll(keepingCapacity: true)
    themes.removeAll(keepingCapacity: true)
    signs.removeAll(keepingCapacity: true)
  }

  mutating func add(_ match: Match) { all.append(match) }

  /// Conditions first, so that a phrase that does not count hides nothing; then the longer phrase
  /// over those within it.
  mutating func settle(_ book: CompiledCodebook) {
    guard !all.isEmpty else { return }
    for match in all where holds(match, book) {
      switch book.phrases[match.phrase].meaning {
      case .theme(let theme):
        if !isHidden(match, theme, book), !repeats(match, theme, book) { themes.append(match) }
      case .sign:
        if !isLongerSign(over: match, book) { signs.append(match) }
      case .exception, .ignored, .context: break
      }
    }
  }

  /// Whether the phrase's conditions hold in its sentence.
  private func holds(_ match: Match, _ book: CompiledCodebook) -> Bool {
    let phrase = book.phrases[match.phrase]
    if phrase.with.isEmpty && phrase.unless.isEmpty { return true }
    func stands(_ context: Int) -> Bool {
      all.contains {
        $0.phrase == context && $0.sentence == match.sentence
          && !($0.start >= match.start && $0.end <= match.end)
      }
    }
    if !phrase.with.isEmpty, !phrase.with.contains(where: stands) { return false }
    return !phrase.unless.contains(where: stands)
  }

  private func isHidden(_ match: Match, _ theme: Int, _ book: CompiledCodebook) -> Bool {
    all.contains { other in
      guard other.contains(match), other.phrase != match.phrase || other.length > match.length
      else { return false }
      switch book.phrases[other.phrase].meaning {
      case .theme: return other.length > match.length && holds(other, book)
      case .exception(let excepted): return excepted == theme && holds(other, book)
      case .ignored: return holds(other, book)
      case .sign, .context: return false
      }
    }
  }

  /// Two expressions of a theme that match the same words are one mention.
  private func repeats(_ match: Match, _ theme: Int, _ book: CompiledCodebook) -> Bool {
    themes.contains { other in
      guard other.start == match.start, other.end == match.end,
        case .theme(theme) = book.phrases[other.phrase].meaning
      else { return false }
      return true
    }
  }

  private func isLongerSign(over match: Match, _ book: CompiledCodebook) -> Bool {
    all.contains { other in
      guard case .sign = book.phrases[other.phrase].meaning, other.contains(match) else {
        return false
      }
      return other.length > match.length && holds(other, book)
    }
  }

  /// The sign of the nearest cue in the sentence: the last one that begins before the theme, in the
  /// same clause if there is one there; else the first after it.
  func sign(of match: Match, _ book: CompiledCodebook, _ tokens: TokenList) -> Sign? {
    var before: Match?
    var after: Match?
    for cue in signs where cue.sentence == match.sentence {
      if cue.start <= match.start {
        if before.map({ $0.start <= cue.start }) ?? true { before = cue }
      } else if after.map({ cue.start < $0.start }) ?? true {
        after = cue
      }
    }
    func isInClause(_ cue: Match) -> Bool {
      let (low, high) = (min(cue.start, match.start), max(cue.start, match.start))
      return !(low..<high).contains { tokens.tokens[$0 + 1].beginsClause }
    }
    let nearest =
      before.flatMap { isInClause($0) ? $0 : nil } ?? after.flatMap { isInClause($0) ? $0 : nil }
      ?? before ?? after
    guard let nearest, case .sign(let sign) = book.phrases[nearest.phrase].meaning else {
      return nil
    }
    return sign
  }
}
