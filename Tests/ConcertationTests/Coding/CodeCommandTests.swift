import Foundation
import TestSupport
import Testing

/// Open answers through the public commands.
@Suite struct CodeCommandTests {
  static let questionnaire = """
    questions:
      - { id: quartier, text: Quartier, type: quartier }
      - { id: wish, text: Votre souhait ?, label: Souhaits, type: open }
      - { id: contact, text: Contact, type: personal-data }
      - { id: note, text: Note, type: open, coded: false }

    """
  static let themes = """
    themes:
      cleanliness: { label: Propreté, words: [poubelle, saleté, propreté] }
      security: { label: "Sécurité, délinquance", words: [police, sécurité] }
      green: { label: Espaces verts, words: [arbre, =parc] }
    signs: { lack: [manque], proposal: [faudrait] }

    """
  /// Texts that spreadsheets like to spoil.
  static let answers = [
    "Les poubelles débordent", "Il faudrait \"plus\" de police ; merci", "=1+1, la saleté",
    "deux lignes\nle parc", "un cœur à 5 €, rien d'autre", "-", "00123", "1E5", "3/4",
    "mon n° 06 12 34 56 78, manque de police", "Les poubelles débordent", "",
  ]

  private func project(_ answers: [String] = answers) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var csv = "Quartier,Votre souhait ?,Contact,Note\n"
    for (index, answer) in answers.enumerated() {
      let cell = answer.replacing("\"", with: "\"\"")
      csv += "\(index % 2 == 0 ? "Nord" : "Sud"),\"\(cell)\",jean@example.fr,police\n"
    }
    try folder.write("export.csv", csv)
    try folder.write("q.yaml", Self.questionnaire)
    try folder.write("themes.yaml", Self.themes)
    try folder.write("quartiers.csv", "code,name\nnord,Nord\nsud,Sud\n")
    try folder.write(
      "concertation.yaml",
      """
      title: Essai
      quartiers: quartiers.csv
      themes: themes.yaml
      sources:
        - { id: s, questionnaire: q.yaml, file: export.csv, sampling: volunteer }
      priorities: { asked-in: { s: wish } }
      ranking: { minimum-base: 2 }
      """)
    return folder
  }

  private static let sheet = ".concertation/review.csv"

  private func code(_ folder: TemporaryFolder, _ arguments: [String] = []) throws -> Tool.Outcome {
    let result = try Tool.run(["code", folder.path] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  private func rows(_ folder: TemporaryFolder, _ name: String = sheet) throws -> [[String: String]]
  {
    let text = try folder.read(name).replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
    let records = SimpleCSV.records(text, separator: ";")
    let headings = try #require(records.first)
    return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
  }

  /// Writes decisions into a sheet, by record, as a person does.
  private func decide(
    _ folder: TemporaryFolder, _ decisions: [String: String], to name: String = sheet
  ) throws {
    let headings = [
      "source", "question", "enregistrement", "texte", "proposition", "libellés", "mots reconnus",
      "signe", "décision", "remarque", "clé",
    ]
    func quoted(_ cells: [String]) -> String {
      cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + "\r\n"
    }
    var text = quoted(headings)
    for var row in try rows(folder) {
      if let decision = decisions[row["enregistrement"] ?? ""] { row["décision"] = decision }
      text += quoted(headings.map { row[$0] ?? "" })
    }
    try folder.write(name, text)
  }

  private func counts(_ folder: TemporaryFolder) throws -> [String: Int] {
    let out = folder.path + "/out"
    let result = try Tool.run(["run", folder.path, "--out", out])
    #expect(result.status == 0, "\(result.errors)")
    let data = try Data(contentsOf: URL(filePath: out + "/working/tables/s/wish.json"))
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let tables = try #require(document?["tables"] as? [[String: Any]])
    let rows = try #require(tables.first?["rows"] as? [[String: Any]])
    var counts: [String: Int] = [:]
    for row in rows where row["percentOf"] as? String == "respondents" {
      counts[row["code"] as? String ?? ""] = row["n"] as? Int
    }
    return counts
  }

  @Test func openAnswersBecomeThemesAndPriorities() throws {
    let folder = try project()
    #expect(try counts(folder) == ["cleanliness": 3, "security": 2, "green": 1])
    let table = try folder.read("out/working/tables/s/wish.md")
    #expect(table.contains("ensemble des retours") && table.contains("11 retours"))
    let priorities = try folder.read("out/working/priorities.md")
    #expect(priorities.contains("Propreté"))
    // `coded: false` leaves a question alone, and no answer's words are in the results.
    #expect(try folder.read("out/working/tables/s/note.md").contains("Réponse rédigée"))
    let found = try Tool.launch("/bin/grep", ["-rl", "débordent", folder.path + "/out"])
    #expect(found.status == 1, "\(found.output)")
  }

  @Test func theScreenShowsCoverage() throws {
    let folder = try project()
    let output = try code(folder).output
    #expect(output.contains("11 réponses rédigées : 6 avec un thème au moins (54,5"))
    #expect(output.contains(Self.sheet))
    let rows = try rows(folder)
    #expect(rows.count == 11)
    #expect(rows[0]["proposition"] == "cleanliness")
    #expect(rows[0]["mots reconnus"] == "poubelles [poubelle]")
    #expect(rows.contains { $0["texte"]?.contains("[tél.]") == true })
    #expect(!rows.contains { $0["texte"]?.contains("06 12") == true })
    #expect(rows.contains { $0["signe"] == "security=lack" })
  }

  @Test func decisionsWinPersistAndAreReportedWhenTheTextChanges() throws {
    let folder = try project()
    _ = try code(folder)
    // Record 2 and its twin 12; 6 has no theme; 3 is accepted; 5 speaks of none.
    try decide(folder, ["2": "green | security", "6": "Propreté", "3": "ok", "5": "-"])
    #expect(try counts(folder) == ["cleanliness": 2, "security": 4, "green": 2])
    // A changed codebook changes no decision.
    try folder.write("themes.yaml", Self.themes.replacing("police, ", with: "milice, "))
    #expect(try counts(folder)["security"] == 3)
    let second = try code(folder)
    #expect(second.output.contains("5 réponses relues"))
    let decided = try rows(folder).filter { $0["décision"] != "" }
    #expect(
      decided.map { $0["décision"] ?? "" }
        == ["green | security", "security", "aucun", "cleanliness", "green | security"])
    // The text of record 3 changes: its decision counts no more, and is kept and said.
    var answers = Self.answers
    answers[1] = "Tout autre chose"
    let changed = try project(answers)
    try changed.write(Self.sheet, try folder.read(Self.sheet))
    let result = try code(changed)
    #expect(result.errors.contains("[text-changed]") && result.errors.contains("3"))
    let kept = try rows(changed)
    #expect(kept.last?["décision"] == "security")
    #expect(kept[1]["remarque"]?.contains("security") == true && kept[1]["décision"] == "")
    // And again: nothing is lost by running twice.
    _ = try code(changed)
    #expect(try rows(changed) == kept)
  }

  /// Filled in, saved by LibreOffice as a French Excel would, and taken back.
  @Test(.enabled(if: office != nil, "soffice is not installed"))
  func aSheetGoesThroughLibreOffice() throws {
    let folder = try project()
    _ = try code(folder)
    let decisions = [
      "2": "green | security", "3": "ok", "4": "-", "5": "Sécurité, délinquance",
      "6": "cleanliness",
      "7": "green", "8": "security", "9": "-", "10": "green", "11": "security",
    ]
    try decide(folder, decisions, to: "sheet/review.csv")
    let result = try Tool.launch(
      Self.office ?? "",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
        "--infilter=Text - txt - csv (StarCalc):59,34,76,1",
        "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,1,1", "--outdir",
        folder.path + "/saved", folder.path + "/sheet/review.csv",
      ])
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/saved/review.csv"))
    #expect(String(data: bytes, encoding: .utf8) == nil, "not Windows-1252: \(result.errors)")
    let taken = try code(folder, ["--take", folder.path + "/saved/review.csv"])
    #expect(taken.output.contains("10 décisions reprises"), "\(taken.output)\(taken.errors)")
    let expected = [
      "2": "green | security", "3": "security", "4": "aucun", "5": "security", "6": "cleanliness",
      "7": "green", "8": "security", "9": "aucun", "10": "green", "11": "security",
      "12": "green | security",
    ]
    for row in try rows(folder) {
      let record = try #require(row["enregistrement"])
      #expect(row["décision"] == expected[record], "\(record)")
    }
  }

  static let office: String? = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test func twoReviewersAreCompared() throws {
    let folder = try project()
    _ = try code(folder)
    try decide(folder, ["2": "green", "3": "security", "5": "-"], to: "other.csv")
    try decide(folder, ["2": "green", "3": "cleanliness", "5": "-"])
    let output = try code(folder, ["--compare", folder.path + "/other.csv"]).output
    #expect(output.contains("Deux personnes, sur 3 réponses"))
    #expect(output.contains("Le dictionnaire face à la personne"))
  }

  @Test func suggestionsAreShownOnRequest() throws {
    let folder = try project(["la fontaine", "une fontaine", "la fontaine fuit", "police"])
    #expect(try !code(folder).output.contains("fontaine"))
    let output = try code(folder, ["--suggest"]).output
    #expect(output.contains("« fontaine » : 3 réponses, 3 de plus seraient codées"))
  }

  @Test func verbatimsAreQuotedOnlyWhereTheProjectAllowsIt() throws {
    let folder = try project(
      (0..<12).map {
        "Les poubelles de la rue débordent tous les lundis \($0 % 2 == 0 ? "a" : "b")"
      })
    _ = try counts(folder)
    let file = folder.path + "/out/working/verbatims.md"
    #expect(!FileManager.default.fileExists(atPath: file))
    let project = try folder.read("concertation.yaml")
    try folder.write("concertation.yaml", project + "\ncoding: { verbatims: true }\n")
    _ = try counts(folder)
    let quoted = try String(contentsOfFile: file, encoding: .utf8)
    #expect(quoted.typed.contains("« Les poubelles de la rue"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/public"))
  }

  @Test func wrongUseIsSaid() throws {
    let folder = try project()
    #expect(try Tool.run(["code", folder.path, "--sample", "0"]).status == 2)
    #expect(try Tool.run(["code", folder.path, "--differences"]).status == 2)
    #expect(try Tool.run(["code", folder.path, "--take", "/nowhere.csv"]).status == 3)
    try folder.write("themes.yaml", "themes: { a: A }\n")
    try folder.write(
      "concertation.yaml",
      try folder.read("concertation.yaml").replacing("s: wish", with: "s: note"))
    let result = try Tool.run(["check", folder.path])
    #expect(result.errors.contains("[options-without-themes]"))
  }

  @Test func aCodebookIsMeasured() throws {
    let result = try Tool.run([
      "code", "surveys/dictionnaire.yaml", "--evaluate", "fixtures/coding/frozen.csv",
    ])
    #expect(result.status == 0)
    #expect(result.output.contains("Ensemble (micro)"))
    #expect(result.output.contains("Ironie, hors calcul : 6 réponses"))
  }

  /// "Lorsqu'on regroupe les idées entre elles": 56 %, 35 %, then about 10 % four times.
  @Test func thePublishedFiguresOfCarcassonneComeOutOfItsWords() throws {
    let folder = try Runs.shared.folder("carcassonne-2023")
    let data = try Data(contentsOf: URL(filePath: folder + "/working/tables/online/returns.json"))
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let table = try #require((document?["tables"] as? [[String: Any]])?.first)
    let base = try #require(table["base"] as? [String: Any])
    #expect((base["text"] as? String)?.contains("ensemble des retours") == true)
    #expect(base["n"] as? Int == 162)
    let rows = try #require(table["rows"] as? [[String: Any]])
    func percent(_ theme: String) throws -> Double {
      let row = rows.first {
        $0["code"] as? String == theme && $0["percentOf"] as? String == "respondents"
      }
      return try #require(row?["percent"] as? Double)
    }
    #expect(try percent("security").rounded() == 56)
    #expect(try percent("cleanliness").rounded() == 35)
    for theme in ["parking", "mobility", "green-play", "commerce"] {
      #expect(try percent(theme).rounded() == 10, "\(theme)")
    }
  }
}
