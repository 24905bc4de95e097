import SurveyModel

/// What a project says about its tables: what is ranked, from which size on, for whom.
extension ProjectReader {
  private static let askedInExample = "asked-in: { online: dissatisfaction }"

  /// `priorities.asked-in`: the questions whose options carry the ranked themes.
  mutating func priorities(_ fields: Fields, sources: inout [ReadSource]) {
    guard let entry = fields["priorities"],
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "`priorities`", en: "`priorities`"), name: "priorities",
        known: ["asked-in"], planned: ["also-from"],
        example: "priorities: { \(Self.askedInExample) }"),
      let asked = reader.required("asked-in", in: fields, example: Self.askedInExample),
      let entries = reader.mapping(asked, example: Self.askedInExample)
    else { return }
    for entry in entries {
      let questions = reader.texts(entry) ?? []
      guard let index = sources.firstIndex(where: { $0.source.source.id == entry.key }) else {
        // A source that could not be read has its own problems.
        if !declaredSourceIDs.contains(entry.key) {
          reader.report(
            .unknownSource(
              entry.key, known: declaredSourceIDs, at: reader.place(entry.line)))
        }
        continue
      }
      for question in questions {
        if isRankable(question, in: sources[index]) {
          sources[index].source.askedIn.append(question.text)
        }
      }
    }
  }

  private mutating func isRankable(_ question: LocatedText, in read: ReadSource) -> Bool {
    let place = reader.place(question.line)
    let questions = read.source.questionnaire.questions
    guard let found = questions.first(where: { $0.id == question.text }) else {
      if !read.questionIDs.contains(question.text) {
        reader.report(.unknownQuestion(question.text, known: questions.map(\.id), at: place))
      }
      return false
    }
    if read.source.askedIn.contains(question.text) {
      reader.report(.duplicateKey(question.text, firstLine: question.line, at: place))
      return false
    }
    let options = found.type.codeList?.options ?? []
    guard options.contains(where: { $0.theme != nil }) else {
      reader.report(.optionsWithoutThemes(question.text, at: place))
      return false
    }
    return true
  }

  /// `intervals`: whether sources that allow none have them too, labelled as indicative.
  mutating func intervals(_ fields: Fields) -> IntervalRule? {
    reader.word(fields["intervals"], among: IntervalRule.allCases.map(\.rawValue))
      .flatMap(IntervalRule.init)
  }

  mutating func minimumBase(_ fields: Fields) -> Int {
    let usual = 11
    guard let entry = fields["ranking"],
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "`ranking`", en: "`ranking`"), name: "ranking",
        known: ["minimum-base"], example: "ranking: { minimum-base: \(usual) }")
    else { return usual }
    return reader.number(fields["minimum-base"], in: 1...1_000_000) ?? usual
  }

  mutating func publication(_ fields: Fields) -> PublicationThresholds {
    var out = PublicationThresholds()
    guard let entry = fields["publication"],
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "`publication`", en: "`publication`"),
        name: "publication", known: ["base", "cell", "editions"],
        example: "publication: { base: 11, cell: 5, editions: [working, public] }")
    else { return out }
    out.base = reader.number(fields["base"], in: 1...1_000_000) ?? out.base
    out.cell = reader.number(fields["cell"], in: 1...1_000_000) ?? min(out.cell, out.base)
    if out.cell > out.base {
      let place = reader.place(fields.line(of: "cell"))
      reader.report(.badThreshold(cell: out.cell, base: out.base, at: place))
    }
    let choices = Edition.allCases.map(\.rawValue) + ["both"]
    var editions: [Edition] = []
    for word in reader.texts(fields["editions"]) ?? [] {
      guard choices.contains(word.text) else {
        reader.report(
          .unknownWord(
            .unknownWord, "editions", word.text, choices: choices, at: reader.place(word.line)))
        continue
      }
      editions += Edition(rawValue: word.text).map { [$0] } ?? Edition.allCases
    }
    if !editions.isEmpty { out.editions = Edition.allCases.filter(editions.contains) }
    return out
  }
}
