internal import SurveyModel

/// One option a record: single choices and ordinal scales.
struct SingleDecoder {
  let question: Question
  let list: CodeList

  func decode(_ column: EncodedColumn, _ context: DecodingContext) -> DecodedQuestion {
    let reader = ListReader(
      list: list, missing: question.missing, fallback: context.layout.missing)
    let optionCount = list.answers.count + (list.allowsOther ? 1 : 0)
    var notes = ReadingNotes()
    var others = OtherCounts()
    notes.noteMerged(column, context)
    let yesNo = TickWords.yesNo(list)
    let table = column.meanings(question, optionCount: optionCount, context, &notes) {
      value, count in
      let found = reader.read(value.text)
      if found.reading == .unknown, let yesNo, let isYes = TickWords.usual(value.text) {
        return (.option(isYes ? yesNo.yes : yesNo.no), true)
      }
      guard found.reading == .unknown, list.allowsOther else { return found }
      others.add(value.text, count)
      return (.option(list.answers.count), false)
    }
    notes.masked = others.masked
    let codes = CodeColumn(
      codes: column.codes.mapped(through: table), optionCount: optionCount,
      otherTexts: others.sorted)
    return DecodedQuestion(answers: .codes(codes), notes: notes)
  }
}
