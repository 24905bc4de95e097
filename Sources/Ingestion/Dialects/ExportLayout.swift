public import SurveyModel

/// What an export is, before any answer is read: which tool wrote it, which records are headings,
/// and which question each column answers.
public struct ExportLayout: Sendable {
  public var dialect: Dialect
  public var confidence: Confidence
  /// What in the file shows it, one sentence each.
  public var evidence: [Bilingual]
  /// Records above the first answer: titles and headings.
  public var headerRecords: Int
  /// One entry a column of the widest heading record.
  public var columns: [ExportColumn]
  /// An empty cell without quotes means "not displayed", since this tool quotes everything else.
  public var unquotedEmptyIsNotDisplayed: Bool
  /// Texts that this tool writes for a missing answer.
  public var missing: [MissingValue]
  /// The text that this tool puts between several answers in one cell.
  public var separator: String?
  /// How this tool lays out a ranking; `nil` where it is not known.
  public var ranking: RankingQuestion.Layout?
  /// What a person should know of the headings; places are filled in by whoever knows the file.
  public var remarks: [Problem]
  /// The columns of the file itself, where a record is made of several of its lines.
  public var physicalColumns: [ExportColumn]?

  /// How sure the recognition is; `declared`: a person said so, nothing was guessed.
  public enum Confidence: String, Sendable { case declared, certain, high, medium, low }

  public init(
    dialect: Dialect, confidence: Confidence, evidence: [Bilingual], headerRecords: Int,
    columns: [ExportColumn], unquotedEmptyIsNotDisplayed: Bool = false,
    missing: [MissingValue] = [], separator: String? = nil,
    ranking: RankingQuestion.Layout? = nil, remarks: [Problem] = []
  ) {
    self.dialect = dialect
    self.confidence = confidence
    self.evidence = evidence
    self.headerRecords = headerRecords
    self.columns = columns
    self.unquotedEmptyIsNotDisplayed = unquotedEmptyIsNotDisplayed
    self.missing = missing
    self.separator = separator
    self.ranking = ranking
    self.remarks = remarks
  }
}

/// A column of an export.
public struct ExportColumn: Sendable, Hashable {
  /// What the column holds.
  public enum Role: Sendable, Hashable {
    case answer
    /// What people typed beside the options of the question whose column this is.
    case otherText
    /// What people wrote about an option or an answer, beside it: a text of its own.
    case comment
    /// Written by the tool: a number, a date, a duration.
    case metadata
    /// Names, phones, e-mails, IP addresses, places of devices.
    case personal
    /// No heading.
    case nameless
  }
  /// From 0.
  public var position: Int
  /// The heading as exported, the question's and the item's where two records make it.
  public var heading: String
  /// The tool's code of the column, where the export has one beside the wording.
  public var code: String?
  /// The wording of the question, without the part that names an option or a row.
  public var question: String
  /// The option, row or rank that the column stands for in a question with several columns.
  public var item: String?
  public var role: Role

  public init(
    position: Int, heading: String, code: String? = nil, question: String? = nil,
    item: String? = nil, role: Role = .answer
  ) {
    self.position = position
    self.heading = heading
    self.code = code
    self.question = question ?? heading
    self.item = item
    self.role = role
  }
}

/// The first records of an export, as far as headings and a first look go.
public struct HeadRecords: Sendable {
  public struct Cell: Sendable, Hashable {
    public var text: String
    public var wasQuoted: Bool
    public init(_ text: String, wasQuoted: Bool = false) {
      self.text = text
      self.wasQuoted = wasQuoted
    }
  }
  public var records: [[Cell]]
  public init(_ records: [[Cell]]) { self.records = records }

  /// The texts of a record; empty when there is none.
  func texts(_ record: Int) -> [String] {
    record < records.count ? records[record].map(\.text) : []
  }

  var width: Int { records.map(\.count).max() ?? 0 }

  /// Whether a text of a column under the headings is such a one.
  func contains(_ position: Int, from record: Int, where isSuch: (String) -> Bool) -> Bool {
    records.dropFirst(record).contains { position < $0.count && isSuch($0[position].text) }
  }

  /// The cells of a column under the headings.
  func column(_ position: Int, from record: Int) -> [Cell] {
    records.dropFirst(record).compactMap { position < $0.count ? $0[position] : nil }
  }
}
