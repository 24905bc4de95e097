import Foundation
import TestSupport
import Testing

/// Statements of sessions whose sheets leave the theme blank: proposed by the dictionary, shown by
/// `code`, decided by a person.
@Suite struct StatementCodingTests {
  private static let rows = [
    "Vider les poubelles plus souvent;proposition;;",
    "Manque de bus et de poubelles;constat;;",
    "Un médecin;proposition;Espaces verts;",
    "Rien à signaler;constat;;",
    "Les arbres | le bus;constat;Transports | Espaces verts;",
    "Vider les poubelles plus souvent;constat;;",
  ]

  private func project(_ rows: [String] = rows, replacing: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("quartiers.csv", "code,name\nnord,Nord\nsud,Sud\n")
    try folder.write(
      "themes.yaml",
      """
      themes:
        clean: { label: Propreté, words: [poubelle, saleté] }
        bus: { label: Transports, words: [bus, tramway] }
        green: { label: Espaces verts, words: [arbre] }
      signs: { lack: [manque] }

      """)
    try folder.write(
      "concertation.yaml",
      """
      title: Essai
      quartiers: quartiers.csv
      themes: themes.yaml
      sources:
        - { id: tables, label: Tables, sessions: fiches/*.csv }
      priorities: { also-from: [tables] }
      ranking: { minimum-base: 2 }

      """)
    try sheet("a", rows, in: folder)
    return folder
  }

  private func sheet(
    _ id: String, _ rows: [String], replaces: String = "", in folder: TemporaryFolder
  ) throws {
    let head = "Fiche;atelier\nDate;1/2/2024\nQuartier;Nord\nRemplace;\(replaces)\n"
    try folder.write(
      "fiches/\(id).csv",
      head + "Énoncé;Nature;Thème;Voix\n" + rows.joined(separator: "\n") + "\n")
  }

  private func run(_ folder: TemporaryFolder) throws -> Tool.Outcome {
    let result = try Tool.run(["run", folder.path, "--out", folder.path + "/out"])
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  /// What the results say of each statement: its themes and who gave them.
  private func statements(_ folder: TemporaryFolder) throws -> [[String]] {
    let records = SimpleCSV.records(
      try folder.read("out/working/sessions/tables/statements.csv"))
    let columns = try ["session", "line", "theme", "theme_from"].map {
      try #require(records[0].firstIndex(of: $0))
    }
    return records.dropFirst().map { record in columns.map { record[$0] } }
  }

  private func counts(_ folder: TemporaryFolder) throws -> [String: Int] {
    let records = SimpleCSV.records(
      try folder.read("out/working/tables/tables/themes--by-quartier.csv"))
    let columns = try ["row_code", "group_code", "n"].map {
      try #require(records[0].firstIndex(of: $0))
    }
    var out: [String: Int] = [:]
    for record in records.dropFirst() where record[columns[1]].isEmpty {
      out[record[columns[0]]] = Int(record[columns[2]])
    }
    return out
  }

  @Test func blankThemesAreProposedAndSaidToBe() throws {
    let folder = try project()
    _ = try run(folder)
    #expect(
      try statements(folder) == [
        ["a", "6", "clean", "dictionary"], ["a", "7", "clean | bus", "dictionary"],
        ["a", "8", "green", "sheet"], ["a", "9", "", "to-code"],
        ["a", "10", "bus | green", "sheet"], ["a", "11", "clean", "dictionary"],
      ])
    // A statement counts once in each of its themes.
    #expect(try counts(folder) == ["clean": 3, "bus": 2, "green": 2])
    let page = try folder.read("out/working/tables/tables/themes--by-quartier.md")
      .replacing("\u{A0}", with: " ").replacing("’", with: "'")
    #expect(page.contains("3 énoncé(s) codé(s) par le dictionnaire, à vérifier."))
    #expect(page.contains("Tables : 1 énoncé(s) sans thème, à coder, hors de la base."))
  }

