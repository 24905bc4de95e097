public import SurveyModel

/// A row of a table.
public struct StubItem: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// An answer option, an item, a step of a scale.
    case option
    /// Answers outside the list.
    case other
    /// A theme or a group of themes.
    case theme
    /// Several options taken together: the top box, the bottom box.
    case net
    /// A mean, a median, a standard deviation: the cells hold `value`, not counts.
    case statistic
    /// Records without an answer, outside the base.
    case missing(MissingReason)
  }
  /// The option's code; `nil` where the file has none.
  public var code: String?
  public var label: Bilingual
  public var kind: Kind
  /// Rows of questions that this row gathers: the steps of a top box, the options of a theme. Empty
  /// for an answer of its own.
  public var gathers: [RowReference] = []
  /// Who gives it gives no other answer of the question.
  public var isExclusive = false
  /// The theme (or the group ranked in its place) that the answer raises, by id.
  public var theme: String?

  public init(code: String?, label: Bilingual, kind: Kind, theme: String? = nil) {
    self.code = code
    self.label = label
    self.kind = kind
    self.theme = theme
  }

  /// A name for the row in data files: its code, else its label.
  public var name: String { code ?? label.fr }

  public var missingReason: MissingReason? {
    if case .missing(let reason) = kind { reason } else { nil }
  }
}

/// An answer to a question of a source, wherever it is a row.
public struct RowReference: Sendable, Hashable {
  public var source: String
  public var question: String
  /// The option's code; its label where it has none.
  public var row: String

  public init(source: String, question: String, row: String) {
    self.source = source
    self.question = question
    self.row = row
  }
}

/// A column of a table, with its base.
public struct BannerItem: Sendable, Hashable {
  /// The crossing category: a quartier, an option, a rank. `nil`: everybody of the source.
  public var code: String?
  public var label: Bilingual
  /// The source of the column's numbers, by id.
  public var source: String
  /// The quartier that the column's people live in, by code, where quartiers make the columns.
  public var quartier: String?
  public var base: Base
  /// Answers given, in a question with several answers: the base of the shares of mentions.
  public var mentions: Base?
  /// The letter under which other columns name this one, where columns are compared.
  public var letter: String?
  /// What unequal weights leave of the base.
  public var effective: EffectiveBase?

  public init(
    code: String?, label: Bilingual, source: String, quartier: String? = nil, base: Base,
    mentions: Base? = nil
  ) {
    self.code = code
    self.label = label
    self.source = source
    self.quartier = quartier
    self.base = base
    self.mentions = mentions
  }

  /// The whole, not a group.
  public var isTotal: Bool { code == nil }
}
