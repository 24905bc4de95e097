import Definitions
import SurveyModel
import Testing

@Suite struct QuestionnaireLoaderTests {
  private func question(_ id: String) throws -> Question {
    let loaded = QuestionnaireLoader.load(bytes: Array(goodQuestionnaire.utf8), file: "q.yaml")
    return try #require(loaded.value?.questions.first { $0.id == id })
  }

  @Test func `a good questionnaire has no problems`() throws {
    let loaded = QuestionnaireLoader.load(bytes: Array(goodQuestionnaire.utf8), file: "q.yaml")
    expect(loaded.problems, match: MarkedText(goodQuestionnaire))
    let read = try #require(loaded.value)
    #expect(read.title == Bilingual(fr: "Enquête en ligne", en: "Online survey"))
    #expect(read.file == "q.yaml")
    #expect(
      read.weight == ColumnName("Poids", at: SourceLocation(file: "q.yaml", line: 2)))
    #expect(read.exclusions.map(\.values) == [["Non", ""], ["oui"]])
    #expect(read.exclusions[0].reason.en == "No consent")
    #expect(
      read.questions.map(\.id) == [
        "informed", "channel", "insecurity", "three-needs", "opinion", "safety", "age", "on",
        "order", "order.2", "words", "where", "phone", "seed_1",
      ])
    #expect(
      read.questions.map(\.type.word) == [
        "single", "multiple", "multiple", "multiple", "scale", "scale", "number", "date",
        "ranking", "ranking", "open", "quartier", "personal-data", "ignored",
      ])
    #expect(read.questions[1].location == SourceLocation(file: "q.yaml", line: 13))
  }

  @Test func `single options keep their order and reasons`() throws {
    let options = [
      AnswerOption(code: "yes", label: Bilingual("oui")),
      AnswerOption(code: "no", label: Bilingual("Non")),
      AnswerOption(code: "dk", label: Bilingual("NSP"), missing: .doesNotKnow),
    ]
    #expect(try question("informed").type == .single(CodeList(options)))
  }

  @Test func `a multiple question in one cell`() throws {
    let channel = try question("channel")
    let options = [
      AnswerOption(
        code: "flyer", label: Bilingual(fr: "Tract", en: "Flyer"), aliases: ["A1", "prospectus"]),
      AnswerOption(code: "web", label: Bilingual(fr: "Internet", en: "Web")),
      AnswerOption(code: "none", label: Bilingual("Aucun"), isExclusive: true),
    ]
    #expect(
      channel.type
        == .multiple(
          MultipleChoice(
            list: CodeList(options, allowsOther: true), layout: .cell(separator: ", "), limit: 2)))
    #expect(channel.routing == [Condition(question: "informed", options: ["yes"])])
    #expect(channel.blank == .notTicked)
    #expect(channel.label == Bilingual(fr: "Canal", en: "Channel"))
  }

  @Test func `a multiple question in columns`() throws {
    let read = try question("insecurity")
    #expect(read.isReconstructed)
    guard case .multiple(let choice) = read.type else {
      Issue.record("type")
      return
    }
    #expect(choice.layout == .columns)
    #expect(choice.ticked == ["Oui", "X"] && choice.unticked == ["Non"])
    #expect(choice.list.options.map(\.theme) == ["tranquillity", "tranquillity"])
    #expect(choice.list.options.map { $0.column?.text } == ["Q5[1]", "Q5[2]"])
    let mentions = try question("three-needs")
    #expect(mentions.columns.map(\.text) == ["B1", "B2", "B3"])
  }

  @Test func `scales declare their good end`() throws {
    guard case .scale(let scale) = try question("opinion").type else {
      Issue.record("type")
      return
    }
    #expect(scale.best == .first)
    #expect(scale.box == 2)
    let safety = try question("safety")
    #expect(safety.type == .numericScale(NumericScale(range: 1...10, best: 10, box: 3)))
    #expect(
      safety.missing == [MissingValue("99", .refused), MissingValue("N/A", .notDisplayed)])
  }

  @Test func `the other types`() throws {
    #expect(try question("age").blank == .notDisplayed)
    #expect(try question("on").type == .date(.dayFirst))
    #expect(try question("on").columns.map(\.text) == ["Horodateur"])
    guard case .ranking(let ranking) = try question("order").type else {
      Issue.record("type")
      return
    }
    #expect(ranking.layout == .ranks && ranking.depth == 2 && ranking.points == [2, 1])
    #expect(try question("phone").text == Bilingual("Téléphone"))
    #expect(
      try question("words").routing == [
        Condition(question: "channel", options: ["web", "other"]),
        Condition(question: "safety", options: ["1", "2"]),
      ])
  }

  @Test func `a scale of three steps has boxes of one`() throws {
    let text = """
      questions:
        - { id: a, text: A, type: scale, options: { x: X, y: Y, z: Z }, best: z }
      """
    let loaded = QuestionnaireLoader.load(bytes: Array(text.utf8), file: "dir/small.yaml")
    guard case .scale(let scale)? = loaded.value?.questions.first?.type else {
      Issue.record("type")
      return
    }
    #expect(scale.box == 1 && scale.best == .last)
    #expect(loaded.value?.title == Bilingual("small"))
  }

  /// Line ends and marks of other editors change nothing but the columns' places.
  @Test func `CRLF and a byte order mark are read alike`() throws {
    let plain = QuestionnaireLoader.load(bytes: Array(goodQuestionnaire.utf8), file: "q.yaml")
    let windows = goodQuestionnaire.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let marked = QuestionnaireLoader.load(
      bytes: [0xEF, 0xBB, 0xBF] + Array(windows.utf8), file: "q.yaml")
    #expect(marked.problems == [])
    #expect(marked.value == plain.value)
  }

  @Test(arguments: [
    "yes", "no", "on", "off", "null", "~", "1", "0x1F", "1e3", "2020-01-01", "true",
  ])
  func `every scalar is text`(word: String) throws {
    let text = """
      title: \(word)
      questions:
        - id: a
          text: \(word)
          type: single
          options: { \(word): \(word), other-\(word): { label: x\(word), also: [\(word)2] } }
          missing: { m\(word): refused }
        - { id: b, text: B, type: open, asked-if: { a: \(word) } }
      """
    let loaded = QuestionnaireLoader.load(bytes: Array(text.utf8), file: "q.yaml")
    #expect(loaded.problems == [])
    let question = try #require(loaded.value?.questions.first)
    #expect(question.text.fr == word)
    guard case .single(let list) = question.type else {
      Issue.record("type")
      return
    }
    #expect(list.options[0].code == word && list.options[0].label.fr == word)
  }

  @Test func `anchors and aliases share a list`() {
    let text = """
      questions:
        - id: a
          text: A
          type: single
          options: &agree { y: Oui, n: Non }
        - { id: b, text: B, type: single, options: *agree }
      """
    let loaded = QuestionnaireLoader.load(bytes: Array(text.utf8), file: "q.yaml")
    #expect(loaded.problems == [])
    #expect(loaded.value?.questions[0].type == loaded.value?.questions[1].type)
  }

  @Test func `a file that is not there`() {
    let loaded = QuestionnaireLoader.load(path: "/nowhere/q.yaml")
    #expect(loaded.problems.map(\.code) == ["missing-file"])
    #expect(loaded.value == nil)
    expectBothLanguages(loaded.problems)
  }
}
