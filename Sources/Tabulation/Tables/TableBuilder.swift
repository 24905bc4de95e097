public import SurveyModel

/// Makes the tables of one survey.
public struct TableBuilder: Sendable {
  public let dataset: Dataset
  /// Below this many respondents a column is not ranked.
  public let minimumBase: Int
  /// What intervals and tests need; `nil` where the sampling allows none.
  private let sample: SampleDesign?

  public init(_ dataset: Dataset, minimumBase: Int = 11) {
    self.dataset = dataset
    self.minimumBase = minimumBase
    sample = SampleDesign(dataset)
  }

  /// The question's distribution ("tri à plat").
  ///
  /// - Returns: `nil` for personal data and ignored questions.
  public func distribution(_ question: Int) -> Table? {
    table(question, by: nil)
  }

  /// The question by another ("tri croisé"): everybody first, then a column a category, categories
  /// without anybody included.
  ///
  /// - Returns: `nil` where either question has no categories, or they are the same.
  public func crossTabulation(_ question: Int, by other: Int) -> Table? {
    guard question != other, Grouping(dataset.answers[other]) != nil else { return nil }
    return table(question, by: other)
  }

  private func table(_ index: Int, by other: Int?) -> Table? {
    let question = dataset.questionnaire.questions[index]
    let crossing = other.map { Crossing(dataset, $0) }
    if case .numbers(let column) = dataset.answers[index] {
      return NumberTable(dataset: dataset, question: question, column: column, sample: sample)
        .table(by: crossing)
    }
    guard let view = AnswerView(dataset.answers[index]) else { return nil }
    let tally = Tally(view, by: crossing?.grouping, weights: dataset.weights)
    let stub = question.stub(quartiers: dataset.quartiers)
    let states = dataset.states[index]
    var draft = TableDraft(
      dataset: dataset, question: question, crossing: crossing, states: states)
    draft.views = [view]
    switch (question.type, dataset.answers[index]) {
    case (.multiple, let answers):
      draft.addMultiple(stub, tally)
      if case .sets(let column) = answers { draft.addOpenBoxes(column) }
    case (.ranking(let ranking), .ranks(let column)) where crossing == nil:
      draft.addRanking(stub, tally, ranking, column)
    case (.ranking, _): draft.addSingle(stub, tally)
    case (.scale(let scale), _):
      draft.addSingle(stub, tally)
      if let best = scale.best {
        draft.addBoxes(
          tally, box: scale.box, best: best, options: scale.list.answers.map(\.label))
      }
    case (.numericScale(let scale), _):
      draft.addSingle(stub, tally)
      draft.values = view.rows.map { rows in
        rows.first.map { Double(scale.range.lowerBound + $0) }
      }
      draft.addMean(tally, scale)
      if let best = scale.best {
        draft.addBoxes(
          tally, box: scale.box, best: best == scale.range.upperBound ? .last : .first,
          options: scale.range.map { Bilingual(String($0)) })
      }
    default: draft.addSingle(stub, tally)
    }
    draft.addMissing(tally)
    return draft.finish(sample)
  }
}

/// The crossing question of a table.
struct Crossing {
  let question: Question
  let grouping: Grouping
  let categories: [StubItem]

  init(_ dataset: Dataset, _ index: Int) {
    question = dataset.questionnaire.questions[index]
    // The caller has checked that the question has categories.
    grouping = Grouping(dataset.answers[index])!
    categories = question.stub(quartiers: dataset.quartiers)
  }
}
