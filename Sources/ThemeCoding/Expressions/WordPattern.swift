/// One word of an expression, as the codebook means it.
enum WordPattern: Hashable, Sendable {
  /// Every form with this stem: `poubelle`.
  case stem(String)
  /// Every word that begins so: `insécuri*`.
  case prefix(String)
  /// This word and its plural: `=vol`.
  case whole(String)

  /// What a slip of the pen is compared with; `nil`: whole words stand close to others, so they are
  /// never read into a slip.
  var spelling: String? {
    switch self {
    case .stem: nil
    case .prefix(let start): start
    case .whole: nil
    }
  }
}

/// An expression in the form in which it is matched: words without articles and prepositions.
struct ExpressionWords {
  var patterns: [WordPattern] = []
  /// The folded words as written, one a pattern.
  var written: [String] = []

  /// - Parameter text: as the codebook writes it. Empty words only, as in `en plus`, are kept.
  init(_ text: String, _ stemmer: FrenchStemmer) {
    var parts: [(String, isWhole: Bool, isPrefix: Bool)] = []
    let scalars = text.unicodeScalars
    for part in scalars.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }) {
      let isWhole = part.first == "="
      let isPrefix = part.last == "*"
      let words = foldedWords(String(part))
      for (index, word) in words.enumerated() {
        parts.append((word, isWhole, isPrefix && index == words.count - 1))
      }
    }
    let full = parts.filter { !EmptyWords.contains($0.0) }
    for (word, isWhole, isPrefix) in full.isEmpty ? parts : full {
      written.append(word)
      patterns.append(
        isPrefix ? .prefix(word) : isWhole ? .whole(singular(word)) : .stem(stemmer.stem(word)))
    }
  }
}

/// Words that carry nothing: between the words of a phrase they do not count.
enum EmptyWords {
  private static let all: Set<String> = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "l", "la", "le", "les", "un", "une", "ce",
    "ces",
    "cet", "cette", "nos", "notre", "mon", "ma", "mes", "son", "sa", "ses", "leur", "leurs",
    "votre",
    "vos", "c", "s", "qu", "j", "t", "m",
  ]

  static func contains(_ word: String) -> Bool { word.utf8.count <= 6 && all.contains(word) }
}

/// Without the `s` or `x` of the plural. Words of three letters and less keep it ("bus").
func singular(_ word: String) -> String {
  guard word.utf8.count > 3, let last = word.utf8.last,
    last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
  else { return word }
  return String(word.dropLast())
}
