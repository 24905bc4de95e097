import Foundation
import TestSupport
import Testing

/// The synthesis says nothing that no table holds.
@Suite struct SynthesisTests {
  @Test(arguments: ["carcassonne-2023", "hazebrouck-2023", "flers-2023"])
  func everyNumberIsACell(project: String) throws {
    let folder = try Runs.shared.folder(project)
    let html = try String(contentsOfFile: folder + "/working/synthesis.html", encoding: .utf8)
    let cells = SimpleCSV.records(
      try String(contentsOfFile: folder + "/working/cells.csv", encoding: .utf8))
    let head = cells[0]
    let columns = try ["table", "row", "column", "source", "measure", "printed"].map {
      try #require(head.firstIndex(of: $0))
    }
    var printed: [[String]: String] = [:]
    for cell in cells.dropFirst() {
      printed[columns.dropLast().map { cell[$0] }] = cell[columns[5]]
    }
    let pattern = try Regex<
      (Substring, Substring, Substring, Substring, Substring, Substring, Substring)
    >(
      #"<span data-table="([^"]*)" data-row="([^"]*)" data-column="([^"]*)" data-source="([^"]*)" data-measure="([^"]*)">([^<]*)</span>"#
    )
    var checked = 0
    for match in html.matches(of: pattern) {
      let key = [match.1, match.2, match.3, match.4, match.5].map(String.init)
      let said = String(match.6).filter { "0123456789,-".contains($0) }
        .replacing(",", with: ".")
      #expect(printed[key] == said, "\(key): \(match.6)")
      checked += 1
    }
    #expect(checked >= 5)
    // Outside the numbers that are cited, list items hold no digit, names of quartiers aside.
    let rest = html.replacing(pattern, with: "").replacing("&#39;", with: "")
    for line in rest.split(separator: "\n") where line.hasPrefix("<li>") {
      #expect(!line.contains { $0.isNumber }, "\(line)")
    }
    for line in html.split(separator: "\n") where line.hasPrefix("<li>") {
      #expect(line.contains("data-table"), "\(line)")
    }
  }

  @Test func carcassonneAgreesOnSecurity() throws {
    let text = try String(
      contentsOfFile: Runs.shared.folder("carcassonne-2023") + "/working/synthesis.md",
      encoding: .utf8)
    let line = try #require(
      text.split(separator: "\n").first { $0.contains("Sécurité, tranquillité") })
    #expect(line.contains("41,4\u{A0}%") && line.contains("triangulation"))
    #expect(text.contains("## Les limites du matériau"))
  }

  /// The rest of the town is the town without the quartier.
  @Test func profilesAddUp() throws {
    let folder = try Runs.shared.folder("carcassonne-2023")
    func counts(_ path: String) throws -> [[String]: Int] {
      let records = SimpleCSV.records(
        try String(contentsOfFile: folder + "/working/" + path, encoding: .utf8))
      let columns = try ["source", "row_code", "group_code", "n"].map {
        try #require(records[0].firstIndex(of: $0))
      }
      var out: [[String]: Int] = [:]
      for record in records.dropFirst() {
        if let n = Int(record[columns[3]]) { out[columns.dropLast().map { record[$0] }] = n }
      }
      return out
    }
    let all = try counts("priorities.csv")
    let profile = try counts("tables/profiles/grazailles.csv")
    var checked = 0
    for (key, rest) in profile where key[2] == "rest" {
      let here = profile[[key[0], key[1], "grazailles"]] ?? -1
      #expect(here + rest == all[[key[0], key[1], ""]], "\(key)")
      checked += 1
    }
    #expect(checked > 20)
  }
}
