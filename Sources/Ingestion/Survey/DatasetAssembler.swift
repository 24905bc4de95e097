internal import SurveyModel

/// From coded columns to a dataset: records that do not count are left out, every question is
/// decoded, "asked if" is applied, and the ledger must add up.
struct DatasetAssembler {
  let input: SurveyInput
  let questionnaire: Questionnaire
  let binding: Binding
  let encoded: EncodedExport
  /// Threads that decode.
  var jobs = 1

  /// - Returns: the dataset, what was noticed, and which encoded records it holds (`nil`: all).
  func assemble() throws(ReadFailure) -> (
    dataset: Dataset?, problems: [Problem], keep: [Bool]?
  ) {
    var selection = RecordSelection(recordCount: encoded.recordCount)
    var problems: [Problem] = []
    for (exclusion, positions) in zip(questionnaire.exclusions, binding.exclusions) {
      selection.exclude(
        exclusion, positions.compactMap { encoded.columns[$0] }, answered: answeredCounts)
    }
    var weights: [Double]?
    var quarantined = encoded.quarantined
    if let column = binding.weight.flatMap({ encoded.columns[$0] }) {
      weights = selection.readWeights(column, jobs: jobs)
      if selection.unreadableWeights > 0 {
        if let found = recordsWithoutWeight(selection, column) {
          quarantined += found
        } else {
          quarantined += try WeightLocator(
            input: input, rule: encoded.rule, weight: column, corrections: encoded.corrections
          ).locate(
            headerRecords: encoded.layout.headerRecords, excluded: selection,
            setAside: Set(quarantined.compactMap(\.location.record)))
        }
      }
    }
    quarantined.sort { ($0.location.record ?? 0) < ($1.location.record ?? 0) }
    var excluded = encoded.excluded + selection.excluded
    if encoded.emptyRecords > 0 {
      excluded.append(
        Ledger.Excluded(
          reason: Bilingual(fr: "ligne entièrement vide", en: "record without any content"),
          count: encoded.emptyRecords, rule: "empty"))
    }
    guard
      let ledger = Ledger(
        read: encoded.recordsRead, accepted: selection.keptCount, excluded: excluded,
        quarantined: quarantined)
    else {
      return (nil, [.ledgerDoesNotAddUp(input.name)], nil)
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
    let indications = Indications(
      questionnaire: questionnaire, answers: answers, recordCount: selection.keptCount,
      seconds: seconds(columns))
    let dataset = Dataset(
      source: input.source, questionnaire: questionnaire, recordCount: selection.keptCount,
      answers: answers, states: states, weights: weights,
      ledger: ledger.noting(corrected: encoded.correctedRecords, indications: indications.all),
      quartiers: quartiers)
    return (dataset, problems, selection.keepsAll ? nil : selection.keep)
  }

  /// How long each person took, where the tool wrote it or when they began and ended.
  private func seconds(_ columns: [Int: EncodedColumn]) -> [Double?] {
    if let duration = binding.duration.flatMap({ columns[$0] }) {
      return AnsweringTime.seconds(duration)
    }
    guard let times = binding.times, let start = columns[times.start], let end = columns[times.end]
    else { return [] }
    return AnsweringTime.seconds(from: start, to: end)
  }

  /// How many questions each record answers, before any is excluded.
  private func answeredCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: encoded.recordCount)
    for (question, shape) in zip(questionnaire.questions, binding.shapes) {
      let absent = Set((question.missing + encoded.layout.missing).map { foldedLabel($0.text) })
      let columns = shape.positions.compactMap { encoded.columns[$0] }.map { column in
        column.codes.mapped(
          through: column.counts.indices.map { code in
            column.text(of: code).map { absent.contains(foldedLabel($0.text)) ? 0 : 1 } ?? 0
          })
      }
      for record in counts.indices where columns.contains(where: { $0[record] == 1 }) {
        counts[record] += 1
      }
    }
    return counts
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

