internal import SurveyModel

/// Free text: whether it was answered. The words stay in the export.
struct TextDecoder {
  let question: Question

  func decode(_ column: EncodedColumn, _ context: DecodingContext) -> DecodedQuestion {
    // A spreadsheet's error is nobody's answer.
    let reader = ValueReader(question, context) { SpreadsheetAccident.isError($0) ? nil : 0 }
    var notes = ReadingNotes()
    let table = column.meanings(question, optionCount: 1, context, &notes, read: reader.read)
    notes.masked = column.values.indices.reduce(0) { sum, index in
      PersonalMask.finds(in: column.values[index].text) ? sum + column.counts[index + 2] : sum
    }
    return DecodedQuestion(
      answers: .texts(CodeColumn(codes: column.codes.mapped(through: table), optionCount: 1)),
      notes: notes)
  }
}
