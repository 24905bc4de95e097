import SurveyModel
import Tabulation
import Testing

@testable import Export

@Suite struct ChartDrawingTests {
  static let french = SampleCharts.all(.french)

  @Test(arguments: Language.allCases)
  func eachKindAsRecorded(_ language: Language) throws {
    for chart in SampleCharts.all(language) {
      try Golden.check(
        String(decoding: chart.svg(), as: UTF8.self),
        "\(language.rawValue)/charts/\(chart.name).svg")
    }
  }

  @Test func allKindsAreDrawn() {
    #expect(Set(Self.french.map(\.kind)) == Set(ChartData.Kind.allCases))
  }

  @Test(arguments: Self.french.indices, [ChartData.width, ChartData.narrowWidth])
  func noTextTouchesAnother(_ index: Int, _ width: Int) {
    let chart = Self.french[index]
    let drawing = ChartDrawing(chart, width: Double(width))
    let texts = DrawnText.all(in: drawing.canvas.bytes)
    #expect(!texts.isEmpty)
    for (index, text) in texts.enumerated() {
      #expect(
        text.left >= -1 && text.right <= drawing.width + 1 && text.top >= -1
          && text.bottom <= drawing.bottom + 6, "\(chart.name): \(text) leaves the drawing")
      for other in texts[..<index] where text.overlaps(other) {
        Issue.record("\(chart.name), \(width): \(text) over \(other)")
      }
    }
  }

  /// Everything that is printed as a number is a figure of the chart.
  @Test(arguments: Self.french.indices)
  func numbersAreFigures(_ index: Int) {
    let chart = Self.french[index]
    let all = chart.marks + chart.totals + chart.gaps
    let figures = all.flatMap { [$0.count, $0.share, $0.low, $0.high, $0.rank, $0.base] }
    let known = Set(figures.compactMap { $0?.label(.french) })
    let drawing = ChartDrawing(chart, width: 720)
    let numbers = DrawnText.all(in: drawing.canvas.bytes).flatMap { text in
      text.text.matches(of: #/[0-9][0-9\u{202F}]*,[0-9]+\u{A0}%/#).map { String($0.output) }
    }
    #expect(!numbers.isEmpty || chart.kind == .columns)
    if chart.kind == .columns {
      let counts = DrawnText.all(in: drawing.canvas.bytes).map(\.text)
        .filter { $0.allSatisfy(\.isNumber) }
      #expect(counts.count == chart.marks.count && counts.allSatisfy(known.contains))
    }
    for number in numbers { #expect(known.contains(number), "\(number)") }
    for number in chart.description.matches(of: #/[0-9][0-9\u{202F}]*,[0-9]+\u{A0}%/#) {
      #expect(known.contains(String(number.output)))
    }
  }

  @Test func themesKeepTheirColours() {
    var colours: [String: Set<Int>] = [:]
    for mark in Self.french.flatMap(\.marks) {
      guard let code = mark.code, let colour = mark.colour else { continue }
      colours[code, default: []].insert(colour)
    }
    #expect(colours.count > 6)
    #expect(colours.values.allSatisfy { $0.count == 1 })
  }

  @Test func coloursFollowTheCodebook() {
    let codebook = Codebook(
      themes: ["a", "b", "c"].map { Theme(id: $0, label: Bilingual($0)) },
      groups: [ThemeGroup(id: "g", label: Bilingual("g"), themes: ["b"])])
    let colours = ThemeColours(codebook)
    let option = StubItem(code: "o", label: Bilingual("o"), kind: .option, theme: "b")
    let group = StubItem(code: "g", label: Bilingual("g"), kind: .theme)
    let other = StubItem(code: "c", label: Bilingual("c"), kind: .theme)
    #expect(colours[option] == 0 && colours[group] == 0 && colours[other] == 2)
    #expect(colours[StubItem(code: "c", label: Bilingual("c"), kind: .option)] == nil)
  }
}
