public import SurveyModel

extension Question {
  /// How a table names it.
  public var reference: QuestionReference {
    QuestionReference(id: id, text: label ?? text, type: type.word, best: type.best)
  }

  /// The rows of its tables: options in the order of the questionnaire, "other" last.
  func stub(quartiers: [Quartier]) -> [StubItem] {
    switch type {
    case .single(let list): list.stub
    case .multiple(let choice): choice.list.stub
    case .scale(let scale): scale.list.stub
    case .ranking(let ranking): ranking.list.stub
    case .numericScale(let scale):
      scale.range.map { StubItem(code: String($0), label: Bilingual(String($0)), kind: .option) }
    case .quartier:
      quartiers.map { StubItem(code: $0.code, label: Bilingual($0.name), kind: .option) }
    case .openText:
      [
        StubItem(
          code: nil, label: Bilingual(fr: "Réponse rédigée", en: "Written answer"), kind: .option)
      ]
    case .number, .date, .personalData, .ignored: []
    }
  }
}

extension ResponseType {
  /// The good end of a scale.
  fileprivate var best: OrdinalScale.BestEnd? {
    switch self {
    case .scale(let scale): scale.best
    case .numericScale(let scale):
      scale.best.map { $0 == scale.range.upperBound ? .last : .first }
    default: nil
    }
  }
}

extension CodeList {
  var stub: [StubItem] {
    let options = answers.map {
      var item = StubItem(code: $0.code, label: $0.label, kind: .option, theme: $0.theme)
      item.isExclusive = $0.isExclusive
      return item
    }
    return allowsOther
      ? options + [
        StubItem(code: "other", label: Bilingual(fr: "Autre", en: "Other"), kind: .other)
      ] : options
  }
}
