internal import SurveyModel

/// A column per mention, filled from the left with labels: column k is not option k.
struct MentionsDecoder {
  let question: Question
  let choice: MultipleChoice
  let columns: [EncodedColumn]

  func decode(_ context: DecodingContext) -> DecodedQuestion {
    let reader = ListReader(
      list: choice.list, missing: question.missing, fallback: context.layout.missing)
    var builder = SetBuilder(question: question, choice: choice)
    let joint = JointColumn(columns, recordCount: context.recordCount)
    let table = zip(joint.rows, joint.counts).map { row, count -> Int in
      var parts: [CellSplitter.Part] = []
      var texts: [String] = []
      var location = SourceLocation(file: context.file)
      for (column, code) in zip(columns, row) {
        guard let value = column.text(of: code) else { continue }
        let found = reader.read(value.text)
        if found.reading == .unknown {
          parts.append(.unknown(trimmedText(value.text)))
          location = context.location(of: value, in: column.column)
        } else {
          parts.append(.known(found.reading, folded: found.folded))
        }
        texts.append(value.text)
      }
      if parts.isEmpty {
        return builder.blank(
          context.emptyReason(question, code: min(row.first ?? 0, 1)), count: count)
      }
      return builder.combination(
        of: parts, text: texts.joined(separator: ", "), count: count, at: location)
    }
    return builder.finish(codes: joint.codes.mapped(through: table))
  }
}
