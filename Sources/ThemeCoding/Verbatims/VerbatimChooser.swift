/// An answer that may be quoted.
public struct Verbatim: Sendable, Hashable {
  /// Position of the theme in the codebook.
  public var theme: Int
  /// Position of the quartier; `nil`: the town only, since too few people there say this.
  public var quartier: Int?
  /// Position of the question among those that are coded.
  public var question: Int
  public var text: String
}

/// Chooses the answers that a report quotes, by rule, so that nobody picks them to suit a purpose: the
/// same answers give the same quotations.
public struct VerbatimChooser: Sendable {
  public struct Rules: Sendable, Hashable {
    /// In characters.
    public var length: ClosedRange<Int> = 40...240
    /// Quotations a theme.
    public var perTheme = 3
    /// Themes that an answer may speak of.
    public var mostThemes = 2
    /// A quartier with fewer answers, or with fewer that speak of the theme, is not named; a theme of
    /// which fewer answers of the town speak is not quoted.
    public var base: Int
    public var cell: Int

    public init(base: Int, cell: Int) {
      self.base = base
      self.cell = cell
    }
  }

  private let rules: Rules
  private let screen: QuotableText
  private var answersByQuartier: [Int: Int] = [:]
  private var counts: [[Int?]: Int] = [:]
  private var candidates: [Int: [Verbatim]] = [:]

  /// Candidates that are kept for a theme on the way.
  private static let kept = 64

  /// - Parameter placeNames: words with a capital that identify nobody: quartiers, the town.
  public init(_ rules: Rules, placeNames: [String]) {
    self.rules = rules
    screen = QuotableText(placeNames: placeNames)
  }

  /// - Parameter themes: positions in the codebook.
  public mutating func add(_ text: String, themes: [Int], quartier: Int?, question: Int) {
    if let quartier { answersByQuartier[quartier, default: 0] += 1 }
    for theme in themes {
      counts[[theme, nil], default: 0] += 1
      if let quartier { counts[[theme, quartier], default: 0] += 1 }
    }
    guard !themes.isEmpty, themes.count <= rules.mostThemes else { return }
    let text = oneLine(text)
    guard rules.length.contains(text.count), screen.isQuotable(text) else { return }
    for theme in themes {
      let verbatim = Verbatim(theme: theme, quartier: quartier, question: question, text: text)
      var list = candidates[theme] ?? []
      if list.contains(where: { $0.text == text }) { continue }
      let place = list.firstIndex { Self.precedes(verbatim, $0) } ?? list.count
      list.insert(verbatim, at: place)
      if list.count > Self.kept { list.removeLast() }
      candidates[theme] = list
    }
  }

  /// Theme by theme; of quartiers that may be named one each before a second one.
  public var chosen: [Verbatim] {
    candidates.keys.sorted().flatMap { theme -> [Verbatim] in
      guard counts[[theme, nil], default: 0] >= rules.cell else { return [] }
      let list = (candidates[theme] ?? []).map { verbatim -> Verbatim in
        var verbatim = verbatim
        if let quartier = verbatim.quartier,
          answersByQuartier[quartier, default: 0] < rules.base
            || counts[[theme, quartier], default: 0] < rules.cell
        {
          verbatim.quartier = nil
        }
        return verbatim
      }
      var out: [Verbatim] = []
      var seen: Set<Int?> = []
      for verbatim in list where out.count < rules.perTheme {
        if seen.insert(verbatim.quartier).inserted { out.append(verbatim) }
      }
      for verbatim in list where out.count < rules.perTheme && !out.contains(verbatim) {
        out.append(verbatim)
      }
      return out
    }
  }

  /// A sentence or two read best; then by their letters, so that the order of records plays no part.
  private static func precedes(_ a: Verbatim, _ b: Verbatim) -> Bool {
    func distance(_ text: String) -> Int { abs(text.count - 110) }
    return (distance(a.text), a.text) < (distance(b.text), b.text)
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
