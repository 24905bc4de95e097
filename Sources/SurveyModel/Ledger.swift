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
    public init(reason: Bilingual, count: Int) {
      self.reason = reason
      self.count = count
    }
  }

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
    self.read = read
    self.accepted = accepted
    self.excluded = excluded
    self.quarantined = quarantined
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