  /// What the column of a quantity leaves open: the decimal sign, and numbers that may stand for no
  /// answer.
  private func numberProblems(_ question: Question, _ column: EncodedColumn) -> [Problem] {
    guard question.location != nil else { return [] }
    var problems: [Problem] = []
    let format = column.numberFormat(question)
    if format.isOpen {
      problems.append(.decimalUnknown(question, format.ambiguous[0], input.name))
    }
    let settled = Set(question.answerTexts.map(foldedLabel))
    let numbers = column.answers(without: question.missing + encoded.layout.missing)
      .compactMap { format.read($0.value.text) }
    guard numbers.allSatisfy({ $0 == $0.rounded() && abs($0) < 1e6 }) else { return problems }
    let codes = SpecialCodes.among(Set(numbers.map { Int($0) }))
      .filter { !settled.contains(String($0)) }
    if !codes.isEmpty { problems.append(.specialCodes(question, codes, input.name)) }
    return problems
  }

  /// What a spreadsheet did to the values of a question.
  private func accidents(
    _ question: Question, _ shape: ColumnShape, _ columns: [Int: EncodedColumn]
  ) -> [Problem] {
    switch question.type {
    case .personalData, .ignored, .openText: return []
    default: break
    }
    // Where yes and no are what is asked, VRAI and FAUX are answers.
    let isTicks =
      if case .options = shape {
        true
      } else {
        question.type.codeList.map { TickWords.yesNo($0) != nil } ?? false
      }
    return shape.positions.compactMap { columns[$0] }.flatMap { column in
      ColumnAccidents(
        column, missing: question.missing + encoded.layout.missing, file: input.name
      ).problems(isNumber: question.type == .number, isTicks: isTicks)
    }
  }

  private func decode(
    _ columns: [Int: EncodedColumn], _ context: DecodingContext, _ problems: inout [Problem]
  ) -> ([Answers], [AnswerStates]) {
    let decoder = QuestionDecoder(context: context, columns: columns)
    let routing = Routing(questionnaire: questionnaire, recordCount: context.recordCount)
    let work = Array(zip(questionnaire.questions, binding.shapes))
    // The longest work first: those of many columns.
    let order = work.indices.sorted { work[$0].1.positions.count > work[$1].1.positions.count }
    let inOrder = concurrentMap(work.count, jobs: jobs) {
      decoder.decode(work[order[$0]].0, work[order[$0]].1)
    }
    var decoded = zip(order, inOrder).sorted { $0.0 < $1.0 }.map(\.1)
    var contradictions: [Int] = []
    for (index, (question, _)) in work.enumerated() {
      let asked =
        question.routing.isEmpty
        ? nil : routing.asked(question, decoded[..<index].map(\.answers))
      contradictions.append(asked.map { decoded[index].restrict(to: $0) } ?? 0)
    }
    let final = decoded
    let looked = concurrentMap(work.count, jobs: jobs) { index in
      let (question, shape) = work[index]
      var state = AnswerStates(final[index])
      state.nearDuplicates = NearDuplicates.find(
        question, final[index].answers, final[index].notes, quartiers: context.quartiers)
      return (
        state: state,
        problems: openPoints(question, shape, columns) + accidents(question, shape, columns)
      )
    }
    for (index, (question, _)) in work.enumerated() {
      problems += looked[index].problems
      if contradictions[index] > 0 {
        problems.append(.answeredUnasked(question, contradictions[index], input.name))
      }
      problems += decoded[index].notes.problems(question, context)
    }
    return (decoded.map(\.answers), looked.map(\.state))
  }

  /// What the column of a date or a quantity leaves open.
  private func openPoints(
    _ question: Question, _ shape: ColumnShape, _ columns: [Int: EncodedColumn]
  ) -> [Problem] {
    guard case .one(let position) = shape, let column = columns[position] else { return [] }
    if case .date(nil) = question.type, !column.values.isEmpty,
      provenDateOrder(column.values.lazy.map(\.text)) == nil
    {
      return [.dateOrderUnknown(question, column)]
    }
    return question.type == .number ? numberProblems(question, column) : []
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
    masked = decoded.notes.masked
    if decoded.notes.mergesNotDisplayed { remarks.append(.mergesNotDisplayed) }
  }
}
