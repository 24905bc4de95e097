import Foundation
import TestSupport
import Testing

/// The whole batch, run as a user runs it.
@Suite struct RunTests {
  private static let project = "surveys/carcassonne-2023"

  @Test func theLayoutIsTheContracts() throws {
    let folder = try Runs.shared.folder("carcassonne-2023")
    for file in [
      "manifest.json", "ledger.json", "ledger.md", "working/cells.csv", "working/priorities.csv",
      "working/priorities.fr.csv", "working/priorities.json", "working/priorities.md",
      "working/tables/online/wellbeing.csv", "working/tables/online/wellbeing.fr.csv",
      "working/tables/online/wellbeing.json", "working/tables/online/wellbeing.md",
      "working/tables/phone/topics--by-quartier.json", "working/tables/youth/help.md",
    ] {
      #expect(FileManager.default.fileExists(atPath: folder + "/" + file), "\(file)")
    }
    let charts = try FileManager.default.contentsOfDirectory(atPath: folder + "/working/charts")
    #expect(charts.count > 10)
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let first = try Runs.shared.folder("carcassonne-2023")
    let folder = try TemporaryFolder()
    let second = folder.path + "/again"
    let elsewhere = Places.path(Self.project)
    let result = try Tool.run(
      ["run", ".", "--out", second, "--jobs", "3", "--edition", "both"], in: elsewhere,
      language: "en_US.UTF-8",
      environment: ["TZ": "Asia/Tokyo", "LC_NUMERIC": "fr_FR.UTF-8"])
    #expect(result.status == 0, "\(result.errors)")
    let difference = try Tool.launch("/usr/bin/diff", ["-r", first, second])
    #expect(difference.status == 0, "\(difference.output)")
  }

  /// The quick form of a run writes the same tables, byte for byte, and nothing that is drawn or set.
  @Test func tablesAloneAreTheSameTables() throws {
    let all = try Runs.shared.folder("flers-2023")
    let folder = try TemporaryFolder()
    let quick = folder.path + "/quick"
    let arguments = ["run", "surveys/flers-2023", "--out", quick, "--edition", "both"]
    let result = try Tool.run(arguments + ["--outputs", "tables"])
    #expect(result.status == 0, "\(result.errors)")
    let difference = try Tool.launch("/usr/bin/diff", ["-rq", quick, all])
    let lines = difference.output.split(separator: "\n")
      .filter { !$0.contains("manifest.json") }
    #expect(lines.allSatisfy { $0.hasPrefix("Only in \(all)") }, "\(lines.prefix(5))")
    for name in ["report.html", ".svg", ": data", ".vl.json", "report.xlsx", "datapackage.json"] {
      #expect(lines.contains { $0.contains(name) }, "\(name)")
    }
    let verified = try Tool.run(["verify", quick])
    #expect(verified.status == 0, "\(verified.errors)")
    let refused = try Tool.run(arguments + ["--outputs", "tables", "--png"])
    #expect(refused.status != 0 && refused.errors.contains("--png"), "\(refused.errors)")
  }

  @Test func resultFilesFollowTheLanguageAsked() throws {
    let folder = try TemporaryFolder()
    let english = folder.path + "/en"
    let result = try Tool.run(["run", Self.project, "--out", english, "--lang", "en"])
    #expect(result.status == 0)
    #expect(result.output.contains("fichiers de résultats"))
    let table = try String(contentsOfFile: english + "/working/priorities.md", encoding: .utf8)
    #expect(table.contains("Priorities by quartier") && !table.contains("Priorités"))
  }

  @Test func everyRecordIsAccountedFor() throws {
    let folder = try Runs.shared.folder("carcassonne-2023")
    let data = try Data(contentsOf: URL(filePath: folder + "/ledger.json"))
    let ledger = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let sources = try #require(ledger?["sources"] as? [[String: Any]])
    #expect(sources.count == 5)
    for source in sources {
      let read = try #require((source["read"] ?? source["records"]) as? Int)
      let parts = ["accepted", "excluded", "quarantined"].map { source[$0] as? Int ?? -1 }
      #expect(parts.reduce(0, +) == read, "\(source)")
    }
  }

  @Test func personalDataIsNowhere() throws {
    for project in ["carcassonne-2023", "hazebrouck-2023"] {
      let folder = try Runs.shared.folder(project)
      for pattern in ["@example", "06 00", "0600"] {
        let found = try Tool.launch("/bin/grep", ["-rlF", pattern, folder])
        #expect(found.status == 1, "\(pattern) in \(found.output)")
      }
    }
  }

  @Test func strictWritesNothingWhenThereAreWarnings() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/out"
    let result = try Tool.run(["run", Self.project, "--out", out, "--strict"])
    #expect(result.status == 1)
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func aForeignFolderIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("out/mine.txt", "keep")
    let result = try Tool.run(["run", Self.project, "--out", folder.path + "/out"])
    #expect(result.status == 4)
    #expect(try folder.read("out/mine.txt") == "keep")
    #expect(result.errors.contains("→"))
  }

  @Test func aBadRowIsSetAsideWithItsReason() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "export.csv", "quartier,sujet,poids\nNord,A,1\nSud,A,1,de trop\nNord\nSud,B,x\n")
    try folder.write("q.yaml", Self.questionnaire)
    try folder.write("quartiers.csv", "code,name\nnord,Nord\nsud,Sud\n")
    try folder.write("themes.yaml", "themes: { a: Thème A, b: Thème B }\n")
    try folder.write(
      "concertation.yaml",
      """
      title: Essai
      quartiers: quartiers.csv
      themes: themes.yaml
      sources:
        - { id: s, questionnaire: q.yaml, file: export.csv, sampling: volunteer }
      priorities: { asked-in: { s: topic } }
      """)
    let result = try Tool.run(["run", folder.path, "--out", folder.path + "/out"])
    #expect(result.status == 0, "\(result.errors)")
    let quarantine = try folder.read("out/quarantine/s.csv")
    let lines = quarantine.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(quarantine.contains("too-many-cells") && quarantine.contains("de trop"))
    #expect(quarantine.contains("too-few-cells"))
    #expect(quarantine.contains("weight"))
    let ledger = try folder.read("out/ledger.md")
    #expect(ledger.contains("| 4 | 1 | 0 | 3 |"))
  }

  static let questionnaire = """
    weight: poids
    questions:
      - { id: quartier, text: quartier, type: quartier }
      - id: topic
        text: sujet
        type: single
        options: { a: { label: A, theme: a }, b: { label: B, theme: b } }

    """

  @Test func theExitCodesAreTheContracts() throws {
    let cases: [(arguments: [String], status: Int32)] = [
      (["run", "/nowhere"], 3),
      (["run"], 2),
      (["run", Self.project, "--edition", "everything"], 2),
      (["run", Self.project, "--jobs", "0"], 2),
      (["tabulate", "/nowhere.csv"], 3),
      (["tabulate", "fixtures/flers-2023/saint-michel.csv", "--question", "zzz"], 2),
      (["frobnicate"], 2),
      (["--help"], 0),
      (["--version"], 0),
    ]
    for (arguments, status) in cases {
      let result = try Tool.run(arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
    }
  }
}
