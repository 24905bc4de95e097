public import SurveyModel

/// `ledger.json`, `ledger.csv` and `ledger.md`: what became of every record of each source and of every answer to
/// each question.
///
/// Questions of which nothing is kept (personal data, ignored columns) are named, without counts.
public func ledgerFiles(of datasets: [Dataset], in language: Language) -> [ResultFile] {
  [
    ResultFile(path: "ledger.json", text: ledgerJSON(of: datasets, in: language)),
    ResultFile(path: "ledger.csv", text: ledgerCSV(of: datasets, in: language)),
    ResultFile(path: "ledger.md", text: ledgerMarkdown(of: datasets, in: language)),
  ]
}

/// One question's line in the ledger.
struct LedgerLine {
  let question: Question
  /// `nil` where nothing is kept.
  let states: AnswerStates?

  static func lines(of dataset: Dataset) -> [LedgerLine] {
    zip(dataset.questionnaire.questions, zip(dataset.answers, dataset.states)).map {
      question, kept in
      if case .omitted = kept.0 { return LedgerLine(question: question, states: nil) }
      return LedgerLine(question: question, states: kept.1)
    }
  }
}
