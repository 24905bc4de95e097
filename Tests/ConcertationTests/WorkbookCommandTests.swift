import Foundation
import TestSupport
import Testing

/// Workbooks through the verbs: the same path as a text export, with cells in the messages.
@Suite("Workbooks, seen from the command line") struct WorkbookCommandTests {
  private static let phone = Places.path("fixtures/workbooks/phone.xlsx")

  @Test("tabulate reads a named sheet, and counts what openpyxl sees") func tabulate() throws {
    let outcome = try Tool.run([
      "tabulate", Self.phone, "--sheet", "Réponses", "--question", "Quartier", "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try #require((try outcome.json()["tables"] as? [[String: Any]])?.first)
    let rows = try #require(table["rows"] as? [[String: Any]])
    let found = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        (row["label"] as? String).flatMap { label in (row["n"] as? Int).map { (label, $0) } }
      })
    let data = try Data(
      contentsOf: URL(filePath: Places.path("fixtures/workbooks/expected.json")))
    let cells = try JSONDecoder().decode([String: [String: [[String]]]].self, from: data)
    let column = try #require(cells["phone.xlsx"]?["Réponses"]).dropFirst(3).map { $0[1] }
    for name in Set(column) { #expect(found[name] == column.count { $0 == name }, "\(name)") }
    #expect(
      outcome.errors.contains(
        "phone.xlsx: feuille «\u{A0}Réponses\u{A0}»: attention: 2 ligne(s) masquée(s)"),
      "\(outcome.errors)")
  }

  @Test("A question that is on another sheet: the sheets are named") func otherSheet() throws {
    let outcome = try Tool.run(["tabulate", Self.phone, "--question", "Sujets"])
    #expect(outcome.status == 2, "\(outcome.errors)")
    let lines = outcome.errors.typed.split(separator: "\n")
    let sheets = lines.firstIndex {
      $0.contains("[xlsx-other-sheets]") && $0.contains("« Réponses »")
    }
    let error = lines.firstIndex { $0.contains("[no-question]") }
    #expect(sheets != nil && error != nil && sheets ?? 9 < error ?? 0, "\(outcome.errors)")
  }

  @Test("inspect shows the sheet in place of an encoding") func inspect() throws {
    let outcome = try Tool.run(["inspect", Self.phone, "--sheet", "2"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Feuille") && outcome.output.contains("Réponses"))
    #expect(!outcome.output.contains("Séparateur"))
    let json = try Tool.run(["inspect", Self.phone, "--sheet", "2", "--json"]).json()
    #expect((json["workbook"] as? [String: Any])?["sheet"] as? String == "Réponses")
  }

  @Test("run names the cell of an answer that it does not know") func cellsInMessages() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "p/concertation.yaml",
      """
      title: Essai
      sources:
        - { id: tel, questionnaire: tel.yaml, file: phone.xlsx, sheet: Réponses }

      """)
    try folder.write(
      "p/tel.yaml",
      """
      questions:
        - id: informed
          text: Q1 - Informé ?
          type: single
          options: { "1": Oui, "2": Non }
        - { id: called, text: Date d'appel, type: date }
        - { id: score, text: Note /10, type: number }

      """)
    try FileManager.default.copyItem(atPath: Self.phone, toPath: folder.path + "/p/phone.xlsx")
    let outcome = try Tool.run(["run", "p", "--out", "out"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let place = #/phone\.xlsx: feuille «\u{A0}Réponses\u{A0}», cellule E\d+, «/#
    #expect(outcome.errors.contains(place), "\(outcome.errors)")
    #expect(outcome.errors.contains("cellule F20, «"))
    let ledger = try folder.read("out/ledger.json")
    #expect(ledger.contains("\"sheet\": \"Réponses\", \"cell\": \"F20\""))
    let csv = SimpleCSV.records(try folder.read("out/ledger.csv"))
    #expect(csv.contains { $0.prefix(5) == ["tel", "answered", "called", "", "30"] })
  }
}
