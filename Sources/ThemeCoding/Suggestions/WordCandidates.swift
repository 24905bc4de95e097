internal import Statistics

/// Words and pairs of neighbouring words of answers without theme.
struct WordCandidates {
  struct Candidate {
    /// One stem, or two.
    var stems: [String]
    /// Ascending.
    var answers: [Int] = []
    /// How often each written form occurs.
    var forms: [String: Int] = [:]
    /// By quartier, answers that hold it.
    var byQuartier: [Int]
  }

  private var candidates: [[String]: Candidate] = [:]
  private let quartierCount: Int
  /// Answers of each quartier.
  private var sizes: [Int]

  init(quartierCount: Int) {
    self.quartierCount = quartierCount
    sizes = Array(repeating: 0, count: quartierCount)
  }

  mutating func add(
    _ words: [(stem: String, word: String, beginsClause: Bool)], answer: Int, quartier: Int?
  ) {
    if let quartier { sizes[quartier] += 1 }
    var last: (stem: String, word: String)?
    for (stem, word, beginsClause) in words {
      if beginsClause { last = nil }
      let isPlain = StopWords.contains(word) || word.utf8.count < 3
      if !isPlain { count([stem], word, answer, quartier) }
      if let before = last, !isPlain {
        count([before.stem, stem], before.word + " " + word, answer, quartier)
      }
      last = isPlain ? nil : (stem, word)
    }
  }

  private mutating func count(_ stems: [String], _ form: String, _ answer: Int, _ quartier: Int?) {
    let empty = Candidate(stems: stems, byQuartier: Array(repeating: 0, count: quartierCount))
    var candidate = candidates.removeValue(forKey: stems) ?? empty
    candidate.forms[form, default: 0] += 1
    if candidate.answers.last != answer {
      candidate.answers.append(answer)
      if let quartier { candidate.byQuartier[quartier] += 1 }
    }
    candidates[stems] = candidate
  }

  private var worthwhile: [Candidate] {
    candidates.values.filter { $0.answers.count >= Suggestions.fewest }
  }

  /// Most frequent first, then pairs before words, then by their letters.
  private static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    (b.answers.count, b.stems.count, a.stems.joined(separator: " "))
      < (a.answers.count, a.stems.count, b.stems.joined(separator: " "))
  }

  func frequent(limit: Int) -> [Candidate] {
    Array(worthwhile.sorted(by: Self.precedes).prefix(limit))
  }

  /// The candidate that the most answers hold, then the one that the most of the rest do, and so on.
  func best(limit: Int) -> [(Candidate, gain: Int)] {
    var rest = worthwhile.sorted(by: Self.precedes)
    var covered: Set<Int> = []
    var out: [(Candidate, gain: Int)] = []
    while out.count < limit {
      var best: (index: Int, gain: Int)?
      for (index, candidate) in rest.enumerated() {
        // Sorted by count: no later one can gain more than its count.
        if let best, candidate.answers.count <= best.gain { break }
        let gain = candidate.answers.count { !covered.contains($0) }
        if gain > best?.gain ?? 1 { best = (index, gain) }
      }
      guard let best else { break }
      let candidate = rest.remove(at: best.index)
      covered.formUnion(candidate.answers)
      out.append((candidate, best.gain))
    }
    return out
  }

  func expression(
    _ candidate: Candidate, gain: Int, _ answers: [UncodedAnswer]
  ) -> Suggestions.Expression {
    let form = candidate.forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    var examples: [String] = []
    for answer in candidate.answers where examples.count < 2 {
      if !examples.contains(answers[answer].text) { examples.append(answers[answer].text) }
    }
    return Suggestions.Expression(
      text: form, count: candidate.answers.count, gain: gain,
      quartiers: places(candidate), examples: examples)
  }

  /// The unit is the answer: how many of a quartier's hold the word, against all those with a known
  /// quartier.
  private func places(_ candidate: Candidate) -> [Suggestions.Place] {
    let total = candidate.byQuartier.reduce(0, +)
    let corpus = sizes.reduce(0, +)
    return (0..<quartierCount).compactMap { quartier -> Suggestions.Place? in
      guard sizes[quartier] > 0, candidate.byQuartier[quartier] > 0 else { return nil }
      let found = Specificity.of(
        count: candidate.byQuartier[quartier], total: total, partSize: sizes[quartier],
        corpusSize: corpus)
      guard case .success(let specificity) = found, specificity.index >= 2 else { return nil }
      return Suggestions.Place(quartier: quartier, index: specificity.index)
    }.sorted { ($1.index, $0.quartier) < ($0.index, $1.quartier) }
  }
}

/// Words that say nothing of a subject.
enum StopWords {
  private static let all: Set<String> = Set(
    """
    ai ait alors apres as assez aucun aucune aussi autre autres avait avant avec avez avoir avons ayant
    beaucoup bien bonjour bon bonne ca car cela celle celui ceux chaque chez chose choses comme comment
    dans davantage deja depuis dessus devant donc dont elle elles encore entre est et etait ete etre eux
    fait faire faites faudrait faut font fois gens grand grande habitants ici il ils jamais je jour jours
    juste la leur leurs lui mais meme merci mieux moi moins monde ne non nous on ont ou oui par parce
    parfois pas peu peut peuvent plus plutot pour pourquoi pouvoir pres quand que quel quelle quelque
    quelques qui quoi ras rien sans sera serait seul si soit sont sous souvent sur tant tel telle tellement
    toujours tous tout toute toutes tres trop tu va vers veut veux vont vous vraiment vrai y
    quartier quartiers ville voudrais voudrait voudrions aimerais aimerait il y avis idee idees
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static func contains(_ word: String) -> Bool { all.contains(word) }
}
