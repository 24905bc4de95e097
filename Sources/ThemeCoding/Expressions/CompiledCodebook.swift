public import SurveyModel

/// A codebook's expressions as one automaton over words.
///
/// Words, not bytes: a word is folded, stemmed and held against the codebook once, however often it
/// occurs, and phrases are then walks over small numbers. That costs less than an automaton over
/// bytes and allows for stems and for slips of the pen.
///
/// It is made once for a codebook; every coder of every thread reads the same one.
public struct CompiledCodebook: Sendable {
  /// What a complete phrase says.
  struct Phrase: Sendable {
    enum Meaning: Sendable {
      /// Index into `themes`.
      case theme(Int)
      case exception(Int)
      case ignored
      case sign(Sign)
      /// Only a condition of others.
      case context
    }
    var meaning: Meaning
    /// As the codebook writes it.
    var text: String
    /// Phrases that must, and must not, stand in the same sentence.
    var with: [Int]
    var unless: [Int]
  }

  /// The project's themes, then the foreign ones.
  let themes: [Theme]
  /// How many of `themes` are the project's.
  let ownCount: Int
  private(set) var phrases: [Phrase] = []
  private(set) var tree = PhraseTree()
  private(set) var atoms = WordAtoms()
  /// A text is a condition once, however many expressions name it.
  private var contexts: [String: Int] = [:]

  /// - Complexity: O(expressions), about a millisecond for a thousand.
  public init(_ codebook: Codebook) {
    let stemmer = FrenchStemmer()
    themes = codebook.themes + codebook.foreignThemes
    ownCount = codebook.themes.count
    for (index, theme) in themes.enumerated() {
      for expression in theme.expressions { add(expression, .theme(index), stemmer) }
      for expression in theme.exceptions { add(expression, .exception(index), stemmer) }
    }
    for expression in codebook.ignored { add(expression, .ignored, stemmer) }
    for sign in Sign.allCases {
      for expression in codebook.signs[sign] ?? [] { add(expression, .sign(sign), stemmer) }
    }
  }

  private mutating func add(
    _ expression: ThemeExpression, _ meaning: Phrase.Meaning, _ stemmer: FrenchStemmer
  ) {
    let with = expression.with.compactMap { context($0, stemmer) }
    let unless = expression.unless.compactMap { context($0, stemmer) }
    insert(
      Phrase(meaning: meaning, text: expression.text, with: with, unless: unless), stemmer)
  }

  private mutating func context(_ text: String, _ stemmer: FrenchStemmer) -> Int? {
    if let known = contexts[text] { return known }
    let number = insert(Phrase(meaning: .context, text: text, with: [], unless: []), stemmer)
    contexts[text] = number
    return number
  }

  @discardableResult
  private mutating func insert(_ phrase: Phrase, _ stemmer: FrenchStemmer) -> Int? {
    let words = ExpressionWords(phrase.text, stemmer)
    guard !words.patterns.isEmpty else { return nil }
    phrases.append(phrase)
    let path = zip(words.patterns, words.written).map { atoms.number(of: $0, written: $1) }
    tree.insert(path, phrases.count - 1)
    return phrases.count - 1
  }
}
