import Export
import SurveyModel
import Tabulation
import Testing

@Suite struct ChartsTests {
  static let all = charts(of: RendererTests.tables.map(\.1), in: .french)

  @Test func theChartsOfAReport() {
    #expect(
      Self.all.map { "\($0.name) \($0.kind.rawValue)" } == [
        "phone-topics ranked-bars", "priorities priorities", "priorities--podium podium",
        "youth-needs--by-rank stacked-ranks", "youth-needs ranked-bars",
      ])
  }

  @Test(arguments: Self.all)
  func asRecorded(_ chart: ChartData) throws {
    try Golden.check(chart.csv, "charts/\(chart.name).csv")
  }

  @Test func barsAreRankedAndOtherStandsLast() throws {
    let bars = try #require(Self.all.first)
    let shares = bars.marks.dropLast().compactMap { $0.share?.real }
    #expect(shares == shares.sorted(by: >))
    #expect(bars.marks.last?.code == "o5")
  }

  @Test func thePodiumHoldsThePlacesUpToThree() throws {
    let podium = try #require(Self.all.first { $0.kind == .podium })
    let marks = podium.marks.filter { $0.group == "Fleming La Reille" && $0.source == "phone" }
    #expect(marks.map(\.code) == ["security", "services", "cleanliness", "green"])
    #expect(!podium.marks.contains { $0.group == "La Conte Ozanam" && $0.source == "phone" })
  }

  @Test func themesGiveAHeatMap() throws {
    var table = SampleTables.crossed.table
    table.kind = .themes
    table.id = TableID(source: "online", name: "themes", by: "quartier")
    let chart = try #require(charts(of: [.workingEdition(table)], in: .english).first)
    #expect(chart.kind == .heatMap && chart.name == "online-themes--by-quartier")
    #expect(chart.marks.count == 5 * 6)
  }
}
