import Definitions
import SurveyModel
import Testing

@Suite struct QuestionnaireProblemTests {
  @Test(arguments: badShapes + badQuestions + badRoutings)
  func `mistakes are reported where they stand`(bad: BadCase) {
    let marked = MarkedText(bad.text)
    let loaded = QuestionnaireLoader.load(bytes: marked.bytes, file: "q.yaml")
    expect(loaded.problems, match: marked)
    #expect(loaded.value == nil)
  }

  @Test(arguments: badRanges)
  func `malformed ranges`(range: String) {
    let text = "questions:\n  - { id: a, text: A, type: scale, range: \"\(range)\" }⟦bad-range⟧"
    let marked = MarkedText(text)
    expect(QuestionnaireLoader.load(bytes: marked.bytes, file: "q.yaml").problems, match: marked)
  }

  @Test(arguments: [("0..10", 0...10), ("-5..5", -5...5), ("1 .. 4", 1...4)])
  func `well-formed ranges`(text: String, range: ClosedRange<Int>) {
    let text = "questions:\n  - { id: a, text: A, type: scale, range: \(text) }"
    let read = QuestionnaireLoader.load(bytes: Array(text.utf8), file: "q.yaml")
    guard case .numericScale(let scale)? = read.value?.questions.first?.type else {
      Issue.record("\(read.problems)")
      return
    }
    #expect(scale.range == range && scale.best == nil)
  }

  /// The line to write, for the mistakes whose repair is known.
  @Test(arguments: [
    ("type: singel", "type: single"),
    ("tpye: open, type: open", "type:"),
    ("type: single, options: [Oui, Non]", "options: { oui: Oui, non: Non }"),
    (
      "type: single, options: [\"Oui, tout à fait\", Non, NSP]",
      "options: { oui-tout-a-fait: \"Oui, tout à fait\", non: Non, … }"
    ),
    ("type: single, options: { Tout à fait: x }", "tout-a-fait: Tout à fait"),
    ("type: single, other: yes, options: { a: A }", "other: true"),
    ("type: single, other: non, options: { a: A }", "other: false"),
    ("type: scale, range: 1-10", "range: 1..10"),
    ("type: scale, best: Bien, options: { a: Bien, b: Mal }", "best: a"),
    ("type: scale, best: max, range: 1..7", "best: 7"),
    ("type: ranking, depth: 4, options: { a: A, b: B }", "depth: 2"),
    ("type: open, missing: { N/A: not-displayd }", "N/A: not-displayed"),
    ("type: open, missing: { N/A: refusal }", "N/A: refused"),
    ("type: multiple, layout: cell, options: { a: A }", "separator: \", \""),
  ])
  func `the fix is the line to write`(keys: String, line: String) {
    let text = "questions:\n  - { id: a, text: A, \(keys) }"
    let problems = QuestionnaireLoader.load(bytes: Array(text.utf8), file: "q.yaml").problems
    let fixes = problems.compactMap(\.fix?.en)
    #expect(fixes.contains("write: \(line)"), "\(fixes)")
  }

  @Test func `what could be read stays available`() throws {
    let text = """
      questions:
        - { id: a, text: A, type: open }
        - { id: b, text: B, type: nothing }
        - { id: c, text: C, type: number }
      """
    let loaded = QuestionnaireLoader.load(bytes: Array(text.utf8), file: "q.yaml")
    #expect(loaded.value == nil)
    #expect(try #require(loaded.partial).questions.map(\.id) == ["a", "c"])
  }

  @Test func `a message says where, what and how`() {
    let text = "questions:\n  - { id: a, text: A, type: singel }"
    let problem = QuestionnaireLoader.load(bytes: Array(text.utf8), file: "dir/q.yaml").problems[0]
    let choices =
      "single, multiple, scale, number, date, ranking, open, quartier, personal-data, ignored"
    #expect(
      problem.text(.english)
        == "dir/q.yaml:2: error: `type`: “singel” found; possible choices: \(choices) "
        + "[unknown-type]\n  → write: type: single")
    #expect(
      problem.text(.french)
        == "dir/q.yaml:2: erreur: `type` : «\u{A0}singel\u{A0}» trouvé ; choix possibles : "
        + "\(choices) [unknown-type]\n  → écrire : type: single")
  }
}
