/// What kind of answer a question takes.
public enum ResponseType: Sendable, Hashable {
  /// One option.
  case single(CodeList)
  /// Any number of options.
  case multiple(MultipleChoice)
  /// One step of an ordered list ("plutôt bien").
  case scale(OrdinalScale)
  /// A whole number between two ends (1 to 10).
  case numericScale(NumericScale)
  /// A quantity.
  case number
  case date(DateOrder?)
  /// Items put in order.
  case ranking(RankingQuestion)
  /// Free text.
  case openText
  /// The neighbourhood of the person, matched against the project's list.
  case quartier
  /// Names, phone numbers, addresses: read past, never stored, never written.
  case personalData
  /// A column that is known and left alone.
  case ignored

  /// The word used in YAML and JSON.
  public var word: String {
    switch self {
    case .single: "single"
    case .multiple: "multiple"
    case .scale, .numericScale: "scale"
    case .number: "number"
    case .date: "date"
    case .ranking: "ranking"
    case .openText: "open"
    case .quartier: "quartier"
    case .personalData: "personal-data"
    case .ignored: "ignored"
    }
  }
}

extension ResponseType {
  /// The options of the question, where it has a list of them.
  public var codeList: CodeList? {
    switch self {
    case .single(let list): list
    case .multiple(let choice): choice.list
    case .scale(let scale): scale.list
    case .ranking(let ranking): ranking.list
    default: nil
    }
  }
}

/// The answers that a question offers, in the order of the questionnaire.
public struct CodeList: Sendable, Hashable {
  public var options: [AnswerOption]
  /// What is typed beside the list is an answer too ("Autre : …"), counted as "other" and kept as
  /// text.
  public var allowsOther: Bool
  /// The options that are answers: those that do not stand for the absence of one. Codes of a
  /// column count along these.
  public var answers: [AnswerOption] { options.filter { $0.missing == nil } }
  public init(_ options: [AnswerOption], allowsOther: Bool = false) {
    self.options = options
    self.allowsOther = allowsOther
  }
}

/// One answer of a code list.
public struct AnswerOption: Sendable, Hashable {
  /// A short identifier, unique in its list.
  public var code: String
  /// The label as it was offered, which is also how it stands in the export.
  public var label: Bilingual
  /// Other ways in which exports write it: codes, earlier labels.
  public var aliases: [String]
  /// The theme that choosing it raises, by id.
  public var theme: String?
  /// It rules out every other option ("Aucune réponse").
  public var isExclusive: Bool
  /// It stands for the absence of an answer, and is out of the base.
  public var missing: MissingReason?
  /// In a column-per-option layout, its column, when the heading differs from the label.
  public var column: ColumnName?

  public init(
    code: String, label: Bilingual, aliases: [String] = [], theme: String? = nil,
    isExclusive: Bool = false, missing: MissingReason? = nil, column: ColumnName? = nil
  ) {
    self.code = code
    self.label = label
    self.aliases = aliases
    self.theme = theme
    self.isExclusive = isExclusive
    self.missing = missing
    self.column = column
  }
}

/// A question with several possible answers, and how the export writes them.
public struct MultipleChoice: Sendable, Hashable {
  public enum Layout: Sendable, Hashable {
    /// All answers in one cell, joined by this text.
    case cell(separator: String)
    /// A column per option, ticked or not.
    case columns
    /// A column per mention, filled from the left with labels.
    case mentions
  }
  public var list: CodeList
  /// `nil`: as the export's headings show.
  public var layout: Layout?
  /// The most options that may be chosen, where the form limits it.
  public var limit: Int?
  /// In a column-per-option layout, texts that mean "ticked", and "not ticked", beside the usual
  /// ones.
  public var ticked: [String]
  public var unticked: [String]

  public init(
    list: CodeList, layout: Layout? = nil, limit: Int? = nil, ticked: [String] = [],
    unticked: [String] = []
  ) {
    self.list = list
    self.layout = layout
    self.limit = limit
    self.ticked = ticked
    self.unticked = unticked
  }
}

/// An ordered list of answers, and which end of it is the good one.
public struct OrdinalScale: Sendable, Hashable {
  public enum BestEnd: Sendable, Hashable { case first, last }
  public var list: CodeList
  /// Declared, never guessed; `nil`: no top or bottom box is printed.
  public var best: BestEnd?
  /// How many steps the top and bottom boxes hold.
  public var box: Int
  public init(list: CodeList, best: BestEnd?, box: Int = 2) {
    self.list = list
    self.best = best
    self.box = box
  }
}

/// A scale of whole numbers.
public struct NumericScale: Sendable, Hashable {
  public var range: ClosedRange<Int>
  /// The good end: one of the bounds. Declared, never guessed.
  public var best: Int?
  public var box: Int
  public init(range: ClosedRange<Int>, best: Int?, box: Int = 2) {
    self.range = range
    self.best = best
    self.box = box
  }
}

/// How dates of one column are written.
public enum DateOrder: String, Sendable, CaseIterable, Hashable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
  case yearFirst = "year-first"
}

/// Items put in order of preference.
public struct RankingQuestion: Sendable, Hashable {
  public enum Layout: Sendable, Hashable {
    /// A column per rank, the cell holds the item.
    case ranks
    /// A column per item, the cell holds the rank.
    case items
    /// One cell holds the items in order.
    case cell(separator: String)
  }
  public var list: CodeList
  public var layout: Layout?
  /// How many ranks were asked for.
  public var depth: Int?
  /// Points of rank 1, 2, 3… for a weighted score; printed with the table. Empty: no score.
  public var points: [Int]
  public init(list: CodeList, layout: Layout?, depth: Int? = nil, points: [Int] = []) {
    self.list = list
    self.layout = layout
    self.depth = depth
    self.points = points
  }
}
