import Foundation
import TestSupport
import Testing

/// Weights that cannot be made: said in words, with the line of the margins and the line that would
/// mend it.
@Suite struct WeightingFailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var weighting = "{ sources: [s], method: raking, margins: margins.csv }"
    var margins: String
    var code: String
    var line: Int?
    var words: [String]
    var status: Int32 = 1
    var testDescription: String { name }
  }

  /// Twelve people: a 8, b 3, c 1; f 6, m 6; nobody in d; one without sex.
  static let export = """
    age;sexe;poids
    a;f;1
    a;f;1
    a;f;1
    a;f;1
    a;f;1
    a;m;1
    a;m;1
    a;m;1
    b;m;1
    b;m;1
    b;m;1
    c;f;1

    """
  static let questionnaire = """
    questions:
      - id: age
        text: age
        type: scale
        best: a
        options: { a: A, b: B, c: C, d: D }
      - id: sex
        text: sexe
        type: single
        options: { f: F, m: M }

    """

  static let cases: [Case] = [
    Case(
      name: "an empty category",
      margins: "question,option,count\nage,a,40\nage,b,30\nage,c,20\nage,d,10\n",
      code: "weighting-empty-category", line: 5,
      words: ["personne dans « D »", "cible est 10", "écrivez : age,c | d,30"]),
    Case(
      name: "an empty crossed category",
      weighting: "{ sources: [s], method: post-stratification, margins: margins.csv }",
      margins: "question,option,share\nage * sex,a * f,0.2\nage * sex,a * m,0.3\n"
        + "age * sex,b * f,0.1\nage * sex,b * m,0.2\nage * sex,c | d * f | m,0.2\n",
      code: "weighting-empty-category", line: 4,
      words: ["personne dans « B × F »", "écrivez : age * sex,a | b * f,,0.3"]),
    Case(
      name: "people where none are expected",
      margins: "question,option,count\nage,a,40\nage,b,30\nage,c | d,0\n",
      code: "weighting-unexpected-people", line: 4,
      words: ["1 personne(s)", "dont la cible est 0"]),
    Case(
      name: "margins that cannot be met together",
      margins: "question,option,count\nage,a,10\nage,b,80\nage,c | d,10\nsex,f,90\nsex,m,10\n",
      code: "weighting-not-met", words: ["ne peuvent être atteintes ensemble"]),
    Case(
      name: "trimming that contradicts a margin",
      weighting: "{ sources: [s], method: raking, margins: margins.csv, trim: 0.9..1.1 }",
      margins: "question,option,count\nage,a,40\nage,b | c | d,60\n",
      code: "weighting-trim-conflict", words: ["élargissez trim"]),
    Case(
      name: "bounds too narrow",
      weighting: "{ sources: [s], method: logit, margins: margins.csv, bounds: 0.9..1.1 }",
      margins: "question,option,count\nage,a,40\nage,b | c | d,60\n",
      code: "weighting-not-met", words: ["élargissez bounds"]),
    Case(
      name: "negative weights",
      weighting: "{ sources: [s], method: linear, margins: margins.csv }",
      margins: "question,option,count\nage,a,30\nage,b,60\nage,c | d,10\nsex,f,70\nsex,m,30\n",
      code: "negative-weights", words: ["bounds: 0.3..3"]),
    Case(
      name: "a good one, and a category that keeps its share",
      margins: "question,option,count\nage,a,40\nage,b,30\nage,c,20\nage,d,keep\n",
      code: "", words: [], status: 0),
  ]

  @Test(arguments: cases) func failureIsExplained(_ example: Case) throws {
    let folder = try project(example, export: Self.export)
    for (language, other) in [("fr_FR.UTF-8", "en_US.UTF-8"), ("en_US.UTF-8", "")] {
      let result = try Tool.run(["check", folder.path], language: language)
      #expect(result.status == example.status, "\(result.errors)\(result.output)")
      let said = result.errors + result.output
      #expect(example.code.isEmpty || said.contains("[\(example.code)]"), "\(said)")
      if let line = example.line { #expect(said.contains("margins.csv:\(line):"), "\(said)") }
      guard !other.isEmpty else { continue }
      for word in example.words { #expect(said.contains(word), "\(word) in \(said)") }
    }
  }

  /// A record without an answer to a margin keeps its share, and that is said.
  @Test func whoeverDoesNotAnswerKeepsTheirShare() throws {
    let example = Case(
      name: "silent", margins: "question,option,share\nsex,f,50\nsex,m,50\n", code: "", words: [])
    let folder = try project(example, export: Self.export + "a;;1\nb;;1\nb;;1\n")
    let result = try Tool.run(["run", folder.path, "--out", folder.path + "/out"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("[weighting-without-answer]"))
    #expect(result.errors.contains("3 enregistrement(s) sans réponse"))
    let records = try ExpectedFigures.records(folder.path + "/out/weighting.csv")
    func value(_ category: String, _ measure: String) -> Double? {
      records.first { $0["category"] == category && $0["measure"] == measure }
        .flatMap { Double($0["value"] ?? "") }
    }
    #expect(value("(without-target)", "n") == 3)
    #expect(value("(without-target)", "share") == 0.2)
    #expect(value("f", "after").map { abs($0 - 0.5) < 1e-12 } == true)
    // Six men and six women share what the three silent ones leave of 15.
    #expect(value("f", "weight").map { abs($0 - 6) < 1e-12 } == true)
    #expect(try folder.read("out/weighting.md").contains("sans réponse ou sans cible"))
  }

  private func project(_ example: Case, export: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("export.csv", export)
    try folder.write("q.yaml", Self.questionnaire)
    try folder.write("margins.csv", example.margins)
    try folder.write(
      "concertation.yaml",
      """
      title: Essai
      sources:
        - { id: s, questionnaire: q.yaml, file: export.csv, sampling: random }
      weighting: \(example.weighting)
      """)
    return folder
  }
}
