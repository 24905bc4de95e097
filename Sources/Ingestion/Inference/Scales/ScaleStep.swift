internal import SurveyModel

/// How a label may be read as a step of a verbal scale: how much of what.
///
/// "Plutôt pas satisfait" is −2 of "satisfait". Heights compare within one `stem` only; they serve
/// to put steps in order and are never counted with.
struct ScaleStep: Hashable {
  /// What is rated, reduced to its root; empty where the label names the degree alone
  /// ("Pas du tout").
  var stem: String
  var height: Double
  /// The label holds a word of degree, and is not the bare stem.
  var hasDegree: Bool

  /// - Returns: `nil` where the label is no step of a scale.
  init?(_ label: String) {
    var words = foldedPlace(label).split(separator: " ").map { ScaleWords.root(String($0)) }
    guard !words.isEmpty, words.count <= 9 else { return nil }
    let whole = words.joined(separator: " ")
    if let height = ScaleWords.frequencies[whole] {
      self.init(stem: "frequency", height: height, hasDegree: true)
      return
    }
    if let height = ScaleWords.qualities[whole] {
      self.init(stem: "quality", height: height, hasDegree: true)
      return
    }
    if let first = words.first, words.count > 1, ["oui", "non", "yes", "no"].contains(first) {
      words.removeFirst()
    }
    var degree: Double?
    // "Pas bien du tout": the phrase with what it denies in its middle.
    if let end = Self.removing(["du", "tout"], from: words), let no = end.firstIndex(of: "pas") {
      words = end
      words.remove(at: no)
      degree = -3
    }
    for (phrase, height) in ScaleWords.degrees where degree == nil {
      if let rest = Self.removing(phrase, from: words) {
        words = rest
        degree = height
      }
    }
    // "Ni satisfait ni insatisfait", "Neutral": the middle of any scale.
    if degree == 0 {
      self.init(stem: "", height: 0, hasDegree: true)
      return
    }
    // Particles, and the endings of "satisfait·e" and "satisfait(e)s".
    words.removeAll { ["d", "en", "de", "du", "a", "s", "e", "es", "ne"].contains($0) }
    let stem = words.joined(separator: " ")
    if stem.isEmpty {
      guard let degree else { return nil }
      self.init(stem: "", height: degree, hasDegree: true)
    } else if let known = ScaleWords.stems[stem] {
      let height = (degree ?? ScaleWords.bare) * (known.isNegative ? -1 : 1)
      self.init(stem: known.stem, height: height, hasDegree: degree != nil)
    } else if let degree, words.count <= 2 {
      self.init(stem: stem, height: degree, hasDegree: true)
    } else {
      return nil
    }
  }

  private init(stem: String, height: Double, hasDegree: Bool) {
    self.stem = stem
    self.height = height
    self.hasDegree = hasDegree
  }

  /// The words without the phrase, where it stands in them.
  private static func removing(_ phrase: [String], from words: [String]) -> [String]? {
    guard phrase.count <= words.count else { return nil }
    for start in 0...(words.count - phrase.count)
    where Array(words[start..<(start + phrase.count)]) == phrase {
      return Array(words[..<start] + words[(start + phrase.count)...])
    }
    return nil
  }
}
