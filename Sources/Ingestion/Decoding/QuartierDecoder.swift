internal import SurveyModel

/// Place names, matched against the project's list through code, name and aliases, insensitive to
/// case, accents, hyphens, apostrophes, "St/Saint" and the article. What does not match is listed,
/// never guessed.
struct QuartierDecoder {
  let question: Question

  func decode(_ column: EncodedColumn, _ context: DecodingContext) -> DecodedQuestion {
    let quartiers = context.quartiers
    let names = QuartierNames(quartiers)
    var notes = ReadingNotes()
    let reader = ValueReader(question, context) { names.index(of: $0) }
    let table = column.meanings(question, optionCount: quartiers.count, context, &notes) {
      value, count in
      let found = reader.read(value, count)
      guard case .option(let index) = found.reading else { return found }
      return (found.reading, value.text != quartiers[index].name)
    }
    return DecodedQuestion(
      answers: .codes(
        CodeColumn(codes: column.codes.mapped(through: table), optionCount: quartiers.count)),
      notes: notes)
  }
}
