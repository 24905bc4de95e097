/// A text in the two languages of every output: French first, English too.
///
/// A label that exists in one language only (an answer option as it was asked) stands in both.
public struct Bilingual: Sendable, Hashable {
  public var fr: String
  public var en: String

  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// The same text in both languages: names, and wordings that were only ever asked in one.
  public init(_ text: String) {
    self.init(fr: text, en: text)
  }

  public subscript(language: Language) -> String {
    language == .french ? fr : en
  }
}

/// The language of a table, a message or a file. The code is the one of `--lang` and of the YAML.
public enum Language: String, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}
