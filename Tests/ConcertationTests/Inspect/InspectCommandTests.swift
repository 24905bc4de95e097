import Foundation
import TestSupport
import Testing

@Suite struct InspectCommandTests {
  private let file = Places.path("fixtures/dialects/google-forms.csv")

  @Test func `the report says what it saw, in both languages`() throws {
    let french = try Tool.run(["inspect", file])
    for part in ["UTF-8 valide", "virgule", "CRLF", "Google Forms", "adresse", "Horodateur"] {
      #expect(french.output.lowercased().contains(part.lowercased()), "\(part)")
    }
    let english = try Tool.run(["inspect", file], language: "en_GB.UTF-8")
    for part in ["valid UTF-8", "comma", "personal data", "quartier", "which end is the good one"] {
      #expect(english.output.lowercased().contains(part.lowercased()), "\(part)")
    }
  }

  @Test(arguments: [40, 80, 120, 200])
  func `no line is wider than the screen`(columns: Int) throws {
    let result = try Tool.run(["inspect", file], environment: ["COLUMNS": "\(columns)"])
    for line in result.output.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
  }

  @Test func `a draft never replaces a file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("q.yaml", "mine\n")
    let result = try Tool.run(["inspect", file, "--write-questionnaire", path])
    #expect(result.status == 4)
    #expect(result.errors.contains("existe déjà"))
    #expect(try folder.read("q.yaml") == "mine\n")
  }

  @Test func `a draft says which TODOs block it, with line and choices`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/q.yaml"
    let source = Places.path("fixtures/dialects/plain.csv")
    #expect(try Tool.run(["inspect", source, "--write-questionnaire", path]).status == 0)
    let lines = try folder.read("q.yaml").split(
      separator: "\n", omittingEmptySubsequences: false)
    let result = try Tool.run(["tabulate", source, "--questionnaire", path])
    #expect(result.status == 3)
    let problems = result.errors.split(separator: "\n")
    let places = problems.filter { $0.hasSuffix("[todo]") }.compactMap { problem in
      problem.dropFirst(path.count + 1).prefix { $0.isNumber }
    }.compactMap { Int($0) }
    #expect(places.count == 4)
    for place in places { #expect(lines[place - 1].hasSuffix("TODO"), "\(place)") }
    #expect(problems.count { $0.contains("choisir :") } == 4)
    #expect(result.errors.contains("answer, not-displayed, no-answer"))
    #expect(result.errors.contains("day-first, month-first"))
    #expect(result.errors.contains("1, 4, none"))
  }

  @Test func `check says which TODOs block a project`() throws {
    let folder = try TemporaryFolder()
    try folder.write("export.csv", Array(Data(contentsOf: URL(filePath: file))))
    let questionnaire = folder.path + "/online.yaml"
    #expect(try Tool.run(["inspect", file, "--write-questionnaire", questionnaire]).status == 0)
    try folder.write(
      "quartiers.csv", "code,name,aliases,population\nc,Centre,,\np,La Plaine,,\nr,Les Rives,,\n")
    try folder.write(
      "concertation.yaml",
      """
      title: Essai
      quartiers: quartiers.csv
      sources:
        - { id: online, questionnaire: online.yaml, file: export.csv, mode: online, sampling: volunteer }
      """)
    let blocked = try Tool.run(["check", folder.path])
    #expect(blocked.status == 1)
    #expect(blocked.errors.contains("online.yaml:"))
    #expect(blocked.errors.contains("[todo]"))
    let answers = AnswerTodos(try folder.read("online.yaml"))
    try folder.write("online.yaml", answers.yaml)
    let good = try Tool.run(["check", folder.path])
    #expect(good.status == 0, "\(good.errors)")
    let run = try Tool.run(["run", folder.path, "--out", folder.path + "/results"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `a file that is refused ends with 3`() throws {
    let folder = try TemporaryFolder()
    let bad = try folder.write("bad.csv", "a,b\n\"1,2\n")
    #expect(try Tool.run(["inspect", bad]).status == 3)
    #expect(try Tool.run(["inspect", folder.path + "/none.csv"]).status == 3)
    #expect(try Tool.run(["inspect"]).status == 2)
  }

  @Test func `delimiter and encoding can be declared`() throws {
    let folder = try TemporaryFolder()
    let odd = try folder.write("odd.txt", "a|b\n1|2\n3|4\n")
    let result = try Tool.run(["inspect", odd, "--delimiter", "|", "--encoding", "utf-8", "--json"])
    let document = try result.json()
    let delimiter = document["delimiter"] as? [String: Any]
    #expect(delimiter?["value"] as? String == "|")
    #expect(delimiter?["evidence"] as? String == "donné par --delimiter")
  }
}
