import SurveyModel

/// `merge`: options and quartiers that the public edition counts as one.
extension ProjectReader {
  private static let example = "merge: { quartiers: { nord: [a, b] } }"
  private static let optionsExample = "options: { age: { 60-and-more: [60-74, 75-more] } }"

  mutating func merges(
    _ fields: Fields, sources: [ReadSource], quartiers: [Quartier]
  ) -> MergePlan {
    guard let entry = fields["merge"],
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "`merge`", en: "`merge`"), name: "merge",
        known: ["quartiers", "options"], example: Self.example)
    else { return MergePlan() }
    var plan = MergePlan()
    if let entry = fields["quartiers"] {
      let codes = quartiers.map(\.code)
      plan.quartiers = groups(entry, of: codes, known: codes, example: Self.example)
    }
    guard let entry = fields["options"],
      let questions = reader.mapping(entry, example: Self.optionsExample)
    else { return plan }
    for question in questions {
      let asked = sources.flatMap { source in
        source.source.questionnaire.questions.filter { $0.id == question.key }
      }
      guard !asked.isEmpty else {
        let known = sources.flatMap { $0.source.questionnaire.questions.map(\.id) }
        reader.report(
          .unknownQuestion(question.key, known: known, at: reader.place(question.line)))
        continue
      }
      let lists = asked.compactMap { Self.mergeable($0.type) }
      guard lists.count == asked.count else {
        reader.report(.cannotMerge(question.key, at: reader.place(question.line)))
        continue
      }
      let known = lists.flatMap { $0.answers.map(\.code) }
      let groups = groups(question, of: known, known: known, example: Self.optionsExample)
      plan.options[question.key] = groups.filter { group in
        checkOptions(group, asked, at: reader.place(question.line))
      }
    }
    return plan
  }

  /// The options of a question that can be counted as one.
  private static func mergeable(_ type: ResponseType) -> CodeList? {
    switch type {
    case .single(let list): list
    case .multiple(let choice): choice.list
    case .scale(let scale): scale.list
    default: nil
    }
  }

  private mutating func groups(
    _ entry: YAMLEntry, of codes: [String], known: [String], example: String
  ) -> [MergePlan.Group] {
    guard let entries = reader.mapping(entry, example: example) else { return [] }
    var taken: Set<String> = []
    var out: [MergePlan.Group] = []
    for entry in entries {
      let place = reader.place(entry.line)
      guard let members = reader.texts(entry) else { continue }
      var isWhole = members.count > 1
      if !isWhole { reader.report(.tooFewToMerge(entry.key, at: place)) }
      for member in members where !known.contains(member.text) {
        reader.report(
          .unknownToMerge(member.text, known: known, at: reader.place(member.line)))
        isWhole = false
      }
      for member in members where !taken.insert(member.text).inserted {
        reader.report(.mergedTwice(member.text, at: reader.place(member.line)))
        isWhole = false
      }
      let names = members.map(\.text)
      if !Identifiers.isCode(entry.key) || entry.key == "other"
        || codes.contains(entry.key) && !names.contains(entry.key)
      {
        reader.report(.mergeNameTaken(entry.key, at: place))
        isWhole = false
      }
      if isWhole { out.append(MergePlan.Group(code: entry.key, members: names)) }
    }
    return out
  }

  /// Options of one theme, or of none; steps of a scale that stand side by side.
  private mutating func checkOptions(
    _ group: MergePlan.Group, _ asked: [Question], at place: SourceLocation
  ) -> Bool {
    for question in asked {
      guard let list = Self.mergeable(question.type) else { continue }
      let members = list.answers.indices.filter { group.members.contains(list.answers[$0].code) }
      guard members.count == group.members.count else { continue }
      if Set(members.map { list.answers[$0].theme }).count > 1 {
        reader.report(.mergedThemes(group.code, at: place))
        return false
      }
      if case .scale = question.type, members.last! - members.first! >= members.count {
        reader.report(.mergedSteps(group.code, at: place))
        return false
      }
    }
    return true
  }
}