  @Test func codeShowsStatementsAndTakesDecisions() throws {
    let folder = try project()
    let first = try Tool.run(["code", folder.path, "--suggest"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("Tables – énoncés des séances"))
    #expect(first.output.contains("2 énoncés ont le thème que leur fiche donne"))
    #expect(first.output.contains("4 énoncés à coder : 3 avec un thème au moins (75,0"))
    var sheet = try folder.read(".concertation/review.csv")
    #expect(sheet.contains("session:a;7;Manque de bus et de poubelles;clean | bus"))
    #expect(sheet.contains("bus [bus] | poubelles [poubelle]"))
    #expect(sheet.contains("clean=lack | bus=lack") || sheet.contains("bus=lack | clean=lack"))
    #expect(!sheet.contains("Un médecin"))

    // A person says what lines 7 and 9 are about, and that line 6 speaks of no theme.
    let decisions = [";7;": "bus", ";9;": "Propreté", ";6;": "-"]
    sheet = sheet.split(separator: "\r\n").map { line -> String in
      guard let (_, decision) = decisions.first(where: { line.contains("session:a" + $0.key) })
      else { return String(line) }
      // décision;remarque;clé stand last.
      let cut = line.lastIndex(of: ";").map { line[..<$0] }?.lastIndex(of: ";")
      let place = cut.map { line[..<$0] }?.lastIndex(of: ";")
      guard let place, let cut else { return String(line) }
      return line[...place] + decision + line[cut...]
    }.joined(separator: "\r\n")
    try folder.write(".concertation/review.csv", sheet)
    _ = try run(folder)
    #expect(
      try statements(folder) == [
        ["a", "6", "", "review"], ["a", "7", "bus", "review"], ["a", "8", "green", "sheet"],
        ["a", "9", "clean", "review"], ["a", "10", "bus | green", "sheet"],
        // The same words are decided on once.
        ["a", "11", "", "review"],
      ])
    let page = try folder.read("out/working/tables/tables/themes--by-quartier.md")
      .replacing("\u{A0}", with: " ").replacing("’", with: "'")
    #expect(page.contains("2 énoncé(s) sans thème, une personne l'a dit, hors de la base."))
    #expect(try folder.read("out/manifest.json").contains("review.csv"))

    // A corrected sheet keeps what was decided on its words; words that changed are reported.
    var rows = Self.rows
    rows[3] = "Tout va bien;constat;;"
    try self.sheet("a-bis", ["Un arbre;constat;;"] + rows, replaces: "a", in: folder)
    let corrected = try run(folder)
    #expect(
      try statements(folder).map { Array($0.dropFirst(2)) } == [
        ["green", "dictionary"], ["", "review"], ["bus", "review"], ["green", "sheet"],
        ["", "to-code"], ["bus | green", "sheet"], ["", "review"],
      ])
    #expect(corrected.errors.contains("[answer-gone]"), "\(corrected.errors)")
    let again = try Tool.run(["code", folder.path])
    #expect(again.status == 0)
    #expect(try folder.read(".concertation/review.csv").contains("réponse absente des exports"))
  }

  @Test func decisionsMakeANewBatchAndTheSameOnesDoNot() throws {
    let folder = try project()
    try folder.write(
      "concertation.yaml", try folder.read("concertation.yaml") + "inbox: inbox\n")
    _ = try run(folder)
    _ = try Tool.run(["code", folder.path])
    // The sheet is there, nothing is decided.
    _ = try run(folder)
    let batches = folder.path + "/.concertation/batches"
    #expect(try FileManager.default.contentsOfDirectory(atPath: batches) == ["0001.csv"])
    let sheet = try folder.read(".concertation/review.csv")
    let lines = sheet.split(separator: "\r\n").map { line -> String in
      guard line.contains("session:a;9;") else { return String(line) }
      return String(line).replacing(";;;t", with: ";bus;;t")
    }
    try folder.write(".concertation/review.csv", lines.joined(separator: "\r\n"))
    _ = try run(folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: batches).count == 2)
    let changes = try folder.read("out/working/changes.md")
    #expect(changes.contains("base 5 → 6"), "\(changes)")
    _ = try run(folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: batches).count == 2)
  }
}
