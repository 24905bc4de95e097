public import SurveyModel

/// What the codebook finds in one text, with what a person needs to check it.
public struct TextCoding: Sendable, Hashable {
  /// The themes that the text speaks of, by id, each once, in the order of the codebook.
  public var themes: [String]
  /// Where and why, in the order of the text; a theme may have several.
  public var mentions: [ThemeMention]
  /// How much of the text could be looked at: its words, articles left aside.
  public var wordCount: Int

  public init(themes: [String] = [], mentions: [ThemeMention] = [], wordCount: Int = 0) {
    self.themes = themes
    self.mentions = mentions
    self.wordCount = wordCount
  }
}

/// One place of a text that speaks of a theme.
public struct ThemeMention: Sendable, Hashable {
  /// The theme's id.
  public var theme: String
  /// The words as the text has them.
  public var words: String
  /// The expression of the codebook that they match, as it is written there.
  public var rule: String
  /// The codebook's word that a slip of the pen was read as; `nil` where the words match as they are.
  public var readAs: String?
  /// How the sentence speaks of it; `nil` where it only names it.
  public var sign: Sign?
  /// The place in the text, in UTF-8 bytes.
  public var range: Range<Int>

  public init(
    theme: String, words: String, rule: String, readAs: String? = nil, sign: Sign? = nil,
    range: Range<Int>
  ) {
    self.theme = theme
    self.words = words
    self.rule = rule
    self.readAs = readAs
    self.sign = sign
    self.range = range
  }
}
