internal import SurveyModel

/// Steps of a scale of whole numbers: `3`, `3.0` and `3,0` are step 3.
struct NumericScaleDecoder {
  let question: Question
  let scale: NumericScale

  func decode(_ column: EncodedColumn, _ context: DecodingContext) -> DecodedQuestion {
    let reader = ValueReader(question, context) { text in
      guard let number = readNumber(text), number == number.rounded(),
        Double(scale.range.lowerBound)...Double(scale.range.upperBound) ~= number
      else { return nil }
      return Int(number) - scale.range.lowerBound
    }
    var notes = ReadingNotes()
    let table = column.meanings(
      question, optionCount: scale.range.count, context, &notes, read: reader.read)
    return DecodedQuestion(
      answers: .codes(
        CodeColumn(codes: column.codes.mapped(through: table), optionCount: scale.range.count)),
      notes: notes)
  }
}
