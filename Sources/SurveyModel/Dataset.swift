/// The answers of one survey: a column a question, codes instead of texts, the reason of every
/// missing answer, and the ledger of its records. Immutable.
public struct Dataset: Sendable {
  public let source: Source
  public let questionnaire: Questionnaire
  /// Accepted records; every column has as many entries.
  public let recordCount: Int
  /// One entry a question, in the order of the questionnaire.
  public let answers: [Answers]
  /// What became of the answers, one entry a question.
  public let states: [AnswerStates]
  /// Sampling weights, one a record; `nil` where nothing weighs the survey.
  public let weights: [Double]?
  /// How the weights were made, where the project asks for them; `nil`: they are the export's.
  public let weighting: Weighting?
  public let ledger: Ledger
  /// The neighbourhoods that the quartier question's codes stand for.
  public let quartiers: [Quartier]

  public init(
    source: Source, questionnaire: Questionnaire, recordCount: Int, answers: [Answers],
    states: [AnswerStates], weights: [Double]?, ledger: Ledger, quartiers: [Quartier],
    weighting: Weighting? = nil
  ) {
    precondition(answers.count == questionnaire.questions.count)
    precondition(states.count == answers.count)
    precondition(weights.map { $0.count == recordCount } ?? true)
    self.source = source
    self.questionnaire = questionnaire
    self.recordCount = recordCount
    self.answers = answers
    self.states = states
    self.weights = weights
    self.ledger = ledger
    self.quartiers = quartiers
    self.weighting = weighting
  }

  /// The same answers with the weights that were made for them.
  public func weighted(by weighting: Weighting) -> Dataset {
    Dataset(
      source: source, questionnaire: questionnaire, recordCount: recordCount, answers: answers,
      states: states, weights: weighting.weights, ledger: ledger, quartiers: quartiers,
      weighting: weighting)
  }

  /// The position of the question with this id.
  public func index(of question: String) -> Int? {
    questionnaire.questions.firstIndex { $0.id == question }
  }
}

/// The answers to one question.
public enum Answers: Sendable {
  /// One option a record: single choices, scales, quartiers.
  case codes(CodeColumn)
  /// A set of options a record.
  case sets(SetColumn)
  /// Items in order.
  case ranks(RankColumn)
  /// Numbers and, as days since 1970-01-01, dates.
  case numbers(NumberColumn)
  /// Free text: only whether it was answered. The words stay in the export.
  case texts(CodeColumn)
  /// Personal data and ignored columns: nothing is kept.
  case omitted
}

/// One code a record: `0..<optionCount` is an option (with "other" last, where it is allowed),
/// `optionCount + reason.rawValue` a missing answer.
public struct CodeColumn: Sendable {
  public var codes: Codes
  public var optionCount: Int
  /// What people typed as "other": distinct texts with their counts, most frequent first.
  public var otherTexts: [OtherText]

  public init(codes: Codes, optionCount: Int, otherTexts: [OtherText] = []) {
    self.codes = codes
    self.optionCount = optionCount
    self.otherTexts = otherTexts
  }

  /// Bins that a histogram of `codes` needs.
  public var stateCount: Int { optionCount + MissingReason.allCases.count }

  public func missingReason(of code: Int) -> MissingReason? {
    code < optionCount ? nil : MissingReason(rawValue: code - optionCount)
  }
}

/// A text typed beside the options.
public struct OtherText: Sendable, Hashable {
  public var text: String
  public var count: Int
  public init(text: String, count: Int) {
    self.text = text
    self.count = count
  }
}

/// A set of options a record. Records with the same set share one entry of `combinations`, so a
/// pass over a million records touches small numbers only.
public struct SetColumn: Sendable {
  /// Index into `combinations`.
  public var codes: Codes
  public var combinations: [Combination]
  public var optionCount: Int
  public var otherTexts: [OtherText]
  /// In a column-per-option layout: how often each option was shown and not ticked.
  public var untickedCounts: [Int]?
  /// In a column-per-option layout: how often each option's cell says that it was not displayed.
  public var undisplayedCounts: [Int]?

  public enum Combination: Sendable, Hashable {
    /// Option indexes, ascending, each once. Empty: shown, nothing ticked, and counted in the base.
    case chosen([Int])
    case missing(MissingReason)
  }

  public init(
    codes: Codes, combinations: [Combination], optionCount: Int, otherTexts: [OtherText] = [],
    untickedCounts: [Int]? = nil, undisplayedCounts: [Int]? = nil
  ) {
    self.codes = codes
    self.combinations = combinations
    self.optionCount = optionCount
    self.otherTexts = otherTexts
    self.untickedCounts = untickedCounts
    self.undisplayedCounts = undisplayedCounts
  }
}

/// Items in order, as a set column whose combinations keep the order of preference: entry `k` is
/// the item at rank `k + 1`, `nil` where the rank was left out.
public struct RankColumn: Sendable {
  public var codes: Codes
  public var combinations: [Combination]
  public var optionCount: Int
  /// The deepest rank that was asked for, or that occurs.
  public var depth: Int
  public var otherTexts: [OtherText]

  public enum Combination: Sendable, Hashable {
    case ranked([Int?])
    case missing(MissingReason)
  }

  public init(
    codes: Codes, combinations: [Combination], optionCount: Int, depth: Int,
    otherTexts: [OtherText] = []
  ) {
    self.codes = codes
    self.combinations = combinations
    self.optionCount = optionCount
    self.depth = depth
    self.otherTexts = otherTexts
  }
}

/// One number a record, through the distinct values that occur.
public struct NumberColumn: Sendable {
  /// Index into `values`, or `values.count + reason.rawValue`.
  public var codes: Codes
  /// Distinct values, ascending.
  public var values: [Double]

  public init(codes: Codes, values: [Double]) {
    self.codes = codes
    self.values = values
  }
}
