internal import SurveyModel

/// Several answers in one cell.
struct MultipleCellDecoder {
  let question: Question
  let choice: MultipleChoice
  let separator: String

  func decode(_ column: EncodedColumn, _ context: DecodingContext) -> DecodedQuestion {
    let reader = ListReader(
      list: choice.list, missing: question.missing, fallback: context.layout.missing)
    let splitter = CellSplitter(separator: separator, reader)
    var builder = SetBuilder(
      question: question, choice: choice, expected: column.counts.count)
    let table = column.counts.indices.map { code in
      let count = column.counts[code]
      guard let value = column.text(of: code) else {
        return builder.blank(context.emptyReason(question, code: min(code, 1)), count: count)
      }
      if count > 0, splitter.isAmbiguous(value.text) {
        builder.notes.ambiguous[trimmedText(value.text), default: 0] += count
      }
      return builder.combination(
        of: splitter.split(value.text), text: value.text, count: count,
        at: context.location(of: value, in: column.column))
    }
    return builder.finish(codes: column.codes.mapped(through: table))
  }
}
