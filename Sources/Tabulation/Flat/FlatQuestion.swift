internal import SurveyModel

/// One question as the flat files see it: which rows each answer counts in.
struct FlatQuestion {
  let name: String
  let labels: [String]
  let view: AnswerView
  /// Several answers each: the base is the people who answered, and every option has a test.
  let isMultiple: Bool

  /// All questions with categories, in the order of the questionnaire, but for the one they are
  /// crossed by. A ranking stands there rank by rank (`prio1`, `prio2`, …), then as a question with
  /// several answers: cited at any rank.
  static func all(of dataset: Dataset, crossedBy crossing: Int) -> [FlatQuestion] {
    dataset.questionnaire.questions.indices.filter { $0 != crossing }.flatMap { index in
      questions(dataset, index)
    }
  }

  private static func questions(_ dataset: Dataset, _ index: Int) -> [FlatQuestion] {
    let question = dataset.questionnaire.questions[index]
    let labels = question.stub(quartiers: dataset.quartiers).map(\.label.fr)
    func flat(_ name: String, _ view: AnswerView, isMultiple: Bool) -> FlatQuestion {
      FlatQuestion(name: name, labels: labels, view: view, isMultiple: isMultiple)
    }
    switch dataset.answers[index] {
    case .codes, .sets:
      guard let view = AnswerView(dataset.answers[index]) else { return [] }
      let isMultiple = if case .sets = dataset.answers[index] { true } else { false }
      return [flat(question.id, view, isMultiple: isMultiple)]
    case .ranks(let column):
      let ranks = (0..<column.depth).map { rank in
        flat(
          "\(question.id)\(rank + 1)", AnswerView(column, rank: rank), isMultiple: false)
      }
      return ranks + [flat(question.id, AnswerView(column, rank: nil), isMultiple: true)]
    case .numbers, .texts, .omitted:
      return []
    }
  }
}
