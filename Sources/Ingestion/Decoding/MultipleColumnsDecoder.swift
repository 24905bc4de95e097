internal import SurveyModel

/// A column per option, ticked or not, and perhaps one with the text typed as "other".
///
/// A blank beside a tick is "not ticked". A record without any tick answered nothing, for the
/// reason that its cells give: not displayed where they say so, else no answer; where the question
/// declares `blank: not-ticked`, ticking nothing is an answer.
struct MultipleColumnsDecoder {
  let question: Question
  let choice: MultipleChoice
  /// One an option, in order; `nil` where the export has no such column (nobody chose it).
  let columns: [EncodedColumn?]
  let otherColumn: EncodedColumn?

  /// What one cell says of its option.
  private enum Tick: Hashable {
    case ticked, unticked, blank
    case missing(MissingReason)
  }

  func decode(_ context: DecodingContext) -> DecodedQuestion {
    var builder = SetBuilder(question: question, choice: choice)
    var unticked = [Int](repeating: 0, count: builder.optionCount)
    var undisplayed = unticked
    var bound: [(column: EncodedColumn, option: Int, ticks: [Tick])] = []
    var answers = 0
    for (position, column) in columns.enumerated() {
      let isAnswer = choice.list.options[position].missing == nil
      let option = answers
      if isAnswer { answers += 1 }
      guard let column else { continue }
      let ticks = cellMeanings(column, option: position, context, &builder.notes)
      builder.notes.noteMerged(column, context)
      guard isAnswer else {
        // A ticked "does not know" is a reason, not an answer.
        bound.append((column, option, ticks))
        continue
      }
      for (tick, count) in zip(ticks, column.counts) {
        if tick == .unticked { unticked[option] += count }
        if tick == .missing(.notDisplayed) { undisplayed[option] += count }
      }
      bound.append((column, option, ticks))
    }
    if let otherColumn, let option = builder.otherIndex {
      let ticks = otherMeanings(otherColumn, context, &builder)
      bound.append((otherColumn, option, ticks))
    }
    let joint = JointColumn(bound.map(\.column), recordCount: context.recordCount)
    let table = zip(joint.rows, joint.counts).map { row, count -> Int in
      let cells = zip(bound, row).map { ($0.option, $0.ticks[$1]) }
      let chosen = cells.filter { $0.1 == .ticked }.map(\.0)
      if !chosen.isEmpty { return builder.chosen(chosen, count: count) }
      if question.blank == nil, isUnexplained(cells.map(\.1), context) {
        builder.notes.unexplainedBlanks += count
      }
      return builder.code(of: untickedMeaning(cells.map(\.1)))
    }
    return builder.finish(
      codes: joint.codes.mapped(through: table), unticked: unticked, undisplayed: undisplayed)
  }

  /// Nothing but blanks, which this tool leaves for several reasons; ODK writes 0 for them, too.
  private func isUnexplained(_ cells: [Tick], _ context: DecodingContext) -> Bool {
    if context.layout.unquotedEmptyIsNotDisplayed { return false }
    if cells.allSatisfy({ $0 == .blank }) { return true }
    return context.layout.dialect == .odkCentral
      && cells.allSatisfy { $0 == .unticked || $0 == .blank }
  }

  private func cellMeanings(
    _ column: EncodedColumn, option: Int, _ context: DecodingContext, _ notes: inout ReadingNotes
  ) -> [Tick] {
    let words = TickWords(choice: choice, option: choice.list.options[option])
    let missing = ListReader(
      list: CodeList([]), missing: question.missing, fallback: context.layout.missing)
    let declared = Set(question.missing.map { foldedLabel($0.text) })
    return column.counts.indices.map { code in
      let count = column.counts[code]
      guard let value = column.text(of: code) else {
        if code == 1 && context.layout.unquotedEmptyIsNotDisplayed { return .unticked }
        let reason = context.emptyReason(question, code: min(code, 1))
        notes.blank(reason, count: count)
        return reason == .notDisplayed ? .missing(reason) : .blank
      }
      if !declared.contains(foldedLabel(value.text)), let isTicked = words.isTicked(value.text) {
        if isTicked, let reason = choice.list.options[option].missing {
          notes.missing(reason, text: choice.list.options[option].label.fr, count: count)
          return .missing(reason)
        }
        return isTicked ? .ticked : .unticked
      }
      if case .missing(let reason) = missing.read(value.text).reading {
        notes.missing(reason, text: value.text, count: count)
        return .missing(reason)
      }
      if count > 0 {
        notes.addInvalid(
          value.text, count: count, at: context.location(of: value, in: column.column))
      }
      return .missing(.invalid)
    }
  }

  private func otherMeanings(
    _ column: EncodedColumn, _ context: DecodingContext, _ builder: inout SetBuilder
  ) -> [Tick] {
    let missing = ListReader(
      list: CodeList([]), missing: question.missing, fallback: context.layout.missing)
    return column.counts.indices.map { code in
      guard let value = column.text(of: code) else { return .blank }
      if case .missing(let reason) = missing.read(value.text).reading { return .missing(reason) }
      builder.others.add(value.text, column.counts[code])
      return .ticked
    }
  }

  /// Nothing ticked: what the cells say of it.
  private func untickedMeaning(_ cells: [Tick]) -> SetColumn.Combination {
    for reason in [MissingReason.invalid, .refused, .doesNotKnow]
    where cells.contains(.missing(reason)) {
      return .missing(reason)
    }
    if cells.contains(.missing(.notDisplayed)) && !cells.contains(.unticked) {
      return .missing(.notDisplayed)
    }
    return question.blank == .notTicked ? .chosen([]) : .missing(.noAnswer)
  }
}
