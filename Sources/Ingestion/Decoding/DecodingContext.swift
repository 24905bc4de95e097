internal import SurveyModel

/// What every decoder needs beside its question and columns.
struct DecodingContext: Sendable {
  var layout: ExportLayout
  /// The export's name, for locations.
  var file: String
  var quartiers: [Quartier]
  var recordCount: Int

  /// What an empty cell means: as the question declares, else as the dialect tells.
  ///
  /// - Parameter code: 0 for an empty cell without quotes, 1 for `""`.
  func emptyReason(_ question: Question, code: Int) -> MissingReason {
    switch question.blank {
    case .notDisplayed: .notDisplayed
    case .noAnswer, .notTicked: .noAnswer
    case nil: layout.unquotedEmptyIsNotDisplayed && code == 0 ? .notDisplayed : .noAnswer
    }
  }

  func location(of value: DistinctValue, in column: ExportColumn) -> SourceLocation {
    SourceLocation(
      file: file, line: value.line, record: value.record, column: column.position + 1,
      heading: shortened(column.heading))
  }

  private func shortened(_ text: String) -> String {
    let text = PersonalMask.masked(text)
    return text.count <= 60 ? text : String(text.prefix(59)) + "…"
  }
}

/// The answers to one question and what became of its texts.
struct DecodedQuestion: Sendable {
  var answers: Answers
  var notes = ReadingNotes()

  /// Takes the answers of those who were not asked away, and says how many had one.
  mutating func restrict(to asked: [Bool]) -> Int {
    let (restricted, contradictions) = answers.restricted(to: asked)
    answers = restricted
    return contradictions
  }
}

/// What a decoder notices beside the answers.
struct ReadingNotes: Sendable {
  private(set) var invalid: [AnswerStates.InvalidValue] = []
  private var invalidIndex: [String: Int] = [:]
  /// Answers found only after folding.
  var folded = 0
  /// Texts that stood for a missing reason, by its raw value.
  var missingTexts: [Int: Set<String>] = [:]
  /// Reasons that an empty cell stood for.
  var blankReasons: Set<Int> = []
  /// Records with an exclusive option beside others.
  var contradictions = 0
  /// Records with more options than the form allowed.
  var overLimit = 0
  /// Records that give one item two ranks, or two items one rank.
  var rankClashes = 0
  /// Records of a question in tick boxes that tick none, and whose blanks nothing explains.
  var unexplainedBlanks = 0
  /// Cells that are one option, or several: their text, and how many records hold it.
  var ambiguous: [String: Int] = [:]
  /// Typed texts that hold a phone number or an e-mail address.
  var masked = 0
  /// `N` stands for "no" and for "not displayed" alike.
  var mergesNotDisplayed = false

  /// Notices an export that writes `N` for "no" and for "not displayed": the codes of LimeSurvey.
  mutating func noteMerged(_ column: EncodedColumn, _ context: DecodingContext) {
    guard context.layout.dialect == .limeSurveyCodes else { return }
    let texts = Set(column.answers(without: []).map { foldedLabel($0.value.text) })
    if texts == ["y", "n"] || texts == ["n"] { mergesNotDisplayed = true }
  }

  mutating func addInvalid(_ text: String, count: Int, at location: SourceLocation) {
    let text = PersonalMask.masked(trimmedText(text))
    if let index = invalidIndex[text] {
      invalid[index].count += count
    } else {
      invalidIndex[text] = invalid.count
      invalid.append(AnswerStates.InvalidValue(text: text, count: count, first: location))
    }
  }

  mutating func missing(_ reason: MissingReason, text: String, count: Int) {
    if count > 0 { missingTexts[reason.rawValue, default: []].insert(trimmedText(text)) }
  }

  mutating func blank(_ reason: MissingReason, count: Int) {
    if count > 0 { blankReasons.insert(reason.rawValue) }
  }

  /// For each reason the one text that stands for it, where empty cells do not stand for it too.
  var labels: [String?] {
    MissingReason.allCases.map { reason in
      guard !blankReasons.contains(reason.rawValue),
        let texts = missingTexts[reason.rawValue], texts.count == 1
      else { return nil }
      return texts.first
    }
  }
}

/// Texts typed as "other", with their counts and without what identifies a person.
struct OtherCounts {
  private var counts: [String: Int] = [:]
  /// Records whose text held something that identifies a person.
  private(set) var masked = 0

  mutating func add(_ text: String, _ count: Int) {
    guard count > 0 else { return }
    let shown = PersonalMask.masked(trimmedText(text))
    if shown != trimmedText(text) { masked += count }
    counts[shown, default: 0] += count
  }

  /// Most frequent first, then in the order of their letters.
  var sorted: [OtherText] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { OtherText(text: $0.key, count: $0.value) }
  }
}
