import Foundation
import TestSupport
import Testing

/// Questionnaires of tools with secrets in labels, labels of values, default texts, notes and headings
/// (`fixtures/tool-questionnaires/make_personal.py`): a draft holds none of them.
@Suite struct PersonalDraftTests {
  private static let folder = "fixtures/tool-questionnaires/"

  @Test(arguments: [
    ["personal.sav"], ["personal.xlsx"],
    ["personal-survey.csv", "--choices", folder + "personal-choices.csv"], ["personal.lss"],
    ["personal-sphinx.csv"],
  ])
  func noDraftHoldsAnythingOfAPerson(_ arguments: [String]) throws {
    let list = try String(
      contentsOfFile: Places.path(Self.folder + "personal.txt"), encoding: .utf8)
    let secrets = list.split(separator: "\n").map(String.init) + ["Zorrinetto", "Zorglub"]
    #expect(secrets.count > 200)
    let file = Self.folder + arguments[0]
    // The places are read, or nothing would be shown.
    let held = try Data(contentsOf: URL(filePath: Places.path(file)))
    #expect(file.hasSuffix(".xlsx") || secrets.contains { held.range(of: Data($0.utf8)) != nil })
    let temporary = try TemporaryFolder()
    var verbs = [["draft", file] + arguments.dropFirst()]
    verbs.append(verbs[0] + ["--lang", "en"])
    if file.hasSuffix(".csv") {
      verbs += [
        ["inspect", file], ["inspect", file, "--json"],
        ["inspect", file, "--write-questionnaire", temporary.path + "/draft.yaml"],
      ]
    }
    for verb in verbs {
      let outcome = try Tool.run(verb)
      var said = outcome.output + outcome.errors
      if verb.contains("--write-questionnaire") { said += try temporary.read("draft.yaml") }
      #expect(outcome.status == 0 && said.count > 200, "\(verb): \(outcome.errors)")
      for secret in secrets where said.contains(secret) { Issue.record("\(verb): \(secret)") }
      if verb[0] == "draft" {
        #expect(said.contains("type: personal-data") || file.hasSuffix(".lss"), "\(said)")
        #expect(said.contains(verb.contains("en") ? "are masked" : "sont masqués"), "\(said)")
      }
    }
  }
}
