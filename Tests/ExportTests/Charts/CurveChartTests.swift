import SurveyModel
import Testing

@testable import Export

@Suite struct CurveChartTests {
  static func chart(_ language: Language) -> CurveChart {
    CurveChart(
      CurveChart.Words(title: "Temps & taille", x: "n", y: "s", foot: ["Deux axes logarithmiques"]),
      [
        CurveChart.Series(name: "a", points: [(1000, 0.5), (1_000_000, 4.1)], isOurs: false),
        CurveChart.Series(name: "b", points: [(1000, 0.6), (1_000_000, 4.0)], isOurs: false),
        CurveChart.Series(name: "c", points: [(1000, 0.03), (1_000_000, 1)], isOurs: true),
      ], in: language)
  }

  private static func texts(_ svg: [UInt8]) -> [(text: String, y: Double)] {
    let drawn = String(decoding: svg, as: UTF8.self)
    return drawn.matches(of: #/<text x="[^"]*" y="([^"]*)"[^>]*>([^<]*)</#).map {
      (String($0.output.2), Double($0.output.1) ?? 0)
    }
  }

  @Test("Powers of ten along both axes, in the language's own form")
  func axes() {
    let french = Self.texts(Self.chart(.french).svg()).map(\.text)
    for label in ["0,01", "0,1", "1", "10", "1\u{202F}000", "1\u{202F}000\u{202F}000"] {
      #expect(french.contains(label), "\(label)")
    }
    #expect(Self.texts(Self.chart(.english).svg()).map(\.text).contains("1,000,000"))
  }

  @Test("Each curve has its points and its name; names do not touch")
  func curves() {
    let svg = Self.chart(.english).svg()
    let drawn = String(decoding: svg, as: UTF8.self)
    #expect(drawn.matches(of: #/<polyline/#).count == 3)
    #expect(drawn.matches(of: #/<circle/#).count == 6)
    #expect(drawn.contains("Temps &amp; taille"))
    let names = Self.texts(svg).filter { ["a", "b", "c"].contains($0.text) }
    #expect(names.count == 3)
    let places = names.map(\.y).sorted()
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 15 })
  }

  @Test func theSameBytesAgain() {
    #expect(Self.chart(.french).svg() == Self.chart(.french).svg())
  }
}
