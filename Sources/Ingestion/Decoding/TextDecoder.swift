internal import SurveyModel

/// Free text: whether it was answered. The words stay in the export.
struct TextDecoder {
  let question: Question

  func decode(_ column: EncodedColumn, _ context: DecodingContext) -> DecodedQuestion {
    let reader = ValueReader(question, context) { _ in 0 }
    var notes = ReadingNotes()
    let table = column.meanings(question, optionCount: 1, context, &notes, read: reader.read)
    return DecodedQuestion(
      answers: .texts(CodeColumn(codes: column.codes.mapped(through: table), optionCount: 1)),
      notes: notes)
  }
}
