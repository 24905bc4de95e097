import Foundation
import TestSupport
import Testing

/// What is promised for long files: a limit of memory that is said, never overrun in silence, and
/// every block verified where that is asked for.
@Suite struct LargeFileTests {
  private static let questionnaire = """
    title: T
    questions:
      - { id: a, text: a, type: single, options: { x: x, y: y } }
      - { id: b, text: b, type: open }
    """

  /// Records with an answer of two, and a text that is never the same.
  private static func export(records: Int) -> String {
    var text = "a,b\n"
    for number in 0..<records { text += "\(number % 3 == 0 ? "x" : "y"),texte numéro \(number)\n" }
    return text
  }

  @Test(arguments: ["1", "2"])
  func aLimitStopsTheRunBeforeItIsPassed(jobs: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("q.yaml", Self.questionnaire)
    try folder.write(
      "concertation.yaml",
      """
      title: T
      quartiers: quartiers.csv
      sources:
        - { id: s, questionnaire: q.yaml, file: s.csv, mode: online, sampling: random }
      """)
    try folder.write("quartiers.csv", "code,name\nn,Nord\n")
    try folder.write("s.csv", Self.export(records: 200_000))
    let run = ["run", folder.path, "--out", folder.path + "/r", "--jobs", jobs]
    let refused = try Tool.run(run + ["--memory-limit", "24M"], environment: ["LC_ALL": "en"])
    #expect(refused.status == 3)
    #expect(refused.errors.contains("memory-limit"))
    #expect(refused.errors.contains("the limit is 24 MiB"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/r"))
    let allowed = try Tool.run(run + ["--memory-limit", "64M"])
    #expect(allowed.status == 0, "\(allowed.errors)")
  }

  /// Without a questionnaire every text is kept, and counts.
  @Test func manyDifferentAnswersCount() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("s.csv", Self.export(records: 60_000))
    let refused = try Tool.run(
      ["tabulate", file, "--memory-limit", "26M"], environment: ["LC_ALL": "fr"])
    #expect(refused.status == 3)
    #expect(refused.errors.contains("la limite est de 26 Mio"))
    #expect(try Tool.run(["tabulate", file, "--memory-limit", "1G"]).status == 0)
  }

  /// So does what is known of each column.
  @Test func manyColumnsCount() throws {
    let folder = try TemporaryFolder()
    let columns = 0..<4_000
    let lines =
      [columns.map { "q\($0)" }] + (0..<3).map { row in columns.map { "\($0 % (row + 2))" } }
    let text = lines.map { $0.joined(separator: ",") + "\n" }.joined()
    let file = try folder.write("s.csv", text)
    let asked = ["tabulate", file, "--question", "q1", "--memory-limit"]
    #expect(try Tool.run(asked + ["64M"]).status == 3)
    #expect(try Tool.run(asked + ["128M"]).status == 0)
  }

  @Test(arguments: ["0", "M", "-3M", "12X", "99999999999999999999G", ""])
  func aLimitThatIsNoneIsRefused(limit: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("s.csv", "a,b\n1,2\n")
    #expect(try Tool.run(["tabulate", file, "--memory-limit=\(limit)"]).status == 2)
  }

  @Test func everyBlockMayBeVerified() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("s.csv", Self.export(records: 500))
    let all = try Tool.run(["tabulate", file, "--verify", "all"])
    #expect(all.status == 0)
    #expect(all.output == (try Tool.run(["tabulate", file]).output))
    #expect(try Tool.run(["tabulate", file, "--verify", "none"]).status == 2)
  }
}
