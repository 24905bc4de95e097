import Foundation
import TestSupport
import Testing

/// One synthetic export a dialect, under `fixtures/dialects`, with the counts of `expected.csv`.
@Suite struct DialectFixtureTests {
  struct Dialect: CustomTestStringConvertible, Sendable {
    var file: String
    var word: String
    /// Columns of personal data, from 1.
    var personal: [Int] = []
    /// The likely type of each question, in order.
    var types: [String]
    var todos: Int
    var testDescription: String { file }
  }

  static let dialects: [Dialect] =
    [
      Dialect(
        file: "google-forms.csv", word: "google-forms", personal: [7],
        types: ["single", "multiple", "scale", "scale", "open"], todos: 4),
      Dialect(
        file: "limesurvey-codes.csv", word: "limesurvey-codes",
        types: ["single", "multiple", "single", "single"], todos: 1),
      Dialect(
        file: "limesurvey-text.csv", word: "limesurvey-text",
        types: ["single", "multiple", "scale", "scale", "ranking"], todos: 2),
      Dialect(
        file: "surveymonkey.csv", word: "surveymonkey",
        types: ["single", "multiple", "ranking", "scale", "scale"], todos: 3),
      Dialect(
        file: "qualtrics.csv", word: "qualtrics", personal: [4, 7],
        types: ["single", "single", "open", "scale"], todos: 2),
      Dialect(
        file: "qualtrics-legacy.csv", word: "qualtrics-legacy", personal: [3],
        types: ["single", "open", "ignored"], todos: 0),
      Dialect(
        file: "sphinx.csv", word: "sphinx",
        types: ["single", "multiple", "open", "scale", "scale", "single", "ignored"], todos: 3),
      Dialect(
        file: "plain.csv", word: "plain",
        types: [
          "ignored", "single", "scale", "multiple", "multiple", "number", "number", "date",
        ], todos: 4),
    ] + tools

  /// The same answers as each tool exports them, written by the fixtures' program.
  private static let tools: [Dialect] = [
    Dialect(
      file: "google-forms-download.csv", word: "google-forms-download", personal: [2],
      types: ["single", "multiple", "scale", "scale", "open"], todos: 2),
    Dialect(
      file: "microsoft-forms.csv", word: "microsoft-forms", personal: [4, 5],
      types: ["single", "multiple", "scale", "scale", "multiple", "open"], todos: 2),
    Dialect(
      file: "limesurvey-arrays.csv", word: "limesurvey-codes",
      types: [
        "single", "multiple", "open", "single", "single", "ranking", "single", "open",
      ], todos: 0),
    Dialect(
      file: "framaforms.csv", word: "framaforms", personal: [7, 9],
      types: ["single", "multiple", "scale", "scale", "open"], todos: 1),
    Dialect(
      file: "framaforms-compact.csv", word: "framaforms", personal: [7, 9],
      types: ["single", "multiple", "open"], todos: 1),
    Dialect(
      file: "framaforms-flat.csv", word: "framaforms-flat", personal: [7, 9],
      types: ["single", "multiple", "scale"], todos: 2),
    Dialect(
      file: "drupal-webform.csv", word: "drupal-webform", personal: [8],
      types: ["single", "multiple", "scale", "scale", "open"], todos: 2),
    Dialect(
      file: "kobo-both.csv", word: "kobo", personal: [3, 14, 15, 16, 23],
      types: ["single", "multiple", "open", "scale", "scale"], todos: 2),
    Dialect(
      file: "kobo-summary.csv", word: "kobo", personal: [3, 9, 10, 11, 18],
      types: ["single", "multiple", "open", "scale", "scale"], todos: 3),
    Dialect(
      file: "kobo-details.csv", word: "kobo", personal: [3, 13, 14, 15, 22],
      types: ["single", "multiple", "open", "scale", "scale"], todos: 2),
    Dialect(
      file: "odk-central.csv", word: "odk-central", personal: [9, 10, 11, 12, 16, 17, 22],
      types: ["single", "multiple", "scale"], todos: 2),
    Dialect(
      file: "surveymonkey-condensed.csv", word: "surveymonkey-condensed", personal: [5, 6],
      types: ["single", "multiple", "open", "scale", "open"], todos: 3),
    Dialect(
      file: "decidim.csv", word: "decidim", personal: [3],
      types: ["single", "multiple", "scale", "scale", "multiple", "open", "open"], todos: 2),
    Dialect(
      file: "cap-collectif.csv", word: "cap-collectif", personal: [9],
      types: ["single", "single", "multiple", "open"], todos: 1),
    Dialect(
      file: "phone.csv", word: "phone", personal: [2],
      types: [
        "scale", "scale", "number", "single", "scale", "scale", "number", "ignored", "ignored",
      ], todos: 5),
  ]

