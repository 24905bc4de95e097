public import SurveyModel

/// What one column of an export holds, as far as it may be shown.
public struct ColumnInspection: Sendable {
  public var column: ExportColumn
  /// Personal data, by heading or content: nothing of it is kept, and nothing shown.
  public var personal: Bilingual?
  /// Records with an answer.
  public var filled: Int
  /// Records whose cell is empty or blank.
  public var blank: Int
  /// Of these, empty without quotes; `nil` where quotes tell nothing.
  public var blankWithoutQuotes: Int?
  /// Records whose text stands for a missing answer in this dialect ("N/A").
  public var missing: Int
  /// Different answers; `nil` for personal data.
  public var distinct: Int?
  /// The least and the greatest, where every answer is a number.
  public var numbers: ClosedRange<Double>?
  /// All answers are dates.
  public var isDates: Bool
  /// Texts in free text that look like an e-mail address or a phone number.
  public var slips: Int
  /// The position in `ExportInspection.questions`; `nil` where the column answers none.
  public var question: Int?

  init(_ column: EncodedColumn, _ layout: ExportLayout, personal: Bilingual?) {
    self.column = column.column
    self.personal = personal
    blank = column.blankCount
    blankWithoutQuotes = layout.unquotedEmptyIsNotDisplayed ? column.counts[0] : nil
    missing = personal == nil ? column.count(of: layout.missing) : 0
    filled = column.codes.count - blank - missing
    isDates = false
    slips = 0
    guard personal == nil else { return }
    let answers = column.answers(without: layout.missing)
    distinct = answers.count
    let texts = answers.map(\.value.text)
    let read = texts.compactMap(readNumber)
    if !read.isEmpty, read.count == texts.count, let low = read.min(), let high = read.max() {
      numbers = low...high
    }
    isDates = !texts.isEmpty && texts.allSatisfy(looksLikeDate)
    if numbers == nil, column.column.role != .metadata {
      slips = answers.reduce(0) { sum, answer in
        PersonalMask.masked(answer.value.text) != answer.value.text ? sum + answer.count : sum
      }
    }
  }
}
