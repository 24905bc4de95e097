/// The words of one text, folded: lower case, no accents, apostrophes and hyphens as word ends.
///
/// The memory is kept from text to text.
struct TokenList {
  struct Token {
    /// The word in the text, as bytes.
    var start: Int32
    var end: Int32
    /// The folded word in `folded`.
    var foldedStart: Int32
    var foldedEnd: Int32
    /// Phrases do not reach over a comma or a bracket.
    var beginsClause: Bool
    /// Contexts do not reach over the end of a sentence.
    var beginsSentence: Bool
    /// An apostrophe follows: "l'", "qu'".
    var isElided: Bool
  }

  private(set) var tokens: [Token] = []
  private(set) var folded: [UInt8] = []

  /// - Parameter text: UTF-8. Bytes that are none are read as spaces.
  /// - Complexity: O(bytes).
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    var word = -1
    var wordFolded = 0
    var clause = true
    var sentence = true
    var position = 0
    let count = text.count

    func end(at place: Int, elided: Bool = false, _ list: inout TokenList) {
      guard word >= 0 else { return }
      list.tokens.append(
        Token(
          start: Int32(truncatingIfNeeded: word), end: Int32(truncatingIfNeeded: place),
          foldedStart: Int32(truncatingIfNeeded: wordFolded),
          foldedEnd: Int32(truncatingIfNeeded: list.folded.count), beginsClause: clause,
          beginsSentence: sentence, isElided: elided))
      word = -1
      clause = false
      sentence = false
    }

    while position < count {
      let byte = text[position]
      var length = 1
      var kind = FoldTable.ascii[Int(byte & 0x7F)]
      var letters: (UInt8, UInt8) = (kind, 0)
      if byte >= 0x80 {
        (kind, letters, length) = FoldTable.read(text, at: position)
      }
      switch kind {
      case FoldTable.space: end(at: position, &self)
      case FoldTable.apostrophe: end(at: position, elided: true, &self)
      case FoldTable.clause:
        end(at: position, &self)
        clause = true
      case FoldTable.sentence:
        end(at: position, &self)
        clause = true
        sentence = true
      case FoldTable.nothing: break
      default:
        if word < 0 {
          word = position
          wordFolded = folded.count
        }
        if letters.0 == FoldTable.raw {
          for offset in 0..<length { folded.append(text[position + offset]) }
        } else {
          folded.append(letters.0)
          if letters.1 != 0 { folded.append(letters.1) }
        }
      }
      position += length
    }
    end(at: count, &self)
  }

  /// The folded word of a token.
  func text(_ token: Token) -> String {
    String(decoding: folded[Int(token.foldedStart)..<Int(token.foldedEnd)], as: UTF8.self)
  }
}

/// The folded words of a text that is read once.
func foldedWords(_ text: String) -> [String] {
  var list = TokenList()
  var text = text
  text.withUTF8 { list.read($0) }
  return list.tokens.map(list.text)
}