  private func path(_ dialect: Dialect) -> String {
    Places.path("fixtures/dialects/" + dialect.file)
  }

  /// Question and label of each expected count of a file.
  private func expected(_ file: String) throws -> [(question: String, label: String, n: Int)] {
    var rows: [(question: String, label: String, n: Int)] = []
    for name in ["expected.csv", "expected-tools.csv"] {
      let text = try String(
        contentsOfFile: Places.path("fixtures/dialects/" + name), encoding: .utf8)
      rows += SimpleCSV.records(text).filter { $0.first == file }.compactMap { cells in
        Int(cells[3]).map { (cells[1], cells[2], $0) }
      }
    }
    return rows
  }

  @Test(arguments: dialects)
  func `tabulate gives the expected counts`(dialect: Dialect) throws {
    let result = try Tool.run(["tabulate", path(dialect), "--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    var counts: [String: [String: Int]] = [:]
    for table in try result.json()["tables"] as? [[String: Any]] ?? [] {
      for row in table["rows"] as? [[String: Any]] ?? []
      where row["percentOf"] as? String != "mentions" && row["group"] is NSNull {
        counts[table["question"] as? String ?? "", default: [:]][row["label"] as? String ?? ""] =
          row["n"] as? Int
      }
    }
    let expected = try expected(dialect.file)
    #expect(!expected.isEmpty)
    for row in expected {
      #expect(counts[row.question]?[row.label] == row.n, "\(row.question): \(row.label)")
    }
  }

  @Test(arguments: dialects)
  func `inspect says what it is`(dialect: Dialect) throws {
    let result = try Tool.run(["inspect", path(dialect), "--json"])
    #expect(result.status == 0)
    let document = try result.json()
    #expect((document["dialect"] as? [String: Any])?["value"] as? String == dialect.word)
    #expect(document["personal"] as? [Int] == dialect.personal)
    let questions = document["questions"] as? [[String: Any]] ?? []
    #expect(questions.compactMap { $0["type"] as? String } == dialect.types)
    for question in questions {
      #expect((question["evidence"] as? [String])?.isEmpty == false)
    }
  }

  @Test(arguments: dialects)
  func `a draft runs once its TODOs are answered`(dialect: Dialect) throws {
    let folder = try TemporaryFolder()
    let draft = folder.path + "/q.yaml"
    #expect(
      try Tool.run(["inspect", path(dialect), "--write-questionnaire", draft]).status == 0)
    let answers = AnswerTodos(try folder.read("q.yaml"))
    #expect(answers.steps == dialect.todos)
    try folder.write("q.yaml", answers.yaml)
    let declared = try Tabulated(path(dialect), ["--questionnaire", draft])
    let plain = try Tabulated(path(dialect))
    for (title, type) in plain.types where !["number", "date", "open"].contains(type) {
      let counts = plain.counts[title] ?? [:]
      for (label, n) in counts where declared.types[title] == type {
        #expect(declared.count(title, label) == n, "\(title): \(label)")
      }
    }
  }

  @Test(arguments: dialects)
  func `no output holds a value of a personal column`(dialect: Dialect) throws {
    let folder = try TemporaryFolder()
    let draft = folder.path + "/q.yaml"
    let outputs = try [
      Tool.run(["inspect", path(dialect), "--write-questionnaire", draft]),
      Tool.run(["inspect", path(dialect), "--json"]),
      Tool.run(["tabulate", path(dialect)]),
      Tool.run(["tabulate", path(dialect), "--format", "json"]),
    ]
    let texts = outputs.flatMap { [$0.output, $0.errors] } + [try folder.read("q.yaml")]
    let secrets = [
      "@example.org", "192.0.2.", "Somebody Invented", "Un mot à part", "00 00 00 07",
      "collect:", "48.8566", "f00dfeed",
    ]
    for secret in secrets {
      #expect(!texts.contains { $0.contains(secret) }, "\(secret)")
    }
  }
}
