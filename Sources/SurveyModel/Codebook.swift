/// A subject of the city contract: security, cleanliness, health.
public struct Theme: Sendable, Hashable {
  public var id: String
  public var label: Bilingual
  /// The words and phrases by which open answers speak of it.
  public var expressions: [ThemeExpression]
  /// Phrases that do not speak of it, although they hold words that do.
  public var exceptions: [ThemeExpression]

  public init(
    id: String, label: Bilingual, expressions: [ThemeExpression] = [],
    exceptions: [ThemeExpression] = []
  ) {
    self.id = id
    self.label = label
    self.expressions = expressions
    self.exceptions = exceptions
  }
}

/// Several themes that are published and ranked as one ("Sécurité, tranquillité").
public struct ThemeGroup: Sendable, Hashable {
  public var id: String
  public var label: Bilingual
  /// The themes of the group, by id.
  public var themes: [String]
  public init(id: String, label: Bilingual, themes: [String]) {
    self.id = id
    self.label = label
    self.themes = themes
  }
}

/// The themes of a project, the groups that are ranked in their place, and the words by which open
/// answers are coded.
public struct Codebook: Sendable, Hashable {
  public var themes: [Theme]
  public var groups: [ThemeGroup]
  /// Themes of the dictionary that the project does not have. Their phrases still win over shorter
  /// ones ("sécurité routière" is not "sécurité"); nothing is counted for them.
  public var foreignThemes: [Theme]
  /// Phrases that speak of no theme at all, and words that are no misspelling of another.
  public var ignored: [ThemeExpression]
  /// The words that tell how a theme is spoken of.
  public var signs: [Sign: [ThemeExpression]]

  public init(
    themes: [Theme] = [], groups: [ThemeGroup] = [], foreignThemes: [Theme] = [],
    ignored: [ThemeExpression] = [], signs: [Sign: [ThemeExpression]] = [:]
  ) {
    self.themes = themes
    self.groups = groups
    self.foreignThemes = foreignThemes
    self.ignored = ignored
    self.signs = signs
  }

  /// Whether open answers can be coded with it.
  public var hasExpressions: Bool { themes.contains { !$0.expressions.isEmpty } }
}

/// A word or phrase by which a theme is recognised, as a person writes it: `tapage nocturne` (each
/// word in all its forms), `insécuri*` (all that begins so), `=vol` (that word alone and its plural).
public struct ThemeExpression: Sendable, Hashable {
  public var text: String
  /// It counts only where one of these stands in the same sentence. Empty: everywhere.
  public var with: [String]
  /// It does not count where one of these stands in the same sentence.
  public var unless: [String]
  /// Where the codebook writes it.
  public var location: SourceLocation?

  public init(
    _ text: String, with: [String] = [], unless: [String] = [], at location: SourceLocation? = nil
  ) {
    self.text = text
    self.with = with
    self.unless = unless
    self.location = location
  }
}

/// How an answer speaks of a theme. Kept apart from the theme: "manque de police" is about security
/// as much as "trop de police".
public enum Sign: String, Sendable, CaseIterable, Hashable {
  /// Something is missing.
  case lack
  /// Something is wrong.
  case complaint
  /// Something is good.
  case praise
  /// Something is asked for.
  case proposal

  public var label: Bilingual {
    switch self {
    case .lack: Bilingual(fr: "manque", en: "lack")
    case .complaint: Bilingual(fr: "plainte", en: "complaint")
    case .praise: Bilingual(fr: "satisfaction", en: "praise")
    case .proposal: Bilingual(fr: "proposition", en: "proposal")
    }
  }
}
