internal import SurveyModel

/// Gathers the combinations of a question with several answers, a distinct row of cells at a time.
struct SetBuilder {
  let question: Question
  let choice: MultipleChoice
  private let answers: [AnswerOption]
  var notes = ReadingNotes()
  var others = OtherCounts()
  private var combinations: Numbering<SetColumn.Combination>

  /// - Parameter expected: how many combinations there may be.
  init(question: Question, choice: MultipleChoice, expected: Int = 0) {
    combinations = Numbering(expected: expected)
    self.question = question
    self.choice = choice
    answers = choice.list.answers
  }

  var optionCount: Int { answers.count + (choice.list.allowsOther ? 1 : 0) }
  var otherIndex: Int? { choice.list.allowsOther ? answers.count : nil }

  mutating func code(of combination: SetColumn.Combination) -> Int {
    combinations.number(of: combination)
  }

  /// Nothing given.
  mutating func blank(_ reason: MissingReason, count: Int) -> Int {
    if question.blank == .notTicked { return code(of: .chosen([])) }
    notes.blank(reason, count: count)
    return code(of: .missing(reason))
  }

  /// The pieces of one cell, or the mentions of one record. A category named twice counts once;
  /// a missing reason counts when nothing else was given.
  mutating func combination(
    of parts: [CellSplitter.Part], text: String, count: Int,
    at location: @autoclosure () -> SourceLocation
  ) -> Int {
    var chosen: [Int] = []
    var reason: MissingReason?
    for part in parts {
      switch part {
      case .known(.option(let index), let folded):
        chosen.append(index)
        if folded { notes.folded += count }
      case .known(.missing(let missing), _):
        reason = missing
      case .known(.unknown, _):
        break
      case .unknown(let piece):
        if let otherIndex {
          chosen.append(otherIndex)
          others.add(piece, count)
        } else if count > 0 {
          notes.addInvalid(piece, count: count, at: location())
        }
      }
    }
    if !chosen.isEmpty { return self.chosen(chosen, count: count) }
    guard let reason else { return code(of: .missing(.invalid)) }
    notes.missing(reason, text: text, count: count)
    return code(of: .missing(reason))
  }

  /// These options, in any order, some perhaps twice. An exclusive one beside another is kept, and
  /// said.
  mutating func chosen(_ found: [Int], count: Int) -> Int {
    var chosen: [Int] = []
    chosen.reserveCapacity(found.count)
    for index in found.sorted() where index != chosen.last { chosen.append(index) }
    if chosen.count > 1, chosen.contains(where: { $0 < answers.count && answers[$0].isExclusive }) {
      notes.contradictions += count
    }
    if let limit = choice.limit, chosen.count > limit { notes.overLimit += count }
    return code(of: .chosen(chosen))
  }

  /// - Parameters:
  ///   - unticked: for each option, cells that say "not ticked".
  ///   - undisplayed: for each option, cells that say "not displayed".
  func finish(
    codes: Codes, unticked: [Int] = [], undisplayed: [Int] = []
  ) -> DecodedQuestion {
    var notes = notes
    notes.masked += others.masked
    let hasMarks = unticked.contains { $0 > 0 }
    return DecodedQuestion(
      answers: .sets(
        SetColumn(
          codes: codes, combinations: combinations.keys, optionCount: optionCount,
          otherTexts: others.sorted, untickedCounts: hasMarks ? unticked : nil,
          undisplayedCounts: hasMarks ? undisplayed : nil)),
      notes: notes)
  }
}
