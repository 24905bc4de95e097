import Foundation
import TestSupport
import Testing

/// The cities' sessions against the figures that they published.
@Suite struct CityTablesTests {
  /// The counts of a table: row code, column code (empty: the whole), count.
  private static func counts(_ project: String, _ table: String) throws -> [String: [String: Int]] {
    let folder = try Runs.shared.folder(project)
    let path = folder + "/working/tables/\(table).csv"
    let records = SimpleCSV.records(try String(contentsOfFile: path, encoding: .utf8))
    let head = try #require(records.first)
    let columns = try ["row_code", "group_code", "n", "value"].map {
      try #require(head.firstIndex(of: $0))
    }
    var out: [String: [String: Int]] = [:]
    for record in records.dropFirst() {
      let number = record[columns[2]].isEmpty ? record[columns[3]] : record[columns[2]]
      if let count = Int(number) {
        out[record[columns[0]], default: [:]][record[columns[1]]] = count
      }
    }
    return out
  }

  @Test func carcassonneHasItsTwelveWorkshops() throws {
    let sessions = try Self.counts("carcassonne-2023", "workshops/sessions--by-quartier")
    #expect(sessions["workshop"]?[""] == 12)
    #expect(sessions["workshop"]?["fleming-la-reille"] == 3)
    #expect(sessions["workshop"]?["grazailles"] == 2)
    #expect(sessions["workshop"]?["la-conte-ozanam"] == 3)
    #expect(sessions["workshop"]?["le-viguier-saint-jacques"] == 3)
    #expect(sessions["workshop"]?["bastide-pont-vieux"] == 0)
  }

