extension Dataset {
  /// The same survey with an open question as one of several answers: the themes that its texts
  /// speak of.
  ///
  /// - Parameters:
  ///   - index: the question's position.
  ///   - themes: the codebook's themes, which become the options.
  ///   - column: a set of themes a record, missing where there is no answer. A text without theme is
  ///     an empty set, and in the base.
  ///   - remark: what a reader of the tables must know.
  public func coding(
    _ index: Int, themes: [Theme], column: SetColumn, remark: Bilingual
  ) -> Dataset {
    precondition(column.codes.count == recordCount)
    var questionnaire = questionnaire
    let options = themes.map { AnswerOption(code: $0.id, label: $0.label, theme: $0.id) }
    questionnaire.questions[index].type = .multiple(MultipleChoice(list: CodeList(options)))
    questionnaire.questions[index].isCoded = true
    var answers = answers
    answers[index] = .sets(column)
    var states = states
    states[index].remarks.append(remark)
    return Dataset(
      source: source, questionnaire: questionnaire, recordCount: recordCount, answers: answers,
      states: states, weights: weights, ledger: ledger, quartiers: quartiers,
      weighting: weighting)
  }
}
