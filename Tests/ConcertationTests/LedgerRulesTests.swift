import Foundation
import TestSupport
import Testing

/// Exclusions, indications and corrections, seen from the command line.
@Suite("The ledger's rules") struct LedgerRulesTests {
  private static let project = """
    title: Essai
    sources:
      - { id: web, questionnaire: web.yaml, file: web.csv, sampling: volunteer }

    """

  private static let questionnaire = """
    exclude:
      - { column: Brouillon, values: [Oui], reason: Brouillons }
      - { column: Ville, keep: [Carcassonne], reason: Hors de la ville }
      - { column: Progress, below: 50, reason: Incomplets }
      - { duplicates: [Jeton], reason: Doublons }
      - { answered-below: 2, reason: Presque vides }
    questions:
      - { id: a, text: A, type: scale, range: 1..5, best: none }
      - { id: b, text: B, type: scale, range: 1..5, best: none }
      - { id: c, text: C, type: scale, range: 1..5, best: none }
      - { id: d, text: D, type: scale, range: 1..5, best: none }
      - id: topic
        text: Sujet
        type: single
        options: { clean: Propreté, safe: Sécurité }

    """

  private static let header = "Jeton,Brouillon,Ville,Progress,A,B,C,D,Sujet"

  private func folder(
    _ rows: [String], questionnaire: String = Self.questionnaire, project: String = Self.project
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("p/concertation.yaml", project)
    try folder.write("p/web.yaml", questionnaire)
    try folder.write("p/web.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")
    return folder
  }

  private func run(_ folder: TemporaryFolder) throws -> Tool.Outcome {
    try Tool.run(["run", "p", "--out", "out"], in: folder.path)
  }

