import SurveyModel
import Testing

@testable import Tabulation

/// The flat files of a small survey that can be counted by hand.
@Suite("Flat tables") struct FlatTablesTests {
  static let options = CodeList([
    AnswerOption(code: "a", label: Bilingual("A, \"a\"")),
    AnswerOption(code: "b", label: Bilingual("B")),
    AnswerOption(code: "c", label: Bilingual("C")),
  ])

  /// Four people in two quartiers of three; option C of the first question is chosen by nobody.
  static func dataset(weights: [Double]? = nil) -> Dataset {
    let questions = [
      Question(id: "quartier", text: Bilingual("quartier"), type: .quartier),
      Question(id: "one", text: Bilingual("one"), type: .single(options)),
      Question(
        id: "several", text: Bilingual("several"), type: .multiple(MultipleChoice(list: options))),
      Question(id: "comment", text: Bilingual("comment"), type: .openText),
    ]
    let missing = 3 + MissingReason.noAnswer.rawValue
    let answers: [Answers] = [
      .codes(CodeColumn(codes: Codes([0, 0, 2, 2]), optionCount: 3)),
      .codes(CodeColumn(codes: Codes([0, 1, 1, missing]), optionCount: 3)),
      .sets(
        SetColumn(
          codes: Codes([0, 1, 1, 2]),
          combinations: [.chosen([0, 2]), .chosen([2]), .missing(.noAnswer)], optionCount: 3)),
      .texts(CodeColumn(codes: Codes([0, 0, 0, 0]), optionCount: 1)),
    ]
    return Dataset(
      source: Source(id: "survey", label: Bilingual("survey")),
      questionnaire: Questionnaire(title: Bilingual("survey"), questions: questions),
      recordCount: 4, answers: answers,
      states: answers.map { _ in AnswerStates() }, weights: weights,
      ledger: Ledger(read: 4, accepted: 4, excluded: [], quarantined: [])!,
      quartiers: ["Nord", "Est", "Sud"].map { Quartier(code: $0.lowercased(), name: $0) })
  }

  @Test func everyCountIsThere() async throws {
    let tables = try #require(await FlatTables(Self.dataset(weights: [1, 2, 3, 4]), by: 0))
    let lines = String(decoding: tables.crossTabulations, as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "question,quartier,option,n,w,pct,wpct,lo,hi")
    #expect(lines[1] == "one,Nord,\"A, \"\"a\"\"\",1,1.0000,50.0000,33.3333,9.4531,90.5469")
    #expect(lines[4] == "one,Sud,B,1,3.0000,100.0000,100.0000,20.6549,100.0000")
    #expect(lines.count == 1 + 2 * 2 + 2 * 2)
    let whole = String(decoding: tables.distributions, as: UTF8.self).split(separator: "\n")
    #expect(whole[2] == "one,B,2,5.0000,66.6667,83.3333,20.7660,93.8508")
    #expect(whole[4] == "several,C,3,6.0000,100.0000,100.0000,43.8503,100.0000")
    let tests = String(decoding: tables.tests, as: UTF8.self).split(separator: "\n")
    #expect(tests.count == 1 + 1 + 2)
    #expect(tests[1].hasPrefix("one,,0.750000,1,"))
    #expect(tests[3] == "several,C,,,,,3")
  }

  @Test(arguments: [2, 5])
  func sameBytesWhateverTheThreads(_ workers: Int) async throws {
    let alone = try #require(await FlatTables(Self.dataset(), by: 0))
    let together = try #require(await FlatTables(Self.dataset(), by: 0, workers: workers))
    #expect(alone.distributions == together.distributions)
    #expect(alone.crossTabulations == together.crossTabulations)
    #expect(alone.tests == together.tests)
  }

  @Test func nothingToCrossBy() async {
    #expect(await FlatTables(Self.dataset(), by: 3) != nil)
    var dataset = Self.dataset()
    dataset = Dataset(
      source: dataset.source, questionnaire: dataset.questionnaire, recordCount: 4,
      answers: [.omitted] + dataset.answers.dropFirst(), states: dataset.states, weights: nil,
      ledger: dataset.ledger, quartiers: dataset.quartiers)
    #expect(await FlatTables(dataset, by: 0) == nil)
  }
}
