/// What became of every record of a source. `read == accepted + excluded + quarantined`, always.
public struct Ledger: Sendable, Hashable {
  /// Records under the headings.
  public private(set) var read: Int
  public private(set) var accepted: Int
  /// Excluded by a rule of the questionnaire: the rule and how many it took.
  public private(set) var excluded: [Excluded]
  /// Set aside because they could not be read as a record of this survey.
  public private(set) var quarantined: [Quarantined]

  public struct Excluded: Sendable, Hashable {
    public var reason: Bilingual
    public var count: Int
    /// A stable word for the rule (`Exclusion.Rule.word`, or `empty`).
    public var rule: String
    /// The columns that it looks at; the key of duplicates.
    public var columns: [String]
    public init(reason: Bilingual, count: Int, rule: String = "values", columns: [String] = []) {
      self.reason = reason
      self.count = count
      self.rule = rule
      self.columns = columns
    }
  }

  /// Something worth knowing of the records, by which none of them is left out.
  public struct Indication: Sendable, Hashable {
    /// A stable word: `straight-lining`, `speeders`.
    public var kind: String
    public var text: Bilingual
    /// The questions that it concerns.
    public var questions: [String]
    /// How many records, of how many.
    public var count: Int
    public var base: Int
    public init(kind: String, text: Bilingual, questions: [String] = [], count: Int, base: Int) {
      self.kind = kind
      self.text = text
      self.questions = questions
      self.count = count
      self.base = base
    }
  }

  /// Accepted records that stand corrected in a file of the project.
  public private(set) var corrected = 0
  public private(set) var indications: [Indication] = []

  public struct Quarantined: Sendable, Hashable {
    /// The record and its line in the export.
    public var location: SourceLocation
    /// A stable word: `too-many-cells`, `too-few-cells`, `weight`.
    public var code: String
    public var reason: Bilingual
    public init(location: SourceLocation, code: String, reason: Bilingual) {
      self.location = location
      self.code = code
      self.reason = reason
    }
  }

  public var excludedCount: Int { excluded.reduce(0) { $0 + $1.count } }

  /// - Returns: `nil` when the three parts do not add up to what was read; the caller then stops
  ///   with a fault, since a record was lost.
  public init?(read: Int, accepted: Int, excluded: [Excluded], quarantined: [Quarantined]) {
    let parts = accepted + excluded.reduce(0) { $0 + $1.count } + quarantined.count
    guard parts == read else { return nil }
    self.init(read, accepted, excluded, quarantined)
  }

  private init(
    _ read: Int, _ accepted: Int, _ excluded: [Excluded], _ quarantined: [Quarantined]
  ) {
    self.read = read
    self.accepted = accepted
    self.excluded = excluded
    self.quarantined = quarantined
  }

  /// The same account with what is said beside it.
  public func noting(corrected: Int, indications: [Indication]) -> Ledger {
    var ledger = self
    (ledger.corrected, ledger.indications) = (corrected, indications)
    return ledger
  }

  /// The same account, its places moved.
  func relocated(_ move: (inout SourceLocation) -> Void) -> Ledger {
    var ledger = self
    for index in quarantined.indices { move(&ledger.quarantined[index].location) }
    return ledger
  }
}

/// What became of the answers to one question, over the accepted records.
public struct AnswerStates: Sendable, Hashable {
  public var answered: Int
  /// Counts by `MissingReason.rawValue`.
  public var missing: [Int]
  /// By `MissingReason.rawValue`: the text that stands for it in the export ("N/A"), where it is
  /// always the same one.
  public var missingTexts: [String?]
  /// Distinct values that the question does not know, most frequent first, with the place of the
  /// first.
  public var invalid: [InvalidValue]
  /// Texts that are probably another spelling of an option: unknown ones and those typed as "other".
  public var nearDuplicates: [NearDuplicate] = []
  /// Answers that matched an option only after case, spaces or apostrophes were folded.
  public var folded: Int
  /// Typed texts that hold a phone number, an address or an e-mail, masked wherever they are shown.
  public var masked = 0
  /// What a reader of the tables must know of how the export writes these answers.
  public var remarks: [Bilingual] = []

  public init(
    answered: Int = 0, missing: [Int] = Array(repeating: 0, count: MissingReason.allCases.count),
    missingTexts: [String?] = Array(repeating: nil, count: MissingReason.allCases.count),
    invalid: [InvalidValue] = [], folded: Int = 0
  ) {
    self.answered = answered
    self.missing = missing
    self.missingTexts = missingTexts
    self.invalid = invalid
    self.folded = folded
  }

  public subscript(reason: MissingReason) -> Int { missing[reason.rawValue] }

  /// A text a few keystrokes from an option.
  public struct NearDuplicate: Sendable, Hashable {
    public var text: String
    public var count: Int
    /// The option, or the quartier.
    public var option: Bilingual
    public init(text: String, count: Int, option: Bilingual) {
      self.text = text
      self.count = count
      self.option = option
    }
  }

  public struct InvalidValue: Sendable, Hashable {
    public var text: String
    public var count: Int
    public var first: SourceLocation
    public init(text: String, count: Int, first: SourceLocation) {
      self.text = text
      self.count = count
      self.first = first
    }
  }
}
