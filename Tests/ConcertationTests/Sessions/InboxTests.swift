import Foundation
import TestSupport
import Testing

/// Sheets as people hand them in: printed by `template`, filled in and saved by a spreadsheet, dropped
/// into the inbox.
@Suite struct InboxTests {
  static let office: String? = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("p/quartiers.csv", "code,name,aliases\nnord,Nord,\nsud,Cité du Sud,la cité\n")
    try folder.write(
      "p/themes.yaml",
      "themes:\n  clean: { label: \"Propreté, déchets\", words: [poubelle] }\n  bus: { label: Bus, words: [bus] }\n"
    )
    try folder.write(
      "p/concertation.yaml",
      """
      title: Essai
      quartiers: quartiers.csv
      themes: themes.yaml
      inbox: inbox
      sources:
        - { id: tables, label: Tables, sessions: fiches/*.csv }
      priorities: { also-from: [tables] }

      """)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/p/inbox", withIntermediateDirectories: true)
    return folder
  }

  private func run(_ folder: TemporaryFolder) throws -> Tool.Outcome {
    try Tool.run(["run", folder.path + "/p", "--out", folder.path + "/out"])
  }

  private func batches(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/p/.concertation/batches"
    ).sorted()
  }

  /// The printed form with a head and rows, as a person fills it in.
  private func filled(_ date: String = "jeudi 14 mars 2024") throws -> String {
    let form = try Tool.run(["template", "citizen-table", "--lang", "fr"]).output
    let values = [
      "Identifiant": "table-1", "Date": date, "Quartier": "la Cité", "Personnes présentes": "24",
      "Animation (rôle)": "centre social",
    ]
    var lines = form.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
    for (index, line) in lines.enumerated() {
      guard let key = values.keys.first(where: { line == $0 + ";" }) else { continue }
      lines[index] = "\(key);\(values[key]!)"
    }
    lines += [
      "\"Plus de poubelles, et vidées le lundi ; merci\";proposition;habitant;;5;",
      "\"L'éclairage est \"\"en panne\"\" à 18 h\";constat;jeune;\"Propreté, déchets | Bus\";;nord",
      "\"deux lignes\npour un œuf à 5 €\";Constat;Habitants;;;",
      "Le bus de 7 h;-;;;0;",
    ]
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private func convert(_ folder: TemporaryFolder, _ to: String, _ input: String) throws {
    let result = try Tool.launch(
      Self.office ?? "",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
        "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036", "--convert-to", to,
        "--outdir", folder.path + "/saved", input,
      ])
    #expect(result.status == 0, "\(result.errors)")
  }

  /// The sheet as a workbook, then the same as CSV with semicolons in Windows-1252: one session, one
  /// batch, nothing counted twice, and every cell as it was written.
  @Test(.enabled(if: office != nil, "soffice is not installed"))
  func aFormGoesThroughLibreOffice() throws {
    let folder = try project()
    let form = try folder.write("fiche.csv", try filled("14/03/2024"))
    try convert(folder, "xlsx", form)
    try convert(folder, "csv:Text - txt - csv (StarCalc):59,34,1,1,,1036", form)
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/saved/fiche.csv"))
    #expect(String(data: bytes, encoding: .utf8) == nil, "not Windows-1252")
    let inbox = folder.path + "/p/inbox/"
    try FileManager.default.copyItem(
      atPath: folder.path + "/saved/fiche.xlsx", toPath: inbox + "fiche.xlsx")
    var result = try run(folder)
    #expect(result.status == 0, "\(result.errors)")
    let statements = try folder.read("out/working/sessions/tables/statements.csv")
    let records = SimpleCSV.records(statements)
    let columns = try [
      "date", "quartier", "origin", "kind", "theme", "theme_from", "statement", "votes",
    ].map { try #require(records[0].firstIndex(of: $0)) }
    #expect(
      records.dropFirst().map { record in columns.map { record[$0] } } == [
        [
          "2024-03-14", "Cité du Sud", "resident", "proposal", "clean", "dictionary",
          "Plus de poubelles, et vidées le lundi ; merci", "5",
        ],
        [
          "2024-03-14", "Nord", "youth", "shortcoming", "clean | bus", "sheet",
          "L'éclairage est \"en panne\" à 18 h", "1",
        ],
        [
          "2024-03-14", "Cité du Sud", "resident", "shortcoming", "", "to-code",
          "deux lignes\npour un œuf à 5 €", "1",
        ],
        [
          "2024-03-14", "Cité du Sud", "resident", "weakness", "bus", "dictionary", "Le bus de 7 h",
          "0",
        ],
      ])
    #expect(try folder.read("out/working/changes.md").contains("table-1 (4)"))
    // The same sheet as CSV beside it is a copy; alone, it is the same batch still.
    try FileManager.default.copyItem(
      atPath: folder.path + "/saved/fiche.csv", toPath: inbox + "autre-nom.csv")
    result = try run(folder)
    #expect(result.status == 0 && result.errors.contains("[sheet-twice]"), "\(result.errors)")
    try FileManager.default.removeItem(atPath: inbox + "fiche.xlsx")
    result = try run(folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try batches(folder) == ["0001.csv"])
  }

  /// What is no sheet in the inbox is said, lock files of spreadsheets are not.
  @Test func whatIsNoSheetIsSaid() throws {
    let folder = try project()
    try folder.write("p/inbox/table.csv", try filled())
    try folder.write("p/inbox/photo.jpg", "x")
    try folder.write("p/inbox/fiche.ods", "x")
    try folder.write("p/inbox/.~lock.table.csv#", "x")
    try folder.write("p/inbox/~$table.xlsx", "x")
    let result = try run(folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.components(separatedBy: "[not-a-sheet]").count == 3, "\(result.errors)")
    #expect(result.errors.contains("photo.jpg") && result.errors.contains("fiche.ods"))
    // The day of the week and the name of the month are understood.
    #expect(try folder.read("out/working/sessions/tables/statements.csv").contains("2024-03-14"))
  }

  /// A broken sheet stops the run with its place, and nothing of the last batch is touched.
  @Test(arguments: [
    ("Quartier;la Cité", "Quartier;la Cîté perdue", "[unknown-quartier]"),
    ("Date;jeudi 14 mars 2024", "Date;31 février 2024", "[bad-date]"),
    ("Date;jeudi 14 mars 2024", "Date;mars", "[bad-date]"),
    ("Personnes présentes;24", "Personnes présentes;une vingtaine", "[bad-count]"),
    ("Fiche;table citoyenne", "Fiche;réunion", "[unknown-sheet]"),
    ("Énoncé;Nature", "Énoncé;Avis", "[unknown-heading]"),
  ])
  func aBrokenSheetStopsTheRun(good: String, bad: String, code: String) throws {
    let folder = try project()
    try folder.write("p/inbox/a.csv", try filled())
    #expect(try run(folder).status == 0)
    let before = try folder.read("out/manifest.json")
    try folder.write(
      "p/inbox/b.csv",
      try filled().replacing("table-1", with: "table-2").replacing(good, with: bad))
    let result = try run(folder)
    #expect(result.status == 3 && result.errors.contains(code), "\(result.errors)")
    #expect(result.errors.contains("inbox/b.csv:"))
    #expect(try folder.read("out/manifest.json") == before && batches(folder) == ["0001.csv"])
  }

  /// Rows that cannot be read are set aside, with their place, and the rest counts.
  @Test func badRowsAreSetAside() throws {
    let folder = try project()
    let rows =
      "x;avis;;;;\n;constat;;;;\ny;constat;maire;;;\nz;constat;;;beaucoup;\nw;constat;;;;Ouest\n"
    try folder.write("p/inbox/a.csv", try filled() + rows)
    let result = try run(folder)
    #expect(result.status == 0 && result.errors.contains("[quarantined]"), "\(result.errors)")
    let aside = SimpleCSV.records(try folder.read("out/quarantine/tables.csv"))
    #expect(aside.count == 6)
    for word in ["unknown-kind", "no-statement", "unknown-origin", "bad-votes", "unknown-quartier"]
    {
      #expect(aside.contains { $0.contains(word) }, "\(word): \(aside)")
    }
    let data = try Data(contentsOf: URL(filePath: folder.path + "/out/ledger.json"))
    let ledger = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let source = try #require((ledger?["sources"] as? [[String: Any]])?.first)
    #expect(source["read"] as? Int == 9 && source["accepted"] as? Int == 4)
  }

  /// Without the program of the history everything but SQLite is there, and the message says it.
  @Test func theHistoryProgramMayBeMissing() throws {
    let folder = try project()
    try folder.write("p/inbox/a.csv", try filled())
    let alone = folder.path + "/bin/concertation"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/bin", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Tool.binary, toPath: alone)
    let result = try Tool.launch(
      alone, ["run", folder.path + "/p", "--out", folder.path + "/out"])
    #expect(result.status == 0 && result.errors.contains("[history-tool]"), "\(result.errors)")
    #expect(result.errors.contains("concertation-history"))
    #expect(try batches(folder) == ["0001.csv"])
    #expect(try folder.read("out/working/changes.md").contains("table-1"))
    let history = try Tool.launch(alone, ["history", folder.path + "/p"])
    #expect(history.status == 4 && history.errors.contains("[history-tool]"))
    // Installed later, it takes in what it missed.
    #expect(try Tool.run(["history", folder.path + "/p"]).output.contains("2024-03-14"))
  }
}
