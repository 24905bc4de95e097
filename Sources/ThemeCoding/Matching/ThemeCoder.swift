public import SurveyModel

/// Codes short texts with a codebook: open answers, statements of workshops, post-its.
///
///     var coder = ThemeCoder(codebook)              // Codebook of `Project.codebook`
///     let coding = coder.code("manque de bancs, les poubelles débordent")
///     coding.themes                                 // ["cleanliness", "urban-furniture-lighting"]
///     coding.mentions[0].words                      // "bancs"; .rule "=banc"; .sign .lack
///
/// Make one and keep it: it remembers the words that it has met. It is for one thread at a time;
/// each thread makes its own from the same codebook, and all give the same results in any order.
/// Mask personal data before (`PersonalMask`): mentions quote the text.
///
/// How texts are matched: case, accents, apostrophes, hyphens and elisions do not count; articles and
/// prepositions between the words of a phrase do not either; words match in all their forms
/// (Snowball stems), from a beginning (`insécuri*`) or as they are (`=vol`); a phrase does not reach
/// over a comma; of two matches one of which lies within the other the longer one counts; equal ones
/// count both. A word of six letters and more that the codebook does not know and that is one
/// keystroke from one that it does is read as that, unless several are as near.
public struct ThemeCoder {
  let book: CompiledCodebook
  private let stemmer: FrenchStemmer
  private var words = WordTable()
  private var tokens = TokenList()
  private var found = FoundPhrases()
  /// For each token its entry in `words`.
  private var entries: [Int] = []

  /// - Complexity: O(expressions), about a millisecond for a thousand.
  public init(_ codebook: Codebook) { self.init(CompiledCodebook(codebook)) }

  /// - Complexity: O(1).
  public init(_ book: CompiledCodebook) {
    stemmer = FrenchStemmer()
    self.book = book
  }

  /// The themes of one text, with the words and rules that lead to them.
  ///
  /// - Complexity: O(bytes); words that were not met before cost a stem each.
  public mutating func code(_ text: String) -> TextCoding {
    var text = text
    return text.withUTF8 { bytes in
      find(in: bytes)
      return coding(bytes)
    }
  }

  /// The positions in `codebook.themes` of the themes of a text, ascending, each once, for passes
  /// over many texts.
  ///
  /// - Parameter text: UTF-8.
  public mutating func themes(
    of text: UnsafeBufferPointer<UInt8>, into themes: inout [Int]
  ) {
    find(in: text)
    themes.removeAll(keepingCapacity: true)
    for match in found.themes {
      if case .theme(let theme) = book.phrases[match.phrase].meaning, theme < book.ownCount,
        !themes.contains(theme)
      {
        themes.append(theme)
      }
    }
    themes.sort()
  }

  /// The folded stems of a text's words, articles left aside, slips put right: what two texts that
  /// say the same have in common.
  mutating func stems(of text: String) -> [(stem: String, word: String, beginsClause: Bool)] {
    var text = text
    return text.withUTF8 { bytes in
      read(bytes)
      return tokens.tokens.indices.compactMap { index in
        let entry = words.entries[entries[index]]
        guard !entry.isEmptyWord else { return nil }
        let token = tokens.tokens[index]
        let word = tokens.text(token)
        let meant = entry.slip == 0 ? word : words.slips[Int(entry.slip) - 1]
        return (stemmer.stem(meant), word, token.beginsClause)
      }
    }
  }

  // MARK: words

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    words.clearIfFull()
    tokens.read(text)
    entries.removeAll(keepingCapacity: true)
    let count = tokens.tokens.count
    for index in 0..<count {
      let token = tokens.tokens[index]
      let range = Int(token.foldedStart)..<Int(token.foldedEnd)
      let known = tokens.folded.withUnsafeBufferPointer {
        words.find(UnsafeBufferPointer(rebasing: $0[range]))
      }
      entries.append(known ?? learn(range))
    }
  }

  private mutating func learn(_ range: Range<Int>) -> Int {
    let word = String(decoding: tokens.folded[range], as: UTF8.self)
    var atoms = book.atoms.satisfied(by: word, stemmer)
    var slip: String?
    if atoms.isEmpty, let near = book.atoms.slip(of: word) {
      atoms = near.numbers
      slip = near.written
    }
    return tokens.folded.withUnsafeBufferPointer {
      words.insert(
        UnsafeBufferPointer(rebasing: $0[range]), atoms: atoms,
        isEmptyWord: EmptyWords.contains(word), slip: slip)
    }
  }

  // MARK: phrases

  private mutating func find(in text: UnsafeBufferPointer<UInt8>) {
    read(text)
    found.begin()
    var sentence = 0
    for start in entries.indices {
      if tokens.tokens[start].beginsSentence { sentence += 1 }
      let entry = words.entries[entries[start]]
      guard entry.atomCount > 0 else { continue }
      walk(from: 0, at: start, start: start, length: 1, sentence: sentence)
    }
    found.settle(book)
  }

  /// Follows the tree from a node by the word at `position`.
  private mutating func walk(
    from node: Int, at position: Int, start: Int, length: Int, sentence: Int
  ) {
    let entry = words.entries[entries[position]]
    for offset in 0..<Int(entry.atomCount) {
      let atom = Int(words.atoms[Int(entry.firstAtom) + offset])
      guard let next = book.tree.child(of: node, by: atom) else { continue }
      for phrase in book.tree.phrases(at: next) {
        found.add(
          FoundPhrases.Match(
            phrase: phrase, start: start, end: position, length: length, sentence: sentence))
      }
      if let follower = follower(of: position) {
        walk(from: next, at: follower, start: start, length: length + 1, sentence: sentence)
      }
    }
  }

  /// The next word that carries something, in the same clause.
  private func follower(of position: Int) -> Int? {
    var next = position + 1
    while next < entries.count {
      if tokens.tokens[next].beginsClause { return nil }
      if !words.entries[entries[next]].isEmptyWord { return next }
      next += 1
    }
    return nil
  }

  // MARK: result

  private func coding(_ text: UnsafeBufferPointer<UInt8>) -> TextCoding {
    var present = [Bool](repeating: false, count: book.ownCount)
    var mentions: [ThemeMention] = []
    for match in found.themes {
      let phrase = book.phrases[match.phrase]
      guard case .theme(let theme) = phrase.meaning, theme < book.ownCount else { continue }
      present[theme] = true
      let range = Int(tokens.tokens[match.start].start)..<Int(tokens.tokens[match.end].end)
      let slips = (match.start...match.end).compactMap { index -> String? in
        let slip = words.entries[entries[index]].slip
        return slip == 0 ? nil : words.slips[Int(slip) - 1]
      }
      mentions.append(
        ThemeMention(
          theme: book.themes[theme].id,
          words: String(decoding: text[range], as: UTF8.self), rule: phrase.text,
          readAs: slips.isEmpty ? nil : slips.joined(separator: " "),
          sign: found.sign(of: match, book, tokens), range: range))
    }
    return TextCoding(
      themes: present.indices.filter { present[$0] }.map { book.themes[$0].id },
      mentions: mentions,
      wordCount: entries.count { !words.entries[$0].isEmptyWord })
  }
}
