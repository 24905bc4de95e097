internal import SurveyModel

/// From coded columns to a dataset: records that do not count are left out, every question is
/// decoded, "asked if" is applied, and the ledger must add up.
struct DatasetAssembler {
  let input: SurveyInput
  let questionnaire: Questionnaire
  let binding: Binding
  let encoded: EncodedExport

  func assemble() throws(ReadFailure) -> (dataset: Dataset?, problems: [Problem]) {
    var selection = RecordSelection(recordCount: encoded.recordCount)
    var problems: [Problem] = []
    for (exclusion, position) in zip(questionnaire.exclusions, binding.exclusions) {
      if let column = position.flatMap({ encoded.columns[$0] }) {
        selection.exclude(exclusion, column)
      }
    }
    var weights: [Double]?
    var quarantined = encoded.quarantined
    if let column = binding.weight.flatMap({ encoded.columns[$0] }) {
      weights = selection.readWeights(column)
      if selection.unreadableWeights > 0 {
        if let found = recordsWithoutWeight(selection, column) {
          quarantined += found
        } else {
          quarantined += try WeightLocator(input: input, rule: encoded.rule, weight: column)
            .locate(headerRecords: encoded.layout.headerRecords, excluded: selection)
        }
      }
    }
    quarantined.sort { ($0.location.record ?? 0) < ($1.location.record ?? 0) }
    var excluded = encoded.excluded + selection.excluded
    if encoded.emptyRecords > 0 {
      excluded.append(
        Ledger.Excluded(
          reason: Bilingual(fr: "ligne entièrement vide", en: "record without any content"),
          count: encoded.emptyRecords))
    }
    guard
      let ledger = Ledger(
        read: encoded.recordsRead, accepted: selection.keptCount, excluded: excluded,
        quarantined: quarantined)
    else {
      return (nil, [.ledgerDoesNotAddUp(input.name)])
    }
    if let first = quarantined.first {
      problems.append(.quarantined(quarantined.count, of: encoded.recordsRead, first))
    }
    if selection.keptCount == 0 && encoded.recordsRead > 0 {
      problems.append(.noneAccepted(encoded.recordsRead, input.name))
    }
    let columns =
      selection.keepsAll
      ? encoded.columns
      : encoded.columns.mapValues {
        $0.filtered(by: selection.keep)
      }
    let quartiers = input.quartiers.isEmpty ? namesAsTyped(columns) : input.quartiers
    let context = DecodingContext(
      layout: encoded.layout, file: input.name, quartiers: quartiers,
      recordCount: selection.keptCount)
    let (answers, states) = decode(columns, context, &problems)
    let dataset = Dataset(
      source: input.source, questionnaire: questionnaire, recordCount: selection.keptCount,
      answers: answers, states: states, weights: weights, ledger: ledger,
      quartiers: quartiers)
    return (dataset, problems)
  }

  /// Records made of several lines: each is named by its first.
  private func recordsWithoutWeight(
    _ selection: RecordSelection, _ column: EncodedColumn
  ) -> [Ledger.Quarantined]? {
    guard let places = encoded.recordPlaces else { return nil }
    return places.indices.filter { !selection.keep[$0] && !selection.isExcluded[$0] }.map {
      let text = column.text(of: column.codes[$0])?.text ?? ""
      return .unreadableWeight(
        PersonalMask.masked(trimmedText(text)),
        SourceLocation(file: input.name, line: places[$0].line, record: places[$0].record))
    }
  }

  /// Without a list of quartiers every name that was typed is one, the most frequent first.
  private func namesAsTyped(_ columns: [Int: EncodedColumn]) -> [Quartier] {
    guard let index = questionnaire.questions.firstIndex(where: { $0.type == .quartier }),
      case .one(let position) = binding.shapes[index], let column = columns[position]
    else { return [] }
    let absent = questionnaire.questions[index].missing + encoded.layout.missing
    var counts: [String: (name: String, count: Int)] = [:]
    for answer in column.answers(without: absent) {
      let name = trimmedText(answer.value.text)
      counts[foldedPlace(name), default: (name, 0)].count += answer.count
    }
    return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
      Quartier(code: identifier(from: $0.value.name), name: $0.value.name)
    }
  }

  private func decode(
    _ columns: [Int: EncodedColumn], _ context: DecodingContext, _ problems: inout [Problem]
  ) -> ([Answers], [AnswerStates]) {
    let decoder = QuestionDecoder(context: context, columns: columns)
    let routing = Routing(questionnaire: questionnaire, recordCount: context.recordCount)
    var answers: [Answers] = []
    var states: [AnswerStates] = []
    for (question, shape) in zip(questionnaire.questions, binding.shapes) {
      if case .date(nil) = question.type, case .one(let position) = shape,
        let column = columns[position], !column.values.isEmpty,
        provenDateOrder(column.values.lazy.map(\.text)) == nil
      {
        problems.append(.dateOrderUnknown(question, column))
      }
      var decoded = decoder.decode(question, shape)
      if let asked = routing.asked(question, answers) {
        let (restricted, contradictions) = decoded.answers.restricted(to: asked)
        decoded.answers = restricted
        if contradictions > 0 {
          problems.append(.answeredUnasked(question, contradictions, input.name))
        }
      }
      problems += decoded.notes.problems(question, context)
      states.append(AnswerStates(decoded))
      answers.append(decoded.answers)
    }
    return (answers, states)
  }
}

extension AnswerStates {
  /// Counts the states of the final answers.
  init(_ decoded: DecodedQuestion) {
    self.init()
    var byState = [Int](repeating: 0, count: MissingReason.allCases.count)
    func add(_ codes: Codes, bins: Int, _ reason: (Int) -> MissingReason?) {
      for (code, count) in codes.histogram(bins: bins).enumerated() where count > 0 {
        if let reason = reason(code) {
          byState[reason.rawValue] += count
        } else {
          answered += count
        }
      }
    }
    switch decoded.answers {
    case .codes(let column), .texts(let column):
      add(column.codes, bins: column.stateCount, column.missingReason)
    case .sets(let column):
      add(column.codes, bins: column.combinations.count) {
        if case .missing(let reason) = column.combinations[$0] { reason } else { nil }
      }
    case .ranks(let column):
      add(column.codes, bins: column.combinations.count) {
        if case .missing(let reason) = column.combinations[$0] { reason } else { nil }
      }
    case .numbers(let column):
      add(column.codes, bins: column.values.count + MissingReason.allCases.count) {
        $0 < column.values.count ? nil : MissingReason(rawValue: $0 - column.values.count)
      }
    case .omitted: break
    }
    missing = byState
    missingTexts = decoded.notes.labels
    invalid = decoded.notes.invalid.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    folded = decoded.notes.folded
    if decoded.notes.mergesNotDisplayed { remarks.append(.mergesNotDisplayed) }
  }
}