  @Test func carcassonnesNeedsHaveTheirPublishedTotals() throws {
    let needs = try Self.counts("carcassonne-2023", "workshops/needs--by-quartier")
    let totals = (1...26).map { needs[String($0)]?[""] }
    #expect(
      totals == [
        2, 5, 1, 1, 2, 1, 4, 2, 1, 3, 1, 4, 3, 1, 1, 1, 1, 2, 1, 1, 2, 5, 1, 1, 5, 1,
      ])
    #expect(needs["total"]?[""] == 53)
    let actions = try Self.counts("carcassonne-2023", "workshops/needs--by-action")
    #expect((1...7).map { actions[String($0)]?[""] } == [2, 3, 1, 1, 1, 1, 1])
    let note = try String(
      contentsOfFile: Runs.shared.folder("carcassonne-2023")
        + "/working/tables/workshops/needs--by-action.md", encoding: .utf8)
    #expect(note.typed.contains("Actions sans besoin : « Plein emploi »"))
    let objectives = try Self.counts("carcassonne-2023", "partners/objectives")
    #expect((1...3).map { objectives[String($0)]?[""] } == [4, 3, 5])
  }

  /// Theme, propositions, manquements, partenaires, lines with all three: hazebrouck:769-930.
  private static let themeTables: [(String, [Int])] = [
    ("services-rights", [8, 6, 3, 2]), ("health", [7, 11, 7, 4]), ("security", [7, 11, 5, 3]),
    ("living-environment", [7, 8, 4, 3]), ("equality", [2, 6, 1, 1]),
    ("social-link-culture", [8, 9, 1, 1]), ("ecology", [2, 2, 5, 2]), ("mobility", [3, 5, 5, 1]),
    ("education", [6, 4, 7, 3]), ("employment", [3, 6, 9, 0]),
  ]

  @Test func hazebroucksThemeTablesHaveTheirPublishedCounts() throws {
    let found = try Self.counts("hazebrouck-2023", "theme-tables/theme-tables")
    for (theme, counts) in Self.themeTables {
      let row = try #require(found[theme], "\(theme)")
      #expect(
        ["proposal", "shortcoming", "answer", "complete"].map { row[$0] } == counts, "\(theme)")
    }
  }

  @Test func hazebroucksJohariHas68Items() throws {
    let panes = try Self.counts("hazebrouck-2023", "theme-tables/johari--by-origin")
    #expect(panes["hidden"]?["resident"] == 7 && panes["hidden"]?["partner"] == 11)
    #expect(panes["open"]?["resident"] == 8 && panes["open"]?["partner"] == 9)
    #expect(panes["unknown"]?["resident"] == 9 && panes["unknown"]?["partner"] == 9)
    #expect(panes["blind"]?["resident"] == 7 && panes["blind"]?["partner"] == 8)
    #expect(panes.values.reduce(0) { $0 + ($1[""] ?? 0) } == 68)
  }

  @Test func hazebrouckHas54PeopleTwice() throws {
    for (source, form, sessions) in [
      ("residents", "citizen-table", 2), ("partners", "focus-group", 7),
    ] {
      let table = try Self.counts("hazebrouck-2023", "\(source)/sessions--by-quartier")
      #expect(table[form]?[""] == sessions && table["present"]?[""] == 54)
    }
  }

  @Test func indicatorsMoveInPointsAndContradictionsAreSaid() throws {
    let text = try String(
      contentsOfFile: Runs.shared.folder("hazebrouck-2023")
        + "/working/tables/follow-up/indicators--by-year.md", encoding: .utf8)
    let women = try #require(text.split(separator: "\n").first { $0.contains("Femmes sur le QPV") })
    #expect(women.contains("52,8") && women.contains("54,4") && women.contains("| 1,6 |"))
    #expect(text.typed.contains("Contradiction : Population, 2021 : 1416"))
    #expect(text.typed.contains("Contradiction : Sans diplôme"))
    #expect(text.contains("déclaré manquant"))
    #expect(
      text.typed.contains(
        "pas encore mesurée : Jeunes en apprentissage résidant en QPV, 2027 (DDETS)"))
  }

  /// Mobility stands in both lists; health does too, once a medical centre is read as health.
  @Test func hazebroucksPrioritiesAndFourProjectsAreThere() throws {
    let folder = try Runs.shared.folder("hazebrouck-2023") + "/working/"
    let ranks = try Self.counts("hazebrouck-2023", "follow-up/stated-priorities--by-origin")
    #expect(ranks["mobility"] == ["resident": 4, "elected": 4])
    #expect(ranks["health"] == ["resident": 2, "elected": 1])
    #expect(ranks["employment"] == ["elected": 3] && ranks["education"] == ["elected": 2])
    let lists = try String(
      contentsOfFile: folder + "sessions/follow-up/priorities.md", encoding: .utf8)
    #expect(lists.contains("| 5\\. Un panneau") || lists.contains("| 5. Un panneau"), "\(lists)")
    let actions = try Self.counts("hazebrouck-2023", "follow-up/actions--by-quartier")
    #expect(actions["to-qualify"]?[""] == 4 && actions["no-lead"]?[""] == 4)
    #expect(actions["no-target"]?[""] == 1 && actions["no-deadline"]?[""] == 3)
    let page = try String(
      contentsOfFile: folder + "sessions/follow-up/actions.md", encoding: .utf8)
    #expect(page.typed.contains("15 %") && page.contains("2027") && page.contains("Pasteur-Foch"))
  }

  /// 15 targets, 6 with a baseline: hazebrouck_targets_with_baseline.csv.
  @Test func hazebroucksTargetsHaveTheirBaselines() throws {
    let path =
      try Runs.shared.folder("hazebrouck-2023")
      + "/working/tables/follow-up/indicators--by-year.csv"
    let records = SimpleCSV.records(try String(contentsOfFile: path, encoding: .utf8))
    let columns = try ["row_label", "group_code", "value"].map {
      try #require(records[0].firstIndex(of: $0))
    }
    var found: [String: [String: Double]] = [:]
    for record in records.dropFirst() {
      found[record[columns[1]], default: [:]][record[columns[0]]] = Double(record[columns[2]])
    }
    #expect(found["target"]?.count == 15 && found["baseline"]?.count == 6)
    let name = "Jeunes en apprentissage résidant en QPV (%)"
    #expect(found["baseline"]?[name] == 11 && found["target"]?[name] == 15)
    #expect(found["gap"]?[name] == 4 && found["target-reached"]?[name] == nil)
    #expect(found["baseline"]?["Jeunes du QPV parmi les bénéficiaires du pass'sport (%)"] == 18.8)
  }

  @Test func flersWalksHaveTheirPublishedPoints() throws {
    let walks = try Self.counts("flers-2023", "walks/walks--by-quartier")
    #expect(walks["strength"]?["saint-michel"] == 5 && walks["weakness"]?["saint-michel"] == 5)
    #expect(walks["strength"]?["saint-sauveur"] == 2 && walks["weakness"]?["saint-sauveur"] == 7)
  }

  @Test func normandieIsAProjectOfFiveSites() throws {
    let sessions = try Self.counts("normandie-2023", "webinars/sessions--by-quartier")
    for site in ["calvados", "eure", "manche", "orne", "seine-maritime"] {
      #expect(sessions["seminar"]?[site] == 1 && sessions["statements"]?[site] == 18)
    }
  }

  @Test func everyRowOfEverySheetIsAccountedFor() throws {
    for project in ["carcassonne-2023", "hazebrouck-2023", "flers-2023", "normandie-2023"] {
      let data = try Data(
        contentsOf: URL(filePath: Runs.shared.folder(project) + "/ledger.json"))
      let ledger = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      for source in try #require(ledger?["sources"] as? [[String: Any]]) {
        let parts = ["accepted", "excluded", "quarantined"].map { source[$0] as? Int ?? -1 }
        #expect(parts.reduce(0, +) == source["read"] as? Int, "\(source)")
      }
    }
  }

  /// The published tables themselves, where they stand beside the checkout.
  @Test(.enabled(if: Places.shared("domain/tables") != nil))
  func thePublishedTablesAgree() throws {
    let folder = try #require(Places.shared("domain/tables"))
    let counts = SimpleCSV.records(
      try String(contentsOfFile: folder + "/hazebrouck_theme_tables_counts.csv", encoding: .utf8))
    for (record, expected) in zip(counts.dropFirst(), Self.themeTables) {
      #expect(record[2...].prefix(4).compactMap { Int($0) } == expected.1, "\(record)")
    }
    let needs = SimpleCSV.records(
      try String(contentsOfFile: folder + "/carcassonne_needs_by_quartier.csv", encoding: .utf8))
    let found = try Self.counts("carcassonne-2023", "workshops/needs--by-quartier")
    for record in needs.dropFirst() { #expect(found[record[0]]?[""] == Int(record[2])) }
  }

  /// Every published value of an indicator stands in our table under its year.
  @Test(.enabled(if: Places.shared("domain/tables") != nil))
  func thePublishedIndicatorsAreThere() throws {
    let folder = try #require(Places.shared("domain/tables"))
    let published = SimpleCSV.records(
      try String(contentsOfFile: folder + "/hazebrouck_indicators.csv", encoding: .utf8))
    let ours = SimpleCSV.records(
      try String(
        contentsOfFile: Runs.shared.folder("hazebrouck-2023")
          + "/working/tables/follow-up/indicators--by-year.csv", encoding: .utf8))
    let head = ours[0]
    let columns = try ["row_code", "group_code", "value"].map {
      try #require(head.firstIndex(of: $0))
    }
    var values: [String: [String: Double]] = [:]
    for record in ours.dropFirst() {
      values[record[columns[0]], default: [:]][record[columns[1]]] = Double(record[columns[2]])
    }
    var series: [String: [(year: String, value: Double)]] = [:]
    for record in published.dropFirst() where !record[2].isEmpty {
      guard let value = Double(record[3]) else { continue }
      series[record[0] + record[1], default: []].append((record[2], value))
    }
    var checked = 0
    for (name, points) in series where points.count == 2 {
      let (first, last) = (points[0], points[1])
      let row = values.values.first {
        $0[first.year] == first.value && $0[last.year] == last.value
      }
      let found = try #require(row, "\(name)")
      #expect(abs((found["change"] ?? .nan) - (last.value - first.value)) < 1e-9, "\(name)")
      checked += 1
    }
    #expect(checked >= 28)
  }
}
