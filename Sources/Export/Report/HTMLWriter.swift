import SurveyModel

/// Writes a page as bytes: tags as they are, text escaped and set by the rules of its language.
struct HTMLWriter: Sendable {
  private(set) var bytes: [UInt8] = []
  let language: Language

  init(_ language: Language, reserving size: Int = 1 << 16) {
    self.language = language
    bytes.reserveCapacity(size)
  }

  /// Markup that the program writes itself.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Text of people: labels, titles, notes.
  mutating func text(_ text: String) {
    Markup.escape(Typography.set(text, language), into: &bytes)
  }

  mutating func text(_ text: Bilingual) { self.text(text[language]) }

  /// `<p class="note">…</p>` and the like; the tag's first word closes it.
  mutating func element(_ tag: String, _ content: String) {
    raw("<")
    raw(tag)
    raw(">")
    text(content)
    raw("</")
    bytes.append(contentsOf: tag.utf8.prefix { $0 != UInt8(ascii: " ") })
    raw(">\n")
  }

  mutating func element(_ tag: String, _ content: Bilingual) {
    element(tag, content[language])
  }

  /// ` name="value"`, the value being anybody's text.
  mutating func attribute(_ name: String, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    Markup.escape(value, into: &bytes)
    raw("\"")
  }
}
