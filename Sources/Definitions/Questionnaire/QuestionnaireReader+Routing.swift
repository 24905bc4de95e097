import SurveyModel

/// One `question: option` line of an `asked-if`.
struct WrittenRouting {
  /// The position of the question that is asked under this condition.
  var position: Int
  var question: String
  var line: Int
  var options: [LocatedText]
}

extension QuestionnaireReader {
  /// The conditions of a question, whose names are checked by `checkRoutings`.
  mutating func routing(_ fields: Fields, position: Int) -> [Condition] {
    guard let entry = fields["asked-if"],
      let entries = reader.mapping(entry, example: "asked-if: { informed: \"yes\" }")
    else { return [] }
    var out: [Condition] = []
    for condition in entries {
      let options = reader.texts(condition)
      routings.append(
        WrittenRouting(
          position: position, question: condition.key, line: condition.line,
          options: options ?? []))
      if let options {
        out.append(Condition(question: condition.key, options: options.map(\.text)))
      }
    }
    return out
  }

  /// Every condition against the questions, once all of them have been read.
  mutating func checkRoutings() {
    let known = declared.sorted { $0.value.position < $1.value.position }.map(\.key)
    for routing in routings {
      let place = reader.place(routing.line)
      guard let asked = declared[routing.question] else {
        reader.report(.unknownQuestion(routing.question, known: known, at: place))
        continue
      }
      guard asked.position < routing.position else {
        reader.report(.laterQuestion(routing.question, line: asked.line, at: place))
        continue
      }
      switch asked.answers {
      case .unknown: break
      case .none:
        reader.report(
          .questionWithoutOptions(routing.question, type: asked.type, at: place))
      case .range(let range):
        let known = ["\(range.lowerBound)..\(range.upperBound)"]
        for option in routing.options
        where Int(option.text).map({ range.contains($0) }) != true {
          reader.report(
            .unknownOption(
              option.text, of: routing.question, known: known, byLabel: nil,
              at: reader.place(option.line)))
        }
      case .options(let options, let allowsOther):
        check(routing, options: options, allowsOther: allowsOther)
      }
    }
  }

  private mutating func check(
    _ routing: WrittenRouting, options: [AnswerOption], allowsOther: Bool
  ) {
    let codes = options.map(\.code) + (allowsOther ? ["other"] : [])
    for option in routing.options where !codes.contains(option.text) {
      let folded = foldedLabel(option.text)
      let byLabel = options.first { $0.texts.contains { foldedLabel($0) == folded } }
      reader.report(
        .unknownOption(
          option.text, of: routing.question, known: codes, byLabel: byLabel?.code,
          at: reader.place(option.line)))
    }
  }
}
