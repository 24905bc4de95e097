import SurveyModel
import Tabulation
import Testing

@testable import Export

@Suite struct ChartsTests {
  static let all = charts(of: RendererTests.tables.map(\.1), in: .french)

  @Test func theChartsOfAReport() {
    #expect(
      Self.all.map { "\($0.name) \($0.kind.rawValue)" } == [
        "phone-topics ranked-bars", "priorities priorities", "priorities--bastide priorities",
        "priorities--fleming priorities", "priorities--grazailles priorities",
        "priorities--conte priorities", "priorities--viguier priorities",
        "priorities--podium podium", "priorities--podium-online podium",
        "priorities--podium-phone podium",
        "youth-needs--by-rank stacked-ranks", "youth-needs ranked-bars",
      ])
  }

  @Test(arguments: Self.all)
  func asRecorded(_ chart: ChartData) throws {
    try Golden.check(String(decoding: chart.csv, as: UTF8.self), "charts/\(chart.name).csv")
    try Golden.check(String(decoding: chart.json, as: UTF8.self), "charts/\(chart.name).json")
    try Golden.check(
      String(decoding: chart.vegaLite, as: UTF8.self), "charts/\(chart.name).vl.json")
  }

  @Test func barsAreRankedAndOtherStandsLast() throws {
    let bars = try #require(Self.all.first)
    let shares = bars.marks.dropLast().compactMap { $0.share?.real }
    #expect(shares == shares.sorted(by: >))
    #expect(bars.marks.last?.code == "o5")
  }

  @Test func thePodiumHoldsThePlacesUpToThree() throws {
    let podium = try #require(Self.all.first { $0.name == "priorities--podium-phone" })
    #expect(podium.marks.allSatisfy { $0.source == "phone" })
    let marks = podium.marks.filter { $0.group == "Fleming La Reille" }
    #expect(marks.map(\.code) == ["security", "services", "cleanliness", "green"])
    #expect(!podium.marks.contains { $0.group == "La Conte Ozanam" })
    let town = try #require(Self.all.first { $0.name == "priorities--podium" })
    #expect(town.marks.allSatisfy { $0.group == nil } && Set(town.marks.map(\.source)).count > 1)
  }

  /// Classes of age keep the order of the questionnaire; what nobody cited is named below.
  @Test func classesKeepTheirOrder() throws {
    var table = SampleTables.multiple.table
    table.question?.type = "single"
    let labels = ["Moins de 25 ans", "25 à 39 ans", "40 à 59 ans", "60 ans et plus"]
    let options = table.stub.indices.filter { table.stub[$0].kind == .option }
    for (index, row) in options.enumerated() {
      table.stub[row].label = Bilingual(index < 4 ? labels[index] : "\(70 + index) ans")
    }
    let aged = try #require(charts(of: [.workingEdition(table)], in: .french).first)
    let drawn = aged.marks.filter { !$0.isOther }.map(\.code)
    #expect(drawn == options.map { table.stub[$0].code })

    table = SampleTables.multiple.table
    for row in options.prefix(2) {
      table.cells[row][0] = Cell(
        count: 0, shares: [Share(of: .respondents, 0, over: table.banner[0].base.n)])
    }
    let cited = try #require(charts(of: [.workingEdition(table)], in: .french).first)
    #expect(cited.marks.count < Self.all[0].marks.count - 1)
    #expect(cited.marks.allSatisfy { $0.count?.quantity != .whole(0) })
    let line = try #require(cited.foot.first { $0.hasPrefix("Aucune citation") })
    for row in options.prefix(2) { #expect(line.contains(table.stub[row].label.fr)) }
  }

  @Test func datesStandInTime() throws {
    let chart = try #require(charts(of: [SampleCharts.dates], in: .french).first)
    #expect(chart.kind == .columns && chart.marks.first?.label == "28\u{A0}mai 2023")
    let words = "Du 28 mai 2023 au 10 juin 2023 ; maximum : 1er juin 2023 (19)."
    #expect(chart.description.replacing("\u{A0}", with: " ") == words)
    let axis = try #require(TimeAxis(["2024-02-28", "2024-03-01", "2024-03-04"]))
    #expect(axis.positions == [0, 2, 5])
    #expect(TimeAxis(["2023-12", "2024-01", "2024-03"])?.positions == [0, 1, 3])
    #expect(TimeAxis(["2023-01-01", "2023-06-01"]) == nil)
    #expect(TimeAxis(["2023-01", "2023-01-08"]) == nil && TimeAxis(["14", "15"]) == nil)
  }

  /// What may not be shown is not drawn, and says so rather than that nobody was asked.
  @Test func nothingToShowIsNoChart() throws {
    let tables = Disclosure(DisclosureThresholds(base: 5000, cell: 5)).publicEdition(of: [
      SampleTables.priorities.table, SampleTables.multiple.table,
    ])
    #expect(charts(of: tables, in: .french).isEmpty)
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
