internal import SurveyModel

/// Who is the 100 % of a question, in words.
struct Bases {
  let dataset: Dataset

  /// The people who answered; with a filter, who was asked.
  func respondents(_ question: Question) -> Bilingual {
    let start =
      question.isCoded
      ? Bilingual(fr: "retours rédigés (ensemble des retours)", en: "written answers (all of them)")
      : Bilingual(fr: "répondants à la question", en: "respondents to the question")
    if question.routing.isEmpty { return start }
    let filters = question.routing.map { text($0) }
    return Bilingual(
      fr:
        "\(start.fr), parmi les personnes ayant répondu \(filters.map(\.fr).joined(separator: " et "))",
      en: "\(start.en), among people who answered \(filters.map(\.en).joined(separator: " and "))")
  }

  func mentions(_ question: Question) -> Bilingual {
    Bilingual(fr: "réponses données (citations)", en: "answers given (mentions)")
  }

  /// Why a base is empty.
  static let nobody = Bilingual(fr: "aucun répondant", en: "no respondents")

  func base(_ slice: Tally.Slice, _ question: Question) -> Base {
    Base(
      n: slice.answered, weighted: dataset.weights.map { _ in slice.weightedAnswered },
      text: respondents(question), reason: slice.answered == 0 ? Self.nobody : nil)
  }

  func mentionsBase(_ slice: Tally.Slice, _ question: Question) -> Base {
    Base(
      n: slice.mentions, weighted: dataset.weights.map { _ in slice.weightedMentions },
      text: mentions(question), reason: slice.mentions == 0 ? Self.nobody : nil)
  }

  private func text(_ condition: Condition) -> Bilingual {
    guard let index = dataset.index(of: condition.question) else {
      return Bilingual(condition.options.joined(separator: ", "))
    }
    let filter = dataset.questionnaire.questions[index]
    let stub = filter.stub(quartiers: dataset.quartiers)
    let labels = condition.options.map { code in
      stub.first { $0.code == code }?.label ?? Bilingual(code)
    }
    let name = filter.label ?? filter.text
    return Bilingual(
      fr: labels.map { "« \($0.fr) »" }.joined(separator: " ou ") + " à « \(name.fr) »",
      en: labels.map { "“\($0.en)”" }.joined(separator: " or ") + " to “\(name.en)”")
  }
}
