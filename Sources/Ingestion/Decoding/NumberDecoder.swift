internal import SurveyModel

/// Quantities and dates: one number a record.
struct NumberDecoder {
  let question: Question
  /// Reads one text; `nil` where it is not one.
  let number: (String) -> Double?

  /// - Parameter format: as declared, else as the column proves.
  static func numbers(_ question: Question, _ format: NumberFormat) -> NumberDecoder {
    NumberDecoder(question: question, number: format.read)
  }

  /// - Parameter order: as declared, else as the column proves.
  static func dates(_ question: Question, order: DateOrder?) -> NumberDecoder {
    NumberDecoder(question: question) { readDate($0, order: order).map(Double.init) }
  }

  func decode(_ column: EncodedColumn, _ context: DecodingContext) -> DecodedQuestion {
    let missing = ListReader(
      list: CodeList([]), missing: question.missing, fallback: context.layout.missing)
    // Values of records that count, and that stand for an answer.
    let numbers = column.values.indices.compactMap { index -> Double? in
      let text = column.values[index].text
      guard column.counts[index + 2] > 0, missing.read(text).reading == .unknown else { return nil }
      return number(text)
    }
    let values = Set(numbers).sorted()
    let position = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    let reader = ValueReader(question, context) { text in number(text).flatMap { position[$0] } }
    var notes = ReadingNotes()
    let table = column.meanings(
      question, optionCount: values.count, context, &notes, read: reader.read)
    return DecodedQuestion(
      answers: .numbers(
        NumberColumn(codes: column.codes.mapped(through: table), values: values)),
      notes: notes)
  }
}
