/// How a person says that an export is to be read. What is said wins over what the file shows;
/// what is left out is found.
public struct ExportForm: Sendable, Hashable {
  public var dialect: Dialect?
  /// Records above the first answer: titles and headings.
  public var headerRecords: Int?
  /// A line an answer: the columns that say whose it is and to what.
  public var long: LongForm?

  public init(dialect: Dialect? = nil, headerRecords: Int? = nil, long: LongForm? = nil) {
    self.dialect = dialect
    self.headerRecords = headerRecords
    self.long = long
  }

  /// This form, with the parts that it leaves out taken from another one.
  public func completed(by other: ExportForm) -> ExportForm {
    ExportForm(
      dialect: dialect ?? other.dialect, headerRecords: headerRecords ?? other.headerRecords,
      long: long ?? other.long)
  }
}

/// The three columns of an export with a line an answer.
public struct LongForm: Sendable, Hashable {
  /// Whose answer: a number, a key.
  public var respondent: ColumnName
  /// To which question: its code or wording, which the questionnaire calls `column`.
  public var question: ColumnName
  public var answer: ColumnName

  public init(respondent: ColumnName, question: ColumnName, answer: ColumnName) {
    self.respondent = respondent
    self.question = question
    self.answer = answer
  }
}
