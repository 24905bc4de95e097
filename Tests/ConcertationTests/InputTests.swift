import Foundation
import TestSupport
import Testing

/// An export that the command line names in place of the project's: it is opened before all is known of
/// how it is read.
@Suite struct InputTests {
  private func project(_ source: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "q.yaml",
      """
      title: T
      questions:
        - { id: place, text: quartier, type: quartier }
        - { id: clean, text: "choix,net", type: single, options: { y: "oui,net", n: "non,net" } }
      """)
    try folder.write(
      "concertation.yaml",
      """
      title: T
      quartiers: quartiers.csv
      sources:
        - { id: s, questionnaire: q.yaml, file: s.csv, sampling: random\(source) }
      """)
    try folder.write("quartiers.csv", "code,name\nn,Nord\ns,Sud\n")
    try folder.write("s.csv", "quartier,\"choix,net\"\nNord,\"oui,net\"\n")
    return folder
  }

  private static func records(_ count: Int, _ separator: String, quote: String) -> String {
    "quartier\(separator)\(quote)choix,net\(quote)\n"
      + (0..<count).map {
        ($0 % 3 == 0 ? "Nord" : "Sud") + separator + quote + ($0 % 2 == 0 ? "oui" : "non")
          + ",net" + quote + "\n"
      }.joined()
  }

  /// However it is named, and whatever else is asked for, the same figures.
  @Test func theSameFiguresHoweverItIsAskedFor() throws {
    let folder = try project()
    let file = try folder.write("other.csv", Self.records(60_000, ",", quote: "\""))
    let asked: [[String]] = [
      ["--input", file], ["--input=" + file], ["--jobs", "1", "--input", file],
      ["--input", file, "--jobs=3"], ["--input", file, "--verify", "all"],
      ["--input", file, "--memory-limit", "1G"],
    ]
    var figures: Set<String> = []
    for (index, words) in asked.enumerated() {
      let out = folder.path + "/r\(index)"
      let result = try Tool.run(["run", folder.path, "--tables", "peer-job", "--out", out] + words)
      #expect(result.status == 0, "\(words): \(result.errors)")
      figures.insert(try String(contentsOfFile: out + "/cross.csv", encoding: .utf8))
    }
    #expect(figures.count == 1)
    let cross = try #require(figures.first)
    #expect(
      cross.contains("clean,Nord,\"oui,net\",10000,")
        && cross.contains("clean,Sud,\"non,net\",20000,"))
  }

  /// What the project says of the separator holds: between commas the columns would be others.
  @Test func theProjectSaysHowItIsRead() throws {
    let folder = try project(", delimiter: \"|\"")
    let file = try folder.write("other.csv", Self.records(30, "|", quote: ""))
    let result = try Tool.run([
      "run", folder.path, "--tables", "peer-job", "--input", file, "--out", folder.path + "/r",
    ])
    #expect(result.status == 0, "\(result.errors)")
  }

  /// What cannot be opened is refused as if it had been opened later, and words that mean nothing are.
  @Test func whatCannotBeOpened() throws {
    let folder = try project()
    let run = ["run", folder.path, "--out", folder.path + "/r"]
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let broken = try folder.write("broken.csv", "quartier,\"choix,net\"\nNord,\"oui\n")
    for path in [folder.path + "/none.csv", folder.path, pipe, broken] {
      #expect(try Tool.run(run + ["--input", path]).status == 3, "\(path)")
    }
    #expect(try Tool.run(run + ["--input"]).status == 2)
    #expect(try Tool.run(run + ["--input", broken, "--nothing"]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/r"))
  }
}
