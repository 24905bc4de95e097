import Foundation
import SurveyModel
import TestSupport
import Testing

@testable import Ingestion

/// Numbers and dates as people and spreadsheets write them.
@Suite struct ValueReadingTests {
  @Test(arguments: [
    ("3,5", 3.5), ("-12,5", -12.5), ("1 234,50", 1234.5), ("1\u{A0}234,50", 1234.5),
    ("1\u{202F}234,50", 1234.5), ("12 %", 0.12), ("12,5 %", 0.125), ("0", 0), ("007", 7),
    ("1.5e2", 150), ("+4", 4), ("\u{2212}2", -2), (" 8 ", 8),
  ])
  func numbers(_ text: String, _ expected: Double) {
    #expect(readNumber(text) == expected)
  }

  @Test(arguments: ["", "abc", "12 34", "1,2,3", "-", "%", "1e", "1 23", "NaN", "inf", "1e999"])
  func noNumbers(_ text: String) {
    #expect(readNumber(text) == nil)
  }

  @Test(arguments: [
    ("13/04/2024", 19_826), ("2024-04-03", 19_816), ("01/01/1970", 0), ("31/12/69", -1),
    ("29/02/2000", 11_016), ("13/04/2024 12:51", 19_826), ("2024-04-03T20:06:49", 19_816),
  ])
  func dates(_ text: String, _ days: Int) {
    #expect(readDate(text, order: .dayFirst) == days)
  }

  @Test(arguments: ["31/02/2024", "29/02/1900", "", "00/01/2024", "13-2024", "1/2", "a/b/c"])
  func noDates(_ text: String) {
    #expect(readDate(text, order: .dayFirst) == nil)
  }

  @Test func theOrderIsProvenOrAskedFor() {
    #expect(provenDateOrder(["03/04/2024", "13/04/2024"]) == .dayFirst)
    #expect(provenDateOrder(["03/04/2024", "04/13/2024"]) == .monthFirst)
    #expect(provenDateOrder(["03/04/2024", "05/06/2024"]) == nil)
    #expect(provenDateOrder(["13/04/2024", "04/13/2024"]) == nil)
    #expect(provenDateOrder(["2024-04-03"]) == .yearFirst)
    #expect(readDate("03/04/2024", order: nil) == nil)
  }

  /// The recoding values of the reference, for columns declared numbers or dates.
  @Test(
    .enabled("skipped: the reference values are not on this machine") {
      Places.shared("reference/csv/recode/values.json") != nil
    })
  func theReferenceValuesHold() throws {
    let path = try #require(Places.shared("reference/csv/recode/values.json"))
    let values =
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
      as? [String: Any] ?? [:]
    for entry in try #require(values["number"] as? [[String: Any]]) {
      let input = try #require(entry["input"] as? String)
      #expect(readNumber(input) == entry["expected"] as? Double, "\(input)")
    }
    for entry in try #require(values["date"] as? [[String: Any]]) {
      let input = try #require(entry["input"] as? String)
      let expected = (entry["expected"] as? String).flatMap { readDate($0, order: .yearFirst) }
      #expect(readDate(input, order: .dayFirst) == expected, "\(input)")
    }
  }
}
