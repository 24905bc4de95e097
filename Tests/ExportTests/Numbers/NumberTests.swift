import SurveyModel
import Tabulation
import Testing

@testable import Export

@Suite struct RoundedNumberTests {
  @Test(arguments: [
    (65, 157, 1, "41.4"), (1, 3, 1, "33.3"), (2, 3, 1, "66.7"), (0, 7, 1, "0.0"),
    (7, 7, 1, "100.0"),
    // Halves go away from zero: 1/2000 is 0.05 %, 3/2000 is 0.15 %.
    (1, 2000, 1, "0.1"), (3, 2000, 1, "0.2"), (1, 2001, 1, "0.0"), (1, 8, 1, "12.5"),
    (1, 8, 0, "13"), (5, 8, 0, "63"), (3, 2, 1, "150.0"),
    (Int.max, Int.max, 2, "100.00"), (1, Int.max, 1, "0.0"),
    (Int.max, 1, 0, "922337203685477580700"),
  ])
  func percentagesAreRoundedOnceFromWholeNumbers(
    _ numerator: Int, _ denominator: Int, _ decimals: Int, _ expected: String
  ) {
    let number = RoundedNumber(percentOf: numerator, over: denominator, decimals: decimals)
    #expect(NumberStyle.plain.text(number) == expected)
  }

  /// Against a second derivation: the nearest of the candidates, the larger one at a tie.
  @Test func everyShareOfSmallBases() {
    for denominator in 1...60 {
      for numerator in 0...denominator {
        let tenths = (0...1000).min { a, b in
          let first = abs(a * denominator - 1000 * numerator)
          let second = abs(b * denominator - 1000 * numerator)
          return first != second ? first < second : a > b
        }!
        let text = NumberStyle.plain.text(
          RoundedNumber(percentOf: numerator, over: denominator, decimals: 1))
        #expect(text == "\(tenths / 10).\(tenths % 10)")
      }
    }
  }

  @Test(arguments: [
    (2.675, 2, "2.68"), (1.005, 2, "1.01"), (-2.675, 2, "-2.68"), (0.05, 1, "0.1"),
    (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (-0.0, 1, "0.0"), (9.99, 1, "10.0"), (99.95, 1, "100.0"),
    (0.5, 0, "1"), (0.49, 0, "0"), (12, 2, "12.00"), (1e15, 1, "1000000000000000.0"),
    (1.5e22, 0, "15000000000000000000000"), (1e-7, 2, "0.00"), (2.5e-300, 1, "0.0"),
    (21.75, 1, "21.8"),
  ])
  func doublesAreRoundedFromTheirShortestDecimal(
    _ value: Double, _ decimals: Int, _ expected: String
  ) {
    #expect(RoundedNumber(value, decimals: decimals).map(NumberStyle.plain.text) == expected)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func thereIsNoTextForWhatIsNoNumber(_ value: Double) {
    #expect(RoundedNumber(value, decimals: 1) == nil)
  }
}

@Suite struct NumberStyleTests {
  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1204, "1\u{202F}204", "1,204"),
    (1_234_567, "1\u{202F}234\u{202F}567", "1,234,567"), (-1204, "-1\u{202F}204", "-1,204"),
    (100_000, "100\u{202F}000", "100,000"),
    (
      Int.min, "-9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808",
      "-9,223,372,036,854,775,808"
    ),
  ])
  func wholeNumbers(_ value: Int, _ french: String, _ english: String) {
    #expect(NumberStyle.french.text(value) == french)
    #expect(NumberStyle.english.text(value) == english)
  }

  @Test func percentages() {
    let number = RoundedNumber(percentOf: 65, over: 157, decimals: 1)
    #expect(NumberStyle.french.percent(number) == "41,4\u{A0}%")
    #expect(NumberStyle.english.percent(number) == "41.4%")
    #expect(NumberStyle.french.text(RoundedNumber(12345.678, decimals: 2)!) == "12\u{202F}345,68")
  }

  @Test func tiesCarryTheirMark() {
    let tied = Figure(.rank, .whole(2), isTied: true)
    #expect(tied.label(.french) == "2=")
    #expect(Figure(.rank, .whole(2)).label(.french) == "2")
    #expect(Figure(.rank, nil, status: .notAllowed).label(.french) == nil)
  }
}
