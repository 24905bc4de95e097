import SurveyModel
import Tabulation
import Testing

@testable import Export

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2), ("👍", 2), ("👩‍👩‍👧", 2),
    ("🇫🇷", 2), ("❤️", 2), ("❤", 1), ("a\u{200B}b", 2), ("\u{A0}\u{202F}", 2), ("█▌", 2), ("…", 1),
    ("\u{FF21}", 2), ("œ", 1), ("1\u{FE0F}\u{20E3}", 2),
  ])
  func widths(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test(arguments: [
    ("abcdef", 4, "abc…"), ("日本語", 4, "日…"), ("abc", 3, "abc"), ("ab cd", 4, "ab…"),
  ])
  func cuts(_ text: String, _ width: Int, _ expected: String) {
    #expect(DisplayWidth.cut(text, to: width) == expected)
  }
}

@Suite struct WrappingTests {
  @Test(arguments: [
    ("un deux trois", 7, ["un deux", "trois"]), ("Saint-Jacques", 8, ["Saint-", "Jacques"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 5, [""]),
    ("41,4\u{A0}% de x", 7, ["41,4\u{A0}%", "de x"]),
    ("a\n b", 5, ["a b"]), ("un « mot » ; fin", 9, ["un", "« mot » ;", "fin"]),
    ("oui ; non", 6, ["oui ;", "non"]),
  ])
  func wraps(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(Wrapping.lines(text, width: width) == expected)
  }

  @Test func theLastLineSaysThatItIsCut() {
    #expect(Wrapping.lines("un deux trois quatre", width: 7, maximum: 2) == ["un deux", "trois…"])
  }
}

@Suite struct BarTests {
  @Test(arguments: [
    (100.0, "██████████"), (50, "█████"), (45, "████▌"), (0, ""), (0.1, "▌"), (2, "▌"),
  ])
  func isProportional(_ percent: Double, _ expected: String) {
    #expect(Bar(width: 10, end: 100).text(percent) == expected)
  }

  @Test(arguments: [
    ([], 10), ([9.9], 10), ([10.1], 25), ([41.4], 50), ([50], 50), ([51], 100), ([120], 100),
  ])
  func theScaleEndsAtARoundNumber(_ percentages: [Double], _ end: Int) {
    #expect(Bar(width: 10, percentages: percentages).end == end)
  }
}

@Suite struct TerminalRendererTests {
  @Test(arguments: RendererTests.tables.indices, Language.allCases)
  func neverOverflows(_ table: Int, _ language: Language) {
    let table = RendererTests.tables[table].1
    for width in [40, 43, 60, 80, 81, 100, 120, 133, 200] {
      let text = TerminalRenderer(width: width).render(table, in: language)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
        #expect(line.last != " ")
      }
      if table.table.kind == .priorities {
        let podium = TerminalRenderer(width: width).podium(table, in: language)
        for line in podium.split(separator: "\n") {
          #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
        }
      }
    }
  }

  @Test(arguments: RendererTests.tables.indices)
  func colourAddsNothingToTheText(_ table: Int) {
    let table = RendererTests.tables[table].1
    let plain = TerminalRenderer(width: 90).render(table, in: .french)
    let coloured = TerminalRenderer(width: 90, hasColour: true).render(table, in: .french)
    let stripped = coloured.replacing(/\u{1B}\[[0-9]+m/, with: "")
    let trimmed = stripped.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(#/ +$/#, with: "") }.joined(separator: "\n")
    #expect(trimmed == plain)
    #expect(coloured != plain)
  }
}
