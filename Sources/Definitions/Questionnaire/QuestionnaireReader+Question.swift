import SurveyModel

extension QuestionnaireReader {
  private static let exampleQuestion = "- { id: age, text: Quel âge avez-vous ?, type: number }"

  /// One question of the list; `nil` when there is too little to make one, which is reported.
  mutating func question(_ node: YAMLNode, position: Int) -> Question? {
    guard
      let fields = reader.fields(
        node, of: Bilingual(fr: "une question", en: "a question"), name: "questions",
        known: QuestionType.allKeys, example: Self.exampleQuestion)
    else { return nil }
    let type = questionType(fields)
    let id = questionID(fields)
    refuseForeignKeys(fields, type: type)
    let text = wording(fields, type: type)
    let label = reader.bilingual(fields["label"])
    let isReconstructed = reader.word(fields["wording"], among: ["reconstructed"]) != nil
    let response = type.flatMap { responseType($0, fields) }
    let columns = columns(fields, response: response)
    let blank = blank(fields, type: type)
    let decimal = reader.word(fields["decimal"], among: DecimalSign.allCases.map(\.rawValue))
    let missing = missingValues(fields, response: response)
    let conditions = routing(fields, position: position)
    if let id {
      declare(id, at: position, line: fields.line, type: type, response: response)
      if type == .quartier {
        quartierQuestions.append(.init(id: id, place: reader.place(fields.line)))
      }
    }
    guard let id, let text, let response else { return nil }
    var question = Question(
      id: id, text: text, label: label, isReconstructed: isReconstructed, type: response,
      columns: columns, routing: conditions, blank: blank,
      decimal: decimal.flatMap(DecimalSign.init(rawValue:)), missing: missing,
      location: reader.place(fields.line))
    question.takesCoding = reader.flag(fields["coded"]) ?? true
    question.answerTexts =
      (fields["missing"]?.value.entries ?? []).filter { $0.value.text == Self.answerWord }
      .map(\.key)
    return question
  }

  private mutating func questionType(_ fields: Fields) -> QuestionType? {
    guard let entry = reader.required("type", in: fields, example: "type: single") else {
      return nil
    }
    return reader.word(entry, among: QuestionType.words, code: .unknownType)
      .flatMap(QuestionType.init(rawValue:))
  }

  private mutating func questionID(_ fields: Fields) -> String? {
    func example() -> String {
      let wording = fields["text"]?.value.text ?? fields["column"]?.value.text ?? ""
      return "id: \(Identifiers.proposal(for: wording))"
    }
    guard let entry = reader.required("id", in: fields, example: example()),
      let text = reader.text(entry)
    else { return nil }
    if let first = declared[text] {
      reader.report(
        .duplicateID(
          text, of: Bilingual(fr: "la question", en: "the question"), firstLine: first.line,
          at: reader.place(entry.value.line)))
      return nil
    }
    return reader.id(text, .question, line: entry.value.line)
  }

  private mutating func refuseForeignKeys(_ fields: Fields, type: QuestionType?) {
    guard let type else { return }
    let own = type.ownKeys
    for entry in fields.all
    where !own.contains(entry.key) && !QuestionType.commonKeys.contains(entry.key) {
      reader.report(
        .keyNotForType(
          entry.key, type: type.rawValue, types: QuestionType.types(taking: entry.key),
          at: reader.place(entry.line)))
    }
  }

  /// The wording. A column that is read past needs none: its name will do.
  private mutating func wording(_ fields: Fields, type: QuestionType?) -> Bilingual? {
    if fields["text"] == nil, type?.isOmitted == true, let column = fields["column"]?.value.text {
      return Bilingual(column)
    }
    let example = "text: \"Quel âge avez-vous ?\""
    let entry = reader.required("text", in: fields, example: example)
    return reader.bilingual(entry)
  }

  private mutating func blank(_ fields: Fields, type: QuestionType?) -> BlankMeaning? {
    let words = BlankMeaning.allCases.map(\.rawValue)
    guard let entry = fields["blank"],
      let meaning = reader.word(entry, among: words).flatMap(BlankMeaning.init(rawValue:))
    else { return nil }
    if meaning == .notTicked, let type, type != .multiple {
      reader.report(.blankNotTicked(type: type.rawValue, at: reader.place(entry.value.line)))
    }
    return meaning
  }

  private mutating func missingValues(
    _ fields: Fields, response: ResponseType?
  ) -> [MissingValue] {
    guard let entry = fields["missing"],
      let entries = reader.mapping(entry, example: "missing: { \"N/A\": not-displayed }")
    else { return [] }
    let options = response?.codeList?.options ?? []
    var out: [MissingValue] = []
    var seen: [String: YAMLEntry] = [:]
    for value in entries {
      let place = reader.place(value.line)
      let folded = foldedLabel(value.key)
      guard !folded.isEmpty else {
        reader.report(.emptyValue("missing", at: place))
        continue
      }
      if let first = seen.updateValue(value, forKey: folded) {
        reader.report(.duplicateKey(value.key, firstLine: first.line, at: place))
      }
      if let option = options.first(where: { $0.texts.contains { foldedLabel($0) == folded } }) {
        reader.report(.textMeansTwo(value.key, option: option.code, at: place))
      }
      if value.value.text == Self.answerWord { continue }
      if let reason = missingReason(value, orAnswer: true) {
        out.append(MissingValue(value.key, reason))
      }
    }
    return out
  }

  /// Says of a text that looks like a missing answer that it is an answer.
  static let answerWord = "answer"

  /// The word of a missing reason, as questions and options write it.
  ///
  /// - Parameter orAnswer: messages offer `answer` too.
  mutating func missingReason(
    _ entry: YAMLEntry, orAnswer: Bool = false
  ) -> MissingReason? {
    // "invalid" is what the program finds, not what a form offers.
    let reasons = MissingReason.allCases.filter { $0 != .invalid }
    guard
      let word = reader.word(
        entry, among: (orAnswer ? [Self.answerWord] : []) + reasons.map(\.yamlWord),
        code: .unknownReason)
    else { return nil }
    return reasons.first { $0.yamlWord == word }
  }

  private mutating func declare(
    _ id: String, at position: Int, line: Int, type: QuestionType?, response: ResponseType?
  ) {
    let answers: Declared.Answers
    switch response {
    case .numericScale(let scale): answers = .range(scale.range)
    case .some(let response):
      answers =
        response.codeList.map { .options($0.options, allowsOther: $0.allowsOther) } ?? .none
    case nil: answers = .unknown
    }
    declared[id] = Declared(
      position: position, line: line, type: type?.rawValue ?? "?", answers: answers)
  }
}

extension AnswerOption {
  /// Every text that means this option in an export.
  var texts: [String] { [label.fr, label.en] + aliases }
}
