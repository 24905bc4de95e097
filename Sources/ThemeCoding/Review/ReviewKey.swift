/// Which answer a row of a review sheet is about.
public struct ReviewKey: Sendable, Hashable, Comparable {
  public var source: String
  public var question: String
  /// The record in the export, from 1 (the headings); of a statement the line of its sheet.
  public var record: Int

  public init(source: String, question: String, record: Int) {
    self.source = source
    self.question = question
    self.record = record
  }

  private static let session = "session:"

  /// A statement of a session: the sheet, by its id, stands in the place of the question.
  public init(source: String, session: String, line: Int) {
    self.init(source: source, question: Self.session + session, record: line)
  }

  /// Where the same words are decided on once: the question, or all sessions of the source, so that
  /// a corrected sheet keeps what was decided on the first one.
  var scope: String { question.hasPrefix(Self.session) ? Self.session : question }

  public static func < (a: Self, b: Self) -> Bool {
    (a.source, a.question, a.record) < (b.source, b.question, b.record)
  }
}

/// One row of a review sheet: an answer, what the dictionary proposes, what the person decides.
public struct ReviewRow: Sendable, Hashable {
  public var key: ReviewKey
  /// Of the text that the row is about: a decision counts for these words only.
  public var textHash: UInt64
  public var text: String
  /// Theme ids that the dictionary proposes.
  public var proposal: [String]
  /// The words that it found, each with its rule where it is written otherwise.
  public var words: String
  public var signs: [String]
  /// As the person wrote it; empty: undecided.
  public var decision: String
  public var remark: String

  public init(
    key: ReviewKey, textHash: UInt64, text: String, proposal: [String] = [], words: String = "",
    signs: [String] = [], decision: String = "", remark: String = ""
  ) {
    self.key = key
    self.textHash = textHash
    self.text = text
    self.proposal = proposal
    self.words = words
    self.signs = signs
    self.decision = decision
    self.remark = remark
  }
}
