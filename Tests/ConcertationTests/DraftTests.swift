import Foundation
import TestSupport
import Testing

/// Questionnaires of tools as ours: the draft, once its TODOs are answered, reads the tool's export to
/// the counts that `fixtures/tool-questionnaires/make.py` made.
@Suite("draft") struct DraftTests {
  private static let folder = "fixtures/tool-questionnaires/"

  private static func path(_ name: String) -> String { Places.path(folder + name) }

  private static func expected(_ name: String) throws -> [String: [String: Int]] {
    let data = try Data(contentsOf: URL(filePath: path("expected.json")))
    let all = try JSONDecoder().decode([String: [String: [String: Int]]].self, from: data)
    return try #require(all[name])
  }

  /// Answers to the TODOs, as a person would write them.
  private static func answered(_ yaml: String) -> String {
    yaml.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      let key = line.drop { $0 == " " }.prefix { $0 != ":" }
      if key == "best" { line = line.replacingOccurrences(of: "TODO", with: "none") }
      if key == "blank" { line = line.replacingOccurrences(of: "TODO", with: "not-ticked") }
      line = line.replacingOccurrences(of: "missing: TODO", with: "missing: does-not-know")
      if line.hasSuffix(": TODO") { line = line.replacingOccurrences(of: "TODO", with: "refused") }
      return line
    }.joined(separator: "\n")
  }

  @Test(
    "A draft, completed, reads the export of its tool",
    arguments: [
      ("limesurvey", ["limesurvey.lss"], "limesurvey.csv"),
      ("xlsform", ["xlsform.xlsx"], "xlsform.csv"),
      ("xlsform", ["xlsform-survey.csv", "--choices", "xlsform-choices.csv"], "xlsform.csv"),
      ("sphinx", ["sphinx.xlsx"], "sphinx.xlsx"),
      ("spss", ["spss.sav"], "spss.csv"),
    ])
  func completed(name: String, draft: [String], export: String) throws {
    let arguments = draft.map { $0.hasPrefix("--") ? $0 : Self.path($0) }
    let written = try Tool.run(["draft"] + arguments)
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output.contains("TODO"))
    let folder = try TemporaryFolder()
    let yaml = try folder.write("q.yaml", Self.answered(written.output))
    let tables = try Tool.run([
      "tabulate", Self.path(export), "--questionnaire", yaml, "--format", "json",
    ])
    #expect(tables.status == 0, "\(tables.errors)\n\(written.output)")
    let found = try #require(try tables.json()["tables"] as? [[String: Any]])
    for (question, counts) in try Self.expected(name) {
      let table = try #require(
        found.first { $0["question"] as? String == question }, "\(question): \(written.output)")
      let rows = try #require(table["rows"] as? [[String: Any]])
      for (code, count) in counts {
        let row = rows.first { $0["code"] as? String == code }
        #expect(row?["n"] as? Int == count, "\(name), \(question), \(code)")
      }
    }
  }

  @Test("What the tool says is in the draft, and what it cannot know is asked") func contents()
    throws
  {
    let lime = try Tool.run(["draft", Self.path("limesurvey.lss")]).output
    #expect(lime.contains("title: \"Enquête d'essai\""))
    #expect(lime.contains("text: \"Êtes-vous satisfait ?\""))
    #expect(lime.contains("# Condition dans LimeSurvey : sat.NAOK == \"A3\""))
    #expect(!lime.contains("Bonjour"))
    let form = try Tool.run(["draft", Self.path("xlsform.xlsx")]).output
    #expect(form.contains("text: { fr: \"Quels sujets ?\", en: \"Which topics?\" }"))
    #expect(form.contains("1 question(s) de groupes répétés laissées de côté"))
    #expect(form.contains("type: personal-data"))
    let spss = try Tool.run(["draft", Self.path("spss.sav")], language: "en_GB.UTF-8").output
    #expect(spss.contains("# Several answers, proposed: 3 columns of 0 and 1"))
    #expect(spss.contains("text: \"Sujets\""))
    #expect(spss.contains("{ label: \"Ne sait pas\", missing: TODO }"))
    #expect(spss.contains("\"999\": TODO"))
    let sphinx = try Tool.run(["draft", Self.path("sphinx-information.csv")]).output
    #expect(sphinx.contains("column: TODO"))
    #expect(sphinx.contains("layout: mentions"))
  }

  @Test("A draft is a new file, and what is no questionnaire is refused") func refusals() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/new.yaml"
    let first = try Tool.run(["draft", Self.path("spss.sav"), "--out", path])
    #expect(first.status == 0 && first.errors.contains("TODO à remplir"))
    #expect(try Tool.run(["draft", Self.path("spss.sav"), "--out", path]).status == 4)
    let export = try Tool.run(["draft", Self.path("spss.csv")])
    #expect(export.status == 3 && export.errors.contains("[unknown-questionnaire]"))
    let cut = try folder.write(
      "cut.lss", "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>\n<x")
    let broken = try Tool.run(["draft", cut])
    #expect(broken.status == 3 && broken.errors.contains("cut.lss:2:"), "\(broken.errors)")
    let whole = try Data(contentsOf: URL(filePath: Self.path("spss.sav")))
    let half = try folder.write("half.sav", Array(whole.prefix(whole.count / 2)))
    #expect(try Tool.run(["draft", half]).errors.contains("[damaged-questionnaire]"))
  }
}
