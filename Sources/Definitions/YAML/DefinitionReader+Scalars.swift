import SurveyModel

/// Scalars, each read as text first.
extension DefinitionReader {
  private static let textShape = Bilingual(fr: "un texte", en: "a text")

  /// A text that says something.
  mutating func text(
    _ node: YAMLNode, for key: String, choices: [String] = [],
    example: @autoclosure () -> String? = nil
  ) -> String? {
    guard let text = node.text else {
      report(
        .wrongShape(
          key, expected: Self.textShape, example: example() ?? "\(yamlQuoted(key)): …",
          at: place(node.line)))
      return nil
    }
    if isTodo(text) {
      report(.todo(key, choices: choices, at: place(node.line)))
      return nil
    }
    // A letter or digit of ASCII shows most texts at a glance.
    guard text.utf8.contains(where: { (0x21...0x7E).contains($0) }) || !foldedLabel(text).isEmpty
    else {
      report(.emptyValue(key, at: place(node.line)))
      return nil
    }
    return text
  }

  mutating func text(_ entry: YAMLEntry?, choices: [String] = []) -> String? {
    guard let entry else { return nil }
    return text(entry.value, for: entry.key, choices: choices)
  }

  /// A text that may be white space only, such as a separator; it may not be missing.
  mutating func exactText(_ entry: YAMLEntry, choices: [String] = []) -> String? {
    guard let text = entry.value.text else { return self.text(entry) }
    if isTodo(text) { return self.text(entry, choices: choices) }
    guard !text.isEmpty else {
      report(.emptyValue(entry.key, at: place(entry.value.line)))
      return nil
    }
    return text
  }

  /// A text written once, or as `{ fr: …, en: … }`.
  mutating func bilingual(_ node: YAMLNode, for key: String) -> Bilingual? {
    guard node.entries != nil else {
      return text(
        node, for: key, example: "\(yamlQuoted(key)): { fr: …, en: … }"
      ).map { Bilingual($0) }
    }
    func example() -> String { "\(yamlQuoted(key)): { fr: …, en: … }" }
    let what = Bilingual(
      fr: "`\(Quoted(key).bare)` (deux langues)", en: "`\(Quoted(key).bare)` (two languages)")
    guard let fields = fields(node, of: what, name: key, known: ["fr", "en"], example: example())
    else { return nil }
    let french = required("fr", in: fields, example: example())
    let english = required("en", in: fields, example: example())
    guard let fr = text(french), let en = text(english) else { return nil }
    return Bilingual(fr: fr, en: en)
  }

  mutating func bilingual(_ entry: YAMLEntry?) -> Bilingual? {
    guard let entry else { return nil }
    return bilingual(entry.value, for: entry.key)
  }

  mutating func flag(_ entry: YAMLEntry?) -> Bool? {
    guard let entry, let text = text(entry, choices: ["true", "false"]) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report(.badFlag(entry.key, text, at: place(entry.value.line)))
      return nil
    }
  }

  mutating func number(_ entry: YAMLEntry?, in range: ClosedRange<Int>) -> Int? {
    guard let entry, let text = text(entry) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    report(.badNumber(entry.key, text, range: range, at: place(entry.value.line)))
    return nil
  }

  /// One word of a short list.
  mutating func word(
    _ entry: YAMLEntry?, among choices: [String], code: DefinitionCode = .unknownWord
  ) -> String? {
    guard let entry, let text = text(entry, choices: choices) else { return nil }
    if choices.contains(text) { return text }
    report(.unknownWord(code, entry.key, text, choices: choices, at: place(entry.value.line)))
    return nil
  }

  /// A text or a list of texts.
  ///
  /// - Parameter allowingBlank: `""` is an item too.
  mutating func texts(_ entry: YAMLEntry?, allowingBlank: Bool = false) -> [LocatedText]? {
    guard let entry else { return nil }
    let nodes: [YAMLNode]
    if entry.value.items != nil {
      guard let items = list(entry, example: "\(entry.key): [a, b]") else { return nil }
      nodes = items
    } else {
      nodes = [entry.value]
    }
    var out: [LocatedText] = []
    for node in nodes {
      if allowingBlank, !node.isBlank, node.text?.isEmpty == true {
        out.append(LocatedText(text: "", line: node.line))
      } else if let text = text(node, for: entry.key, example: "\(entry.key): [a, b]") {
        out.append(LocatedText(text: text, line: node.line))
      }
    }
    return out.count == nodes.count ? out : nil
  }
}

struct LocatedText {
  var text: String
  var line: Int
}
