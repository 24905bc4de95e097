import SurveyModel

/// The words by which open answers are coded.
extension CodebookReader {
  private static let themeKeys = ["label", "words", "except"]
  private static let themeExample =
    "cleanliness: { label: Propreté, words: [propreté, déchet, \"poubell*\"] }"
  private static let phraseExample = "{ phrase: trottoir, unless: [voiture, vitesse] }"

  /// A theme: its label alone, or its label, its words and what is no word of it.
  mutating func theme(_ entry: YAMLEntry) -> Theme? {
    let keys = entry.value.entries?.map(\.key) ?? []
    guard keys.contains(where: Self.themeKeys.contains) else {
      return reader.bilingual(entry.value, for: entry.key).map { Theme(id: entry.key, label: $0) }
    }
    guard
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "un thème", en: "a theme"), name: entry.key,
        known: Self.themeKeys, example: Self.themeExample),
      let labelEntry = reader.required("label", in: fields, example: Self.themeExample),
      let label = reader.bilingual(labelEntry)
    else { return nil }
    return Theme(
      id: entry.key, label: label, expressions: expressions(fields["words"]),
      exceptions: expressions(fields["except"]))
  }

  mutating func signs(_ entry: YAMLEntry?) -> [Sign: [ThemeExpression]] {
    let words = Sign.allCases.map(\.rawValue)
    guard let entry,
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "`signs`", en: "`signs`"), name: "signs", known: words,
        example: "signs: { lack: [manque, pas assez], praise: [agréable] }")
    else { return [:] }
    var out: [Sign: [ThemeExpression]] = [:]
    for sign in Sign.allCases { out[sign] = expressions(fields[sign.rawValue]) }
    return out
  }

  /// Each a phrase, or a phrase with its conditions. A phrase stands once in a list.
  mutating func expressions(_ entry: YAMLEntry?) -> [ThemeExpression] {
    guard let entry else { return [] }
    let items: [YAMLNode]
    if entry.value.items != nil {
      items = reader.list(entry, example: "\(entry.key): [a, b]") ?? []
    } else {
      items = [entry.value]
    }
    var lines: [String: Int] = [:]
    var out: [ThemeExpression] = []
    for item in items {
      guard let expression = expression(item, of: entry.key) else { continue }
      let key = foldedLabel(expression.text)
      if let first = lines[key], expression.with.isEmpty, expression.unless.isEmpty {
        reader.report(
          .expressionTwice(expression.text, firstLine: first, at: reader.place(item.line)))
        continue
      }
      lines[key] = item.line
      out.append(expression)
    }
    return out
  }

  private mutating func expression(_ node: YAMLNode, of key: String) -> ThemeExpression? {
    guard node.entries != nil else {
      return phrase(node, of: key).map { ThemeExpression($0, at: reader.place(node.line)) }
    }
    guard
      let fields = reader.fields(
        node, of: Bilingual(fr: "une expression", en: "an expression"), name: key,
        known: ["phrase", "with", "unless"], example: Self.phraseExample),
      let entry = reader.required("phrase", in: fields, example: Self.phraseExample),
      let text = phrase(entry.value, of: "phrase")
    else { return nil }
    let with = contexts(fields["with"])
    let unless = contexts(fields["unless"])
    guard let with, let unless else { return nil }
    return ThemeExpression(text, with: with, unless: unless, at: reader.place(node.line))
  }

  /// - Returns: `nil` when one of them is none.
  private mutating func contexts(_ entry: YAMLEntry?) -> [String]? {
    let texts = entry == nil ? [] : reader.texts(entry)
    guard let texts else { return nil }
    let sound = texts.filter { check($0.text, line: $0.line) }
    return sound.count == texts.count ? sound.map(\.text) : nil
  }

  private mutating func phrase(_ node: YAMLNode, of key: String) -> String? {
    guard let text = reader.text(node, for: key, example: Self.phraseExample),
      check(text, line: node.line)
    else { return nil }
    return text
  }

  /// Whether a look at the bytes is enough, as for most words: letters of ASCII, and no mark but a
  /// star behind three of them.
  private static func isPlainlySound(_ word: Substring.UTF8View) -> Bool {
    let letters = word.count { (0x61...0x7A).contains($0 | 0x20) }
    guard let mark = word.firstIndex(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "=") })
    else { return letters > 0 }
    return word[mark] == UInt8(ascii: "*") && word.index(after: mark) == word.endIndex
      && letters >= 3
  }

  /// A star ends a word of three letters at least, `=` begins one, never both; there is a letter or a
  /// digit in each word.
  private mutating func check(_ text: String, line: Int) -> Bool {
    if text.utf8.split(separator: UInt8(ascii: " ")).allSatisfy(Self.isPlainlySound) { return true }
    for word in text.split(separator: " ") {
      let body = word.drop { $0 == "=" }
      let core = body.hasSuffix("*") ? body.dropLast() : body
      let letters = core.unicodeScalars.count {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
      let isSound =
        word.count - body.count <= 1 && !core.contains("*") && !core.contains("=")
        && letters >= (body.hasSuffix("*") ? 3 : 1)
        && !(body.hasSuffix("*") && word.hasPrefix("="))
      if !isSound {
        reader.report(.badExpression(text, at: reader.place(line)))
        return false
      }
    }
    return true
  }
}

extension Codebook {
  /// The same themes with the words that a dictionary has for their ids; its other themes, its
  /// ignored phrases and its signs come along. What the themes say themselves stays.
  func taking(wordsOf dictionary: Codebook) -> Codebook {
    var out = self
    for index in out.themes.indices {
      guard let theme = dictionary.themes.first(where: { $0.id == out.themes[index].id }) else {
        continue
      }
      out.themes[index].expressions += theme.expressions
      out.themes[index].exceptions += theme.exceptions
    }
    let own = Set(out.themes.map(\.id))
    out.foreignThemes += dictionary.themes.filter { !own.contains($0.id) }
    out.ignored += dictionary.ignored
    for (sign, expressions) in dictionary.signs { out.signs[sign, default: []] += expressions }
    return out
  }
}
