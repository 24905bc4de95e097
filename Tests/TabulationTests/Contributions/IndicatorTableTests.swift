import SurveyModel
import Testing

@testable import Tabulation

/// Evolutions and targets, worked out by hand.
@Suite struct IndicatorTableTests {
  private static func series(
    _ unit: String, _ values: [(Int, Double?)], _ target: (Double, Double?, Bool)? = nil
  ) -> IndicatorSeries {
    IndicatorSeries(
      indicator: "I", group: "", unit: unit,
      values: values.map {
        .init(year: $0.0, value: $0.1, location: SourceLocation(file: "a/b.csv", line: 2))
      },
      targets: target.map {
        [.init(value: $0.0, year: 2027, baseline: $0.1, operatorName: "CAF", isCeiling: $0.2)]
      } ?? [])
  }

  private static func table(_ series: IndicatorSeries) throws -> (Table, [String: Double]) {
    let set = ContributionSet(
      source: Source(id: "s", label: Bilingual("S")), series: [series],
      ledger: Ledger(read: 0, accepted: 0, excluded: [], quarantined: [])!)
    let table = try #require(
      ContributionTables(set, codebook: Codebook()).all().first { $0.id.name == "indicators" })
    var values: [String: Double] = [:]
    for (column, item) in table.banner.enumerated() {
      if let code = item.code, let value = table.cells[0][column].value { values[code] = value }
    }
    return (table, values)
  }

  @Test func sharesMoveInPointsAndQuantitiesInPerCent() throws {
    let share = try Self.table(Self.series("%", [(2017, 52.8), (2021, 54.4)])).1
    #expect(share["change"] == 1.6 && share["change-percent"] == nil)
    let pupils = try Self.table(Self.series("élèves", [(2017, 40), (2019, 45), (2021, 30)])).1
    #expect(pupils["change"] == -10 && pupils["change-percent"] == -25)
  }

  @Test func theWayToATargetStartsAtItsBaseline() throws {
    let (table, values) = try Self.table(
      Self.series("%", [(2021, 10), (2024, 13)], (15, nil, false)))
    #expect(values["target-reached"] == 60)
    #expect(table.notes.contains { $0.fr == "Cible pas atteinte : I, 2027 (CAF)." })
    let stated = try Self.table(Self.series("%", [(2024, 13)], (15, 11, false))).1
    #expect(stated["target-reached"] == 50)
  }

  @Test func aCeilingIsMetFromBelow() throws {
    let (table, values) = try Self.table(
      Self.series("%", [(2020, 30), (2024, 20)], (25, nil, true)))
    #expect(values["target-reached"] == 200)
    #expect(table.notes.contains { $0.fr.hasPrefix("Cible atteinte") })
  }

  @Test func nothingIsClaimedBeforeAMeasure() throws {
    let (table, values) = try Self.table(Self.series("%", [], (15, 11, false)))
    #expect(values["target"] == 15 && values["target-reached"] == nil)
    #expect(table.notes.contains { $0.fr.hasPrefix("Cible pas encore mesurée") })
  }

  @Test func valuesThatContradictOneAnotherAreNotUsed() throws {
    let (table, values) = try Self.table(
      Self.series("%", [(2017, 40), (2021, 48), (2021, 32), (2023, 50)]))
    #expect(values["2021"] == nil && values["change"] == 10)
    #expect(table.notes.contains { $0.fr.hasPrefix("Contradiction : I, 2021 : 48 (b.csv:2) / 32") })
  }
}
