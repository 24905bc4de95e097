import Foundation
import SurveyModel
import Testing

@testable import Definitions

@Suite struct YAMLDocumentTests {
  @Test(arguments: hostileFiles)
  func `what is no definition gives one located problem`(hostile: HostileFile) throws {
    let loaded = QuestionnaireLoader.load(bytes: hostile.bytes, file: "q.yaml")
    #expect(loaded.partial == nil)
    let problem = try #require(loaded.problems.first)
    #expect(loaded.problems.count == 1)
    #expect(problem.code == hostile.code, "\(problem.text(.english))")
    #expect(problem.location?.file == "q.yaml")
    #expect(problem.location?.line == hostile.line, "\(problem.text(.english))")
    expectBothLanguages(loaded.problems)
  }

  @Test func `a tree keeps order, lines and what was written`() throws {
    let text = "b: 1\na: [x, '', ~]\nc:\nd: |\n  one\n  two\n"
    let root = try YAMLDocument(bytes: Array(text.utf8), file: "t.yaml").root
    let entries = try #require(root.entries)
    #expect(entries.map(\.key) == ["b", "a", "c", "d"])
    #expect(entries.map(\.line) == [1, 2, 3, 4])
    #expect(entries[1].value.items?.map(\.text) == ["x", "", "~"])
    #expect(entries[1].value.items?.map(\.isBlank) == [false, false, false])
    #expect(entries[1].value.items?[1].column == 8)
    #expect(entries[2].value.isBlank)
    #expect(entries[3].value.text == "one\ntwo\n")
  }

  @Test func `asterisks in texts are not aliases`() throws {
    let rows = (0..<200).map { "- { id: q\($0), text: \"Votre avis *obligatoire : ?\" }" }
    let text = "questions:\n" + rows.joined(separator: "\n")
    let root = try YAMLDocument(bytes: Array(text.utf8), file: "t").root
    let first = root.entries?.first?.value.items?.first?.entries?.last
    #expect(first?.value.text == "Votre avis *obligatoire : ?")
  }

  @Test func `an alias stands where it is used`() throws {
    let text = "a: &x [1, \u{E000}*]\nb: *x\n\nc: {k: *x, *y : 2}\n"
    let fixed = text.replacing("*y", with: "y")
    let root = try YAMLDocument(bytes: Array(fixed.utf8), file: "t").root
    let entries = try #require(root.entries)
    #expect(entries[1].value.items?.map(\.text) == ["1", "\u{E000}*"])
    #expect(entries[1].value.line == 2)
    #expect(entries[2].value.entries?[0].value.line == 4)
  }

  @Test func `many aliases of one list are fine`() throws {
    let rows = (0..<400).map { "q\($0): *agree" }
    let text = "list: &agree { a: Oui, b: Non }\n" + rows.joined(separator: "\n")
    let root = try YAMLDocument(bytes: Array(text.utf8), file: "t").root
    #expect(root.entries?.count == 401)
  }

  /// The printed line must be one line of the terminal, whatever the file holds.
  @Test func `messages quote one short line`() {
    let long = String(repeating: "x", count: 5000)
    let text = "\"a\\n\\e[31mb\": 1\n\(long): 2\nquestions: []"
    for problem in QuestionnaireLoader.load(bytes: Array(text.utf8), file: "q").problems {
      #expect(problem.message.en.utf8.count < 300)
      #expect(!problem.message.en.unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  @Test func `folders, pipes and huge files are not opened`() throws {
    let files = try TemporaryProject([:])
    #expect(
      QuestionnaireLoader.load(path: files.folder).problems.map(\.code) == ["unreadable-file"])
    #expect(QuestionnaireLoader.load(path: "/dev/zero").problems.map(\.code) == ["unreadable-file"])
    #expect(QuestionnaireLoader.load(path: "").problems.map(\.code) == ["missing-file"])
    try files.write([UInt8](repeating: 0x20, count: 5 << 20), to: "huge.yaml")
    let huge = QuestionnaireLoader.load(path: files.path("huge.yaml"))
    #expect(huge.problems.map(\.code) == ["too-large"])
    try files.write(Array("questions: [{ id: a, text: A, type: open }]".utf8), to: "a.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: files.path("link.yaml"), withDestinationPath: files.path("a.yaml"))
    #expect(QuestionnaireLoader.load(path: files.path("link.yaml")).value != nil)
  }
}
