public import SurveyModel

/// An answer in which the dictionary found no theme.
public struct UncodedAnswer: Sendable, Hashable {
  public var text: String
  /// Position among the quartiers; `nil` where it is not known.
  public var quartier: Int?

  public init(text: String, quartier: Int?) {
    self.text = text
    self.quartier = quartier
  }
}

/// What would make the dictionary find more: for a person to judge, nothing is changed by itself.
public struct Suggestions: Sendable {
  /// A word, or two neighbouring words, of answers without theme.
  public struct Expression: Sendable, Hashable {
    /// The form that people write most.
    public var text: String
    /// Answers without theme that hold it.
    public var count: Int
    /// Of these, the answers that no expression before it in the list holds.
    public var gain: Int
    /// The quartiers in which it stands more than chance would have it, with Lafon's index (2 and
    /// more: once in a hundred draws).
    public var quartiers: [Place]
    /// An answer or two that hold it.
    public var examples: [String]
  }

  public struct Place: Sendable, Hashable {
    /// Position among the quartiers.
    public var quartier: Int
    public var index: Double
  }

  /// Answers that say the same but for order, plural, slips and one word at most.
  public struct Group: Sendable, Hashable {
    /// The different texts, most frequent first.
    public var texts: [String]
    /// Answers in all.
    public var count: Int
  }

  /// Words and pairs that most answers without theme hold, most frequent first.
  public let frequent: [Expression]
  /// The expressions that would raise the coverage most, each counted on what those before leave.
  public let best: [Expression]
  public let groups: [Group]

  /// A word on which fewer answers agree is left aside.
  static let fewest = 2

  /// - Parameters:
  ///   - limit: how many of each are wanted.
  ///   - quartierCount: how many quartiers there are.
  /// - Complexity: O(words of the answers), and O(candidates × limit).
  public init(
    _ answers: [UncodedAnswer], codebook: Codebook, quartierCount: Int, limit: Int = 10
  ) {
    var coder = ThemeCoder(codebook)
    var candidates = WordCandidates(quartierCount: quartierCount)
    var similar = SimilarAnswers()
    for (index, answer) in answers.enumerated() {
      let words = coder.stems(of: answer.text)
      candidates.add(words, answer: index, quartier: answer.quartier)
      similar.add(words.map(\.stem), answer: index)
    }
    let frequent = candidates.frequent(limit: limit)
    self.frequent = frequent.map { candidates.expression($0, gain: $0.answers.count, answers) }
    best = candidates.best(limit: limit).map { candidates.expression($0.0, gain: $0.gain, answers) }
    groups = similar.groups(answers.map(\.text), limit: limit)
  }
}

extension Suggestions {
  public init() { (frequent, best, groups) = ([], [], []) }
}
