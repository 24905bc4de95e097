/// The questions of one survey, and how its export answers them. A definition: it holds no answer.
public struct Questionnaire: Sendable, Hashable {
  public var title: Bilingual
  /// Where it is written; `nil` when it was inferred from an export.
  public var file: String?
  public var questions: [Question]
  /// The column of the sampling weights.
  public var weight: ColumnName?
  /// Records that do not count, each by a stated rule.
  public var exclusions: [Exclusion]
  /// How its export is to be read, as far as it says so.
  public var form: ExportForm

  public init(
    title: Bilingual, file: String? = nil, questions: [Question], weight: ColumnName? = nil,
    exclusions: [Exclusion] = [], form: ExportForm = ExportForm()
  ) {
    self.title = title
    self.file = file
    self.questions = questions
    self.weight = weight
    self.exclusions = exclusions
    self.form = form
  }
}

/// A column of an export as a person names it: its code or its heading, trimmed, case ignored.
public struct ColumnName: Sendable, Hashable {
  public var text: String
  /// Where the definition names it.
  public var location: SourceLocation?
  public init(_ text: String, at location: SourceLocation? = nil) {
    self.text = text
    self.location = location
  }
}

/// One question of a survey.
public struct Question: Sendable, Hashable {
  public var id: String
  /// The wording that was put to people.
  public var text: Bilingual
  /// A short form for tables, where the wording is long.
  public var label: Bilingual?
  /// The wording is ours, since no document publishes it.
  public var isReconstructed: Bool
  public var type: ResponseType
  /// The columns that answer it, as named by the definition; empty: found by its wording.
  public var columns: [ColumnName]
  /// Who was asked: all these conditions hold. Empty: everybody.
  public var routing: [Condition]
  /// What a blank cell means; `nil`: as the export's dialect tells, else no answer.
  public var blank: BlankMeaning?
  /// The sign in front of the decimals of a number; `nil`: as the column proves.
  public var decimal: DecimalSign?
  /// Texts that stand for the absence of an answer (`N/A`, `NSP`), and the reason of each.
  public var missing: [MissingValue]
  /// Open answers: whether they are coded into themes where the project has words for them.
  public var takesCoding = true
  /// The options are themes that were found in written answers.
  public var isCoded = false
  /// Texts that look like a missing answer and are declared to be answers.
  public var answerTexts: [String] = []
  /// Where the definition stands.
  public var location: SourceLocation?

  public init(
    id: String, text: Bilingual, label: Bilingual? = nil, isReconstructed: Bool = false,
    type: ResponseType, columns: [ColumnName] = [], routing: [Condition] = [],
    blank: BlankMeaning? = nil, decimal: DecimalSign? = nil, missing: [MissingValue] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.text = text
    self.label = label
    self.isReconstructed = isReconstructed
    self.type = type
    self.columns = columns
    self.routing = routing
    self.blank = blank
    self.decimal = decimal
    self.missing = missing
    self.location = location
  }
}

/// What a blank cell of a question means. Exports rarely tell, so the definition does.
public enum BlankMeaning: String, Sendable, CaseIterable, Hashable {
  case noAnswer = "no-answer"
  case notDisplayed = "not-displayed"
  /// A multiple question without any tick: the person saw it and ticks nothing. It counts in
  /// the base.
  case notTicked = "not-ticked"
}

/// What stands before the decimals of a number; the other one separates thousands.
public enum DecimalSign: String, Sendable, CaseIterable, Hashable {
  case comma, point
}

/// A text that stands for a missing answer.
public struct MissingValue: Sendable, Hashable {
  public var text: String
  public var reason: MissingReason
  public init(_ text: String, _ reason: MissingReason) {
    self.text = text
    self.reason = reason
  }
}

/// "Asked if": the person gave one of these options to an earlier question.
public struct Condition: Sendable, Hashable {
  public var question: String
  /// Option codes; one is enough.
  public var options: [String]
  public init(question: String, options: [String]) {
    self.question = question
    self.options = options
  }
}
