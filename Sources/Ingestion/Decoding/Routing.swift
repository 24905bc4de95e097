internal import SurveyModel

/// Applies "asked if": people who were not asked have no answer to the question, whatever their
/// cell holds.
struct Routing {
  let questionnaire: Questionnaire
  let recordCount: Int

  /// Who was asked; `nil`: everybody.
  ///
  /// - Parameter answers: the decoded answers of all questions before this one.
  /// - Complexity: O(records × conditions).
  func asked(_ question: Question, _ answers: [Answers]) -> [Bool]? {
    if question.routing.isEmpty { return nil }
    var asked = [Bool](repeating: true, count: recordCount)
    for condition in question.routing {
      guard let index = questionnaire.questions.firstIndex(where: { $0.id == condition.question }),
        index < answers.count
      else { continue }
      let filter = questionnaire.questions[index]
      let holds = meets(condition, filter, answers[index])
      for record in asked.indices where asked[record] { asked[record] = holds(record) }
    }
    return asked
  }

  private func meets(
    _ condition: Condition, _ filter: Question, _ answers: Answers
  ) -> (Int) -> Bool {
    let wanted = Set(condition.options.compactMap { filter.type.optionIndex(of: $0) })
    switch answers {
    case .codes(let column):
      let codes = column.codes
      return { wanted.contains(codes[$0]) }
    case .sets(let column):
      let holds = column.combinations.map { combination in
        if case .chosen(let options) = combination {
          !wanted.isDisjoint(with: options)
        } else {
          false
        }
      }
      let codes = column.codes
      return { holds[codes[$0]] }
    case .ranks(let column):
      let holds = column.combinations.map { combination in
        if case .ranked(let items) = combination {
          items.contains { $0.map(wanted.contains) ?? false }
        } else {
          false
        }
      }
      let codes = column.codes
      return { holds[codes[$0]] }
    case .numbers, .texts, .omitted:
      return { _ in true }
    }
  }
}

extension ResponseType {
  /// The position of an option in the codes of this question.
  func optionIndex(of code: String) -> Int? {
    switch self {
    case .single(let list): index(code, list)
    case .multiple(let choice): index(code, choice.list)
    case .scale(let scale): index(code, scale.list)
    case .ranking(let ranking): index(code, ranking.list)
    case .numericScale(let scale):
      Int(code).flatMap { scale.range.contains($0) ? $0 - scale.range.lowerBound : nil }
    case .number, .date, .openText, .quartier, .personalData, .ignored: nil
    }
  }

  private func index(_ code: String, _ list: CodeList) -> Int? {
    if code == "other" && list.allowsOther { return list.options.count }
    return list.options.firstIndex { $0.code == code }
  }
}

extension Answers {
  /// The answers with "not displayed" for everybody who was not asked.
  ///
  /// - Returns: the answers, and how many people had answered without being asked.
  func restricted(to asked: [Bool]) -> (answers: Answers, contradictions: Int) {
    switch self {
    case .codes(var column):
      let (codes, count) = column.codes.replacing(
        asked, column.optionCount + MissingReason.notDisplayed.rawValue,
        isAnswer: { $0 < column.optionCount })
      column.codes = codes
      return (.codes(column), count)
    case .texts(var column):
      let (codes, count) = column.codes.replacing(
        asked, column.optionCount + MissingReason.notDisplayed.rawValue,
        isAnswer: { $0 < column.optionCount })
      column.codes = codes
      return (.texts(column), count)
    case .numbers(var column):
      let (codes, count) = column.codes.replacing(
        asked, column.values.count + MissingReason.notDisplayed.rawValue,
        isAnswer: { $0 < column.values.count })
      column.codes = codes
      return (.numbers(column), count)
    case .sets(var column):
      let target = column.combinations.firstIndex(of: .missing(.notDisplayed))
      if target == nil { column.combinations.append(.missing(.notDisplayed)) }
      let answered = column.combinations.map {
        if case .chosen(let options) = $0 { !options.isEmpty } else { false }
      }
      let (codes, count) = column.codes.replacing(
        asked, target ?? column.combinations.count - 1, isAnswer: { answered[$0] })
      column.codes = codes
      return (.sets(column), count)
    case .ranks(var column):
      let target = column.combinations.firstIndex(of: .missing(.notDisplayed))
      if target == nil { column.combinations.append(.missing(.notDisplayed)) }
      let answered = column.combinations.map { if case .ranked = $0 { true } else { false } }
      let (codes, count) = column.codes.replacing(
        asked, target ?? column.combinations.count - 1, isAnswer: { answered[$0] })
      column.codes = codes
      return (.ranks(column), count)
    case .omitted:
      return (.omitted, 0)
    }
  }
}

extension Codes {
  fileprivate func replacing(
    _ asked: [Bool], _ code: Int, isAnswer: (Int) -> Bool
  ) -> (Codes, Int) {
    var contradictions = 0
    let plain = toArray()
    let replaced = zip(plain, asked).map { value, isAsked -> Int in
      if isAsked { return value }
      if isAnswer(value) { contradictions += 1 }
      return code
    }
    return (Codes(replaced), contradictions)
  }
}
