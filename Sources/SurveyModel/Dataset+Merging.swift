extension Dataset {
  /// The same answers with some options, and some quartiers, counted as one.
  ///
  /// A scale of which steps are merged has no top and bottom box any more: their number of steps
  /// would mean something else.
  ///
  /// - Complexity: O(records × merged questions).
  public func merging(_ plan: MergePlan) -> Dataset {
    var questionnaire = questionnaire
    var answers = answers
    for index in questionnaire.questions.indices {
      let question = questionnaire.questions[index]
      if question.type == .quartier {
        let (new, place) = MergePlan.places(of: quartiers.map(\.code), plan.quartiers)
        answers[index] = answers[index].mapped(through: place, count: new.count, allowsOther: false)
        continue
      }
      guard let groups = plan.options[question.id], let list = question.type.codeList,
        let (merged, place) = list.merged(groups)
      else { continue }
      questionnaire.questions[index].type = question.type.replacing(merged)
      answers[index] = answers[index].mapped(
        through: place, count: merged.options.count, allowsOther: list.allowsOther)
    }
    for index in questionnaire.questions.indices {
      questionnaire.questions[index].routing = questionnaire.questions[index].routing.map {
        plan.merged($0)
      }
    }
    return Dataset(
      source: source, questionnaire: questionnaire, recordCount: recordCount, answers: answers,
      states: states, weights: weights, ledger: ledger, quartiers: plan.merged(quartiers),
      weighting: weighting)
  }
}

extension MergePlan {
  /// The condition in the new codes, where it holds all members of a group.
  fileprivate func merged(_ condition: Condition) -> Condition {
    var out = condition
    for group in options[condition.question] ?? []
    where group.members.allSatisfy(condition.options.contains) {
      out.options.removeAll { group.members.contains($0) }
      out.options.append(group.code)
    }
    return out
  }
}

extension ResponseType {
  fileprivate func replacing(_ list: CodeList) -> ResponseType {
    switch self {
    case .single: return .single(list)
    case .multiple(var choice):
      choice.list = list
      return .multiple(choice)
    case .scale(var scale):
      scale.list = list
      scale.best = nil
      return .scale(scale)
    default: return self
    }
  }
}

extension Answers {
  /// - Parameters:
  ///   - place: the new code of each option, "other" aside, which stays last.
  ///   - count: how many options there are now, "other" aside.
  fileprivate func mapped(through place: [Int], count: Int, allowsOther: Bool) -> Answers {
    let options = count + (allowsOther ? 1 : 0)
    let table = place + (allowsOther ? [count] : [])
    switch self {
    case .codes(var column):
      let missing = MissingReason.allCases.map { options + $0.rawValue }
      column.codes = column.codes.mapped(through: table + missing)
      column.optionCount = options
      return .codes(column)
    case .sets(var column):
      column.combinations = column.combinations.map { combination in
        guard case .chosen(let chosen) = combination else { return combination }
        return .chosen(Set(chosen.map { table[$0] }).sorted())
      }
      column.optionCount = options
      column.untickedCounts = nil
      column.undisplayedCounts = nil
      return .sets(column)
    case .ranks, .numbers, .texts, .omitted: return self
    }
  }
}

extension ContributionSet {
  /// The same statements with some quartiers counted as one.
  public func merging(_ plan: MergePlan) -> ContributionSet {
    var copy = self
    copy.quartiers = plan.merged(quartiers)
    for index in copy.sessions.indices {
      copy.sessions[index].quartier = sessions[index].quartier.map(plan.quartier)
    }
    for index in copy.statements.indices {
      copy.statements[index].quartier = statements[index].quartier.map(plan.quartier)
    }
    return copy
  }
}
