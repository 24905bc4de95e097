import Foundation
import TestSupport
import Testing

/// What no program may guess: each asks for a declaration, prints the line to add, and is settled
/// by that line.
@Suite struct NeverGuessedTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var export: String
    /// Of the one question, below its id and text.
    var question: String
    var code: String
    /// Stops the run; otherwise what was done meanwhile is said.
    var isError: Bool
    var message: String
    /// As the message prints it.
    var fix: String
    /// Lines that settle it.
    var settled: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "1 the order of day and month", export: "d;x\n03/04/2025;1\n05/06/2025;2\n",
      question: "text: d\n    type: date", code: "date-order", isError: true,
      message: "rien ne prouve l'ordre du jour et du mois (« 03/04/2025 »)",
      fix: "order: day-first (ou month-first)", settled: "\n    order: day-first"),
    Case(
      name: "2 where a cell splits", export: "d;x\nBus, tram;1\nBus;2\n",
      question: "text: d\n    type: multiple\n    options: { b: Bus, t: tram }",
      code: "no-separator", isError: true, message: "rien ne dit ce qui les sépare",
      fix: "layout: cell et separator: \";\" (ou \", \", ou \"|\")",
      settled: "\n    layout: cell\n    separator: \", \""),
    Case(
      name: "2 one option, or two", export: "d;x\n\"Bus, tram\";1\nBus;2\ntram;3\n",
      question:
        "text: d\n    type: multiple\n    layout: cell\n    separator: \", \"\n    options: { b: Bus, t: tram, both: \"Bus, tram\" }",
      code: "ambiguous-split", isError: false, message: "« Bus, tram » (1 fois) est ambigu",
      fix: "ôtez de options:", settled: "\n    limit: 2"),
    Case(
      name: "3 what a blank means", export: "d [Bus];d [tram];x\nx;;1\n;;2\n;x;3\n",
      question:
        "text: d\n    type: multiple\n    layout: columns\n    options: { b: Bus, t: tram }",
      code: "blank-meaning", isError: false, message: "1 enregistrement(s) sans aucune case cochée",
      fix: "blank: no-answer (ou not-ticked, ou not-displayed)",
      settled: "\n    blank: not-ticked"),
    Case(
      name: "4 what 99 means", export: "d;x\n12;1\n20;2\n99;3\n33;4\n",
      question: "text: d\n    type: number", code: "special-code", isError: false,
      message: "99 tient-il lieu de réponse absente ?",
      fix: "missing: { \"99\": does-not-know }", settled: "\n    missing: { \"99\": answer }"),
    Case(
      name: "5 the direction of a ranking", export: "d [1];d [2]\nA;B\nB;A\n",
      question: "text: d\n    type: ranking\n    options: { a: A, b: B }",
      code: "ranking-layout", isError: true, message: "une par rang", fix: "layout: ranks",
      settled: "\n    layout: ranks"),
    Case(
      name: "6 option k or mention k", export: "Q5_1;Q5_2\nA;B\nB;\n",
      question: "text: Où ?\n    column: Q5\n    type: multiple\n    options: { a: A, b: B }",
      code: "numbered-columns", isError: true, message: "l'option k, ou la k-ième citation ?",
      fix: "layout: mentions", settled: "\n    layout: mentions"),
    Case(
      name: "7 other, or an unlisted option", export: "d;x\nBus;1\ntrottinette;2\n",
      question: "text: d\n    type: single\n    options: { b: Bus }", code: "unknown-answer",
      isError: false, message: "1 réponse(s) inconnue(s) : « trottinette » (1)",
      fix: "ou other: true", settled: "\n    other: true"),
    Case(
      name: "8 two columns of one heading", export: "d;d\nBus;tram\ntram;Bus\n",
      question: "text: d\n    type: single\n    options: { b: Bus, t: tram }",
      code: "several-columns", isError: true, message: "portent toutes cet intitulé",
      fix: "column: \"#1\"", settled: "\n    column: \"#1\""),
    Case(
      name: "11 comma or thousands", export: "d;x\n1,234;1\n2,345;2\n",
      question: "text: d\n    type: number", code: "decimal-sign", isError: true,
      message: "« 1,234 » est un peu plus d'un, ou plus de mille",
      fix: "decimal: comma (ou point)", settled: "\n    decimal: point"),
  ]

  private func run(_ item: Case, settled: Bool) throws -> Tool.Outcome {
    let folder = try TemporaryFolder()
    let export = try folder.write("e.csv", item.export)
    let questionnaire = try folder.write(
      "q.yaml",
      "questions:\n  - id: q\n    \(item.question)\(settled ? item.settled : "")\n")
    return try Tool.run(["tabulate", export, "--questionnaire", questionnaire])
  }

  @Test(arguments: cases)
  func `it is asked, with the line to add`(item: Case) throws {
    let result = try run(item, settled: false)
    #expect(result.status == (item.isError ? 3 : 0), "\(result.errors)")
    let line = try #require(
      result.errors.split(separator: "\n").first { $0.hasSuffix("[\(item.code)]") },
      "\(result.errors)")
    #expect(line.contains(item.message), "\(line)")
    #expect(line.contains(item.isError ? "erreur" : "attention"), "\(line)")
    #expect(line.contains("q.yaml:2") || line.contains("e.csv:"), "\(line)")
    #expect(result.errors.contains(item.fix), "\(result.errors)")
  }

  @Test(arguments: cases.filter { $0.code != "ambiguous-split" })
  func `the line settles it`(item: Case) throws {
    let result = try run(item, settled: true)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.errors.contains("[\(item.code)]"), "\(result.errors)")
  }

  @Test func `4 which end of a scale is good is no top box before it is said`() throws {
    let folder = try TemporaryFolder()
    let export = try folder.write("e.csv", "d;x\n1;1\n3;2\n4;3\n")
    let open = "questions:\n  - { id: q, text: d, type: scale, range: 1..4"
    let silent = try folder.write("a.yaml", open + " }\n")
    let said = try folder.write("b.yaml", open + ", best: 4, box: 1 }\n")
    let before = try Tool.run(["tabulate", export, "--questionnaire", silent])
    #expect(before.status == 0)
    let after = try Tool.run(["tabulate", export, "--questionnaire", said])
    #expect(before.output != after.output)
    let draft = folder.path + "/c.yaml"
    #expect(try Tool.run(["inspect", export, "--write-questionnaire", draft]).status == 0)
    #expect(try folder.read("c.yaml").contains("best: TODO"))
  }

  @Test func `9 which quartier a spelling means is listed, never guessed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("quartiers.csv", "code,name\nc,Centre\np,La Plaine\n")
    try folder.write("e.csv", "d;x\nCentre;1\nCentr;2\nLa Plaine;3\n")
    try folder.write("q.yaml", "questions:\n  - { id: q, text: d, type: quartier }\n")
    try folder.write(
      "concertation.yaml",
      "title: T\nquartiers: quartiers.csv\nsources: [{ id: s, questionnaire: q.yaml, file: e.csv }]\n"
    )
    let result = try Tool.run(["run", folder.path, "--out", folder.path + "/out"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("réponse(s) inconnue(s) : « Centr » (1)"))
    #expect(result.errors.contains("« Centr » → « Centre » ?"), "\(result.errors)")
  }

  @Test func `10 whether unfinished records count is asked, with the rule to add`() throws {
    let folder = try TemporaryFolder()
    let export = try folder.write(
      "e.csv",
      "id,submitdate,lastpage,startlanguage,Q1\n1,2024-03-04 10:00:00,3,fr,A1\n2,,1,fr,A1\n3,2024-03-04 10:00:00,3,fr,A2\n"
    )
    let text = "questions:\n  - { id: q, text: Q1, type: single, options: { a: A1, b: A2 } }\n"
    let open = try folder.write("a.yaml", text)
    let asked = try Tool.run(["tabulate", export, "--questionnaire", open])
    #expect(asked.status == 0)
    #expect(asked.errors.contains("note: 1 enregistrement(s) non terminés (« submitdate »)"))
    let rule =
      "exclude: [{ column: \"submitdate\", values: [\"\"], reason: \"réponse non terminée\" }]"
    #expect(asked.errors.contains(rule))
    let settled = try folder.write("b.yaml", rule + "\n" + text)
    let tabulated = try Tabulated(export, ["--questionnaire", settled])
    #expect(tabulated.source["accepted"] as? Int == 2)
    #expect(tabulated.source["excluded"] as? Int == 1)
  }

  @Test func `12 an inferred encoding shows words to check, and the line that settles it`() throws {
    let result = try Tool.run(["tabulate", Places.path("fixtures/dialects/sphinx.csv")])
    #expect(result.errors.contains("ces mots sont-ils justes : « marché », « précisez », « à »"))
    #expect(result.errors.contains("encoding: windows-1252, ou encoding: mac-roman"))
    let said = try Tool.run([
      "tabulate", Places.path("fixtures/dialects/sphinx.csv"), "--encoding", "windows-1252",
    ])
    #expect(!said.errors.contains("ces mots"))
  }
}