  private func ledger(_ folder: TemporaryFolder) throws -> [String: Any] {
    let text = try folder.read("out/ledger.json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let sources = json?["sources"] as? [[String: Any]]
    return try #require(sources?.first)
  }

  private static let rows = [
    "t1,Non,Carcassonne,100,3,3,3,3,Propreté",
    "t2,Oui,Carcassonne,100,1,2,3,4,Sécurité",
    "t3,Non,Trèbes,100,1,2,3,4,Sécurité",
    "t4,Non,carcassonne,49,1,2,3,4,Sécurité",
    "t5,Non,Carcassonne,,1,2,3,4,Sécurité",
    "T1 ,Non,Carcassonne,100,1,2,3,4,Sécurité",
    "t6,Non,Carcassonne,100,,,,,Propreté",
    ",Non,Carcassonne,100,1,2,3,4,Propetté",
    ",Non,Carcassonne,100,5,5,5,5,Sécurité",
  ]

  @Test("A record is excluded by the first rule that takes it, and the sum holds") func rules()
    throws
  {
    let folder = try folder(Self.rows)
    let outcome = try run(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let ledger = try ledger(folder)
    #expect(ledger["read"] as? Int == 9)
    #expect(ledger["accepted"] as? Int == 3)
    let rules = try #require(ledger["exclusions"] as? [[String: Any]])
    #expect(
      rules.map { $0["rule"] as? String } == [
        "values", "keep", "below", "duplicates", "answered-below",
      ])
    #expect(rules.map { $0["n"] as? Int } == [1, 1, 2, 1, 1])
    #expect(rules[3]["columns"] as? [String] == ["Jeton"])
    let csv = SimpleCSV.records(try folder.read("out/ledger.csv"))
    #expect(csv.contains { $0.prefix(5) == ["web", "excluded", "", "Hors de la ville", "1"] })
    let parts = csv.filter { ["accepted", "excluded", "quarantined"].contains($0[1]) }
    #expect(parts.reduce(0) { $0 + Int($1[4])! } == 9)
  }

  @Test("Near spellings and straight lines are said, and leave nothing out") func indications()
    throws
  {
    let folder = try folder(Self.rows)
    _ = try run(folder)
    let ledger = try ledger(folder)
    let indications = try #require(ledger["indications"] as? [[String: Any]])
    #expect(indications.count == 1)
    #expect(indications[0]["kind"] as? String == "straight-lining")
    #expect(indications[0]["questions"] as? [String] == ["a", "b", "c", "d"])
    #expect(indications[0]["n"] as? Int == 2 && indications[0]["base"] as? Int == 3)
    let questions = try #require(ledger["questions"] as? [[String: Any]])
    let near = try #require(questions[4]["nearDuplicates"] as? [[String: Any]])
    #expect(near.count == 1)
    #expect(near[0]["text"] as? String == "Propetté")
    #expect(near[0]["option"] as? String == "Propreté")
    let text = try folder.read("out/ledger.md")
    #expect(text.contains("même réponse aux 4 questions"))
    #expect(text.contains("| Propetté | 1 | Propreté |"))
  }

  @Test("Every count of the ledger stands in its three forms") func threeForms() throws {
    let questionnaire =
      Self.questionnaire + "  - { id: words, text: Mots, type: open }\n"
    let folder = try TemporaryFolder()
    try folder.write("p/concertation.yaml", Self.project)
    try folder.write("p/web.yaml", questionnaire)
    let rows = Self.rows.map { $0 + ",rappelez le 06 12 34 56 78" } + ["t9,Non,Carcassonne,100,9"]
    try folder.write(
      "p/web.csv", ([Self.header + ",Mots"] + rows).joined(separator: "\n") + "\n")
    let outcome = try run(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let ledger = try ledger(folder)
    let csv = SimpleCSV.records(try folder.read("out/ledger.csv"))
    let markdown = try folder.read("out/ledger.md")
    let column = { (name: String) in csv[0].firstIndex(of: name)! }
    func lines(_ kind: String, _ question: String = "") -> [[String]] {
      csv.filter { $0[column("kind")] == kind && $0[column("question")] == question }
    }
    let rules = try #require(ledger["exclusions"] as? [[String: Any]])
    #expect(
      lines("excluded").map { $0[column("rule")] } == rules.map { $0["rule"] as? String ?? "" })
    #expect(lines("excluded").map { Int($0[column("n")]) } == rules.map { $0["n"] as? Int })
    #expect(lines("excluded")[3][column("columns")] == "Jeton")
    #expect(markdown.contains("| Doublons (Jeton) | 1 |"))
    #expect(lines("quarantined").map { $0[column("rule")] } == ["too-few-cells"])
    #expect(lines("quarantined")[0][column("line")] == "11")
    let questions = try #require(ledger["questions"] as? [[String: Any]])
    for question in questions {
      let id = try #require(question["id"] as? String)
      for (kind, count) in try #require(question["missing"] as? [String: Int]) {
        #expect(lines(kind, id).map { Int($0[column("n")]) } == [count], "\(id) \(kind)")
      }
      for kind in ["answered", "folded", "masked"] {
        #expect(
          lines(kind, id).map { Int($0[column("n")]) } == [question[kind] as? Int], "\(id) \(kind)")
      }
    }
    #expect(questions[5]["masked"] as? Int == 4)
    #expect(markdown.contains("| Mots | 4 | 0 | 0 | 0 | 0 | 0 | 0 | 4 |"))
    #expect(csv.contains { $0.contains("straight-lining") && $0[column("base")] == "3" })
  }

  @Test("The last of two duplicates counts where the rule says so") func lastDuplicate() throws {
    let folder = try folder(
      ["t1,Non,Carcassonne,100,1,1,1,1,Propreté", "t1,Non,Carcassonne,100,2,2,2,2,Sécurité"],
      questionnaire: Self.questionnaire.replacingOccurrences(
        of: "duplicates: [Jeton]", with: "duplicates: [Jeton], take: last"))
    _ = try run(folder)
    let table = SimpleCSV.records(
      try folder.read("out/working/tables/web/topic.csv"))
    #expect(table.contains { $0.contains("safe") && $0.contains("1") })
    #expect(try ledger(folder)["accepted"] as? Int == 1)
  }

  @Test("People far faster than the others are counted, not left out") func speeders() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/concertation.yaml", Self.project)
    try folder.write(
      "p/web.yaml",
      "questions:\n  - { id: q1, text: Q1, type: scale, range: 1..5, best: none, column: Q1 }\n")
    let rows = (1...12).map { "R_\($0),\($0 <= 2 ? 20 : 300),2" }
    try folder.write(
      "p/web.csv",
      ([
        "ResponseId,Duration (in seconds),Q1", "Response ID,Duration (in seconds),Question 1",
        "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"duration\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"",
      ]
        + rows).joined(separator: "\n") + "\n")
    let outcome = try run(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let indications = try #require(try ledger(folder)["indications"] as? [[String: Any]])
    #expect(indications.first?["kind"] as? String == "speeders")
    #expect(indications.first?["n"] as? Int == 2)
  }

  /// Each tool's own way of writing a moment; two of twelve people took 20 seconds, the others 300.
  @Test(
    "Times of start and end tell it, too",
    arguments: [
      (
        "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Q1", ";", "03/04/2024 09:00:00",
        ["03/04/2024 09:00:20", "03/04/2024 09:05:00"], "1;%;§;anonymous;;2"
      ),
      (
        "ID,Start time,Completion time,Email,Name,Q1", ",", "4/3/24 11:59:50 AM",
        ["4/3/24 12:00:10 PM", "4/3/24 12:04:50 PM"], "1,%,§,anonymous,,2"
      ),
      (
        "start,end,Q1,_uuid,_submission_time", ",", "2024-03-04T23:59:50.000+01:00",
        ["2024-03-05T00:00:10.000+01:00", "2024-03-04T23:04:50.000+00:00"],
        "%,§,2,u,2024-03-05T00:00:00"
      ),
      (
        "id,submitdate,lastpage,startlanguage,startdate,datestamp,Q1", ",", "2024-03-04 09:00:00",
        ["2024-03-04 09:00:20", "2024-03-04 09:05:00"], "1,§,3,fr,%,2024-03-06 09:05:00,2"
      ),
    ])
  func timesOfStartAndEnd(
    header: String, separator: String, start: String, ends: [String], row: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("p/concertation.yaml", Self.project)
    try folder.write(
      "p/web.yaml",
      "questions:\n  - { id: q1, text: Q1, type: scale, range: 1..5, best: none, column: Q1 }\n")
    let rows = (1...12).map {
      row.replacingOccurrences(of: "%", with: start)
        .replacingOccurrences(of: "§", with: ends[$0 <= 2 ? 0 : 1])
    }
    try folder.write("p/web.csv", ([header] + rows).joined(separator: "\n") + "\n")
    let outcome = try run(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let indications = try #require(try ledger(folder)["indications"] as? [[String: Any]])
    #expect(indications.first?["kind"] as? String == "speeders")
    #expect(indications.first?["n"] as? Int == 2)
    #expect(indications.first?["base"] as? Int == 12)
    #expect((indications.first?["text"] as? String)?.contains("300") == true)
  }

  @Test("A corrected quarantine is fed back, in its record's place") func corrections() throws {
    let rows = Self.rows + ["t9,Non,Carcassonne,100,1,2,3,4,Sécurité,de trop", "t10,Non,Carcas"]
    let folder = try folder(rows)
    let first = try run(folder)
    #expect(first.errors.contains("2 enregistrement(s) sur 11 mis de côté"))
    var lines = try folder.read("out/quarantine/web.csv").split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    // As a person mends it: one cell taken away, the other record completed.
    lines[1] = lines[1].replacingOccurrences(of: ",de trop", with: "")
    lines[2] = lines[2].replacingOccurrences(of: "Carcas", with: "Carcassonne,80,2,2,2,1,Sécurité")
    try folder.write("p/corrige.csv", lines.joined(separator: "\n") + "\n")
    let corrected = Self.project.replacingOccurrences(
      of: "file: web.csv", with: "file: web.csv, corrections: corrige.csv")
    try folder.write("p/concertation.yaml", corrected)
    let second = try run(folder)
    #expect(second.status == 0, "\(second.errors)")
    let ledger = try ledger(folder)
    #expect(ledger["read"] as? Int == 11)
    #expect(ledger["accepted"] as? Int == 5)
    #expect(ledger["quarantined"] as? Int == 0)
    #expect(ledger["corrected"] as? Int == 2)
    #expect(try folder.read("out/manifest.json").contains("corrige.csv"))
    #expect(try folder.read("out/ledger.md").contains("Acceptés après correction\u{A0}: 2"))
    // A line still wrong stays in quarantine, as the export has it.
    lines[2] = lines[2].replacingOccurrences(of: ",Sécurité", with: "")
    try folder.write("p/corrige.csv", lines.joined(separator: "\n") + "\n")
    _ = try run(folder)
    #expect(try self.ledger(folder)["quarantined"] as? Int == 1)
    #expect(try folder.read("out/quarantine/web.csv").contains("t10,Non,Carcas\n"))
  }

  @Test(
    "A correction that corrects nothing is refused at its line",
    arguments: [
      (
        "travail,2,2,too-many-cells,x,t1,Non,Carcassonne,100,3,3,3,3,Propreté", "nothing-to-correct"
      ),
      (
        "travail,99,99,too-many-cells,x,t1,Non,Carcassonne,100,3,3,3,3,Propreté",
        "correction-of-no-record"
      ),
      (
        "travail,,,too-many-cells,x,t1,Non,Carcassonne,100,3,3,3,3,Propreté",
        "correction-without-record"
      ),
    ])
  func badCorrection(line: String, code: String) throws {
    let folder = try folder(
      Self.rows,
      project: Self.project.replacingOccurrences(
        of: "file: web.csv", with: "file: web.csv, corrections: corrige.csv"))
    let head = "edition,line,record,problem,reason," + Self.header
    try folder.write("p/corrige.csv", head + "\n" + line + "\n")
    let outcome = try run(folder)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("corrige.csv:2:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
  }

  @Test("A file of corrections of another source, or none, is refused") func otherCorrections()
    throws
  {
    let folder = try folder(
      Self.rows,
      project: Self.project.replacingOccurrences(
        of: "file: web.csv", with: "file: web.csv, corrections: corrige.csv"))
    #expect(try run(folder).errors.contains("[no-corrections]"))
    try folder.write("p/corrige.csv", "a,b\n1,2\n")
    #expect(try run(folder).errors.contains("[not-a-correction]"))
  }

  @Test(
    "Rules that make no sense are refused where they stand",
    arguments: [
      ("{ column: Ville, values: [a], keep: [b], reason: x }", "several-rules"),
      ("{ column: Ville, values: [a], take: last, reason: x }", "key-not-for-rule"),
      ("{ column: Ville, duplicates: [Jeton], reason: x }", "key-not-for-rule"),
      ("{ column: Ville, answered-below: 2, reason: x }", "key-not-for-rule"),
      ("{ column: Ville, below: beaucoup, reason: x }", "bad-bound"),
      ("{ duplicates: [Token], reason: x }", "no-column"),
      ("{ column: Ville, reason: x }", "missing-key"),
    ])
  func badRules(rule: String, code: String) throws {
    let text =
      "exclude:\n  - \(rule)\n"
      + Self.questionnaire.split(separator: "\n").drop {
        !$0.hasPrefix("questions")
      }.joined(separator: "\n")
    let folder = try folder(Self.rows, questionnaire: text + "\n")
    let outcome = try run(folder)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("web.yaml:2:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
  }
}
