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

/// What stands before the decimals of a column, and numbers with signs between thousands.
@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (["1,234", "2,345"], nil), (["1,234", "3,5"], .comma), (["1,234", "0,125"], .comma),
      (["1,234", "2.5"], .point), (["1,234,567"], .point), (["1.234,5"], .comma),
      (["1\u{A0}234,500"], .comma), (["12", "7"], nil), (["3,5", "3.5"], nil),
    ] as [([String], DecimalSign?)])
  func `the column proves its sign, or nothing does`(texts: [String], sign: DecimalSign?) {
    #expect(NumberFormat(texts).decimal == sign)
    #expect(NumberFormat(texts).isOpen == (texts == ["1,234", "2,345"]))
    #expect(NumberFormat(texts).isMixed == (texts == ["3,5", "3.5"]))
  }

  @Test(arguments: [
    ("1,234", DecimalSign.comma, 1.234), ("1,234", .point, 1234), ("1.234,5", .comma, 1234.5),
    ("1,234,567", .point, 1_234_567), ("-1.234", .comma, -1234), ("12,5 %", .comma, 0.125),
  ])
  func `a declared sign decides`(text: String, sign: DecimalSign, number: Double) {
    #expect(NumberFormat([], declared: sign).read(text) == number)
  }

  @Test func `what could be two numbers is none before it is declared`() {
    #expect(NumberFormat(["1,234"]).read("1,234") == nil)
    #expect(NumberFormat(["1,2,3"]).read("1,2,3") == nil)
  }

  /// The recoding values of the reference, for columns declared yes/no.
  @Test(
    .enabled("skipped: the reference values are not on this machine") {
      Places.shared("reference/csv/recode/values.json") != nil
    })
  func `the reference values of yes and no hold`() throws {
    let path = try #require(Places.shared("reference/csv/recode/values.json"))
    let values =
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
      as? [String: Any] ?? [:]
    let option = AnswerOption(code: "member", label: Bilingual("Adhérent"))
    let words = TickWords(choice: MultipleChoice(list: CodeList([option])), option: option)
    let asked = [("yes", "Oui"), ("no", "Non")]
    let ranked = [("yes", "Oui"), ("1", "Non")]
    for entry in try #require(values["yes_no"] as? [[String: Any]]) {
      let input = try #require(entry["input"] as? String)
      let expected = try #require(entry["expected"] as? String)
      let word = words.isTicked(input).map { $0 ? "yes" : "no" } ?? "missing"
      #expect(word == expected, "\(input)")
      #expect(single(input, asked) == expected, "\(input)")
      // An option that bears the word is what it says.
      if input == "1" { #expect(single(input, ranked) == "no") }
    }
    for entry in try #require(values["number"] as? [[String: Any]]) {
      let input = try #require(entry["input"] as? String)
      #expect(NumberFormat([input]).read(input) == entry["expected"] as? Double, "\(input)")
    }
  }
}

/// What a text means to a question of yes and no, by the decoder that every question goes through.
private func single(_ text: String, _ options: [(code: String, label: String)]) -> String {
  let list = CodeList(options.map { AnswerOption(code: $0.code, label: Bilingual($0.label)) })
  let question = Question(id: "q", text: Bilingual("q"), type: .single(list))
  let column = EncodedColumn(
    column: ExportColumn(position: 0, heading: "q"),
    codes: Codes(repeating: text.isEmpty ? 1 : 2, count: 1),
    values: [DistinctValue(text: text.isEmpty ? "-" : text, line: 2, record: 2)])
  let context = DecodingContext(
    layout: PlainSpreadsheet.layout(HeadRecords([[.init("q")]]), headerRecords: 1), file: "f",
    quartiers: [], recordCount: 1)
  guard
    case .codes(let codes) = SingleDecoder(question: question, list: list).decode(column, context)
      .answers
  else { return "?" }
  let code = Int(codes.codes[0])
  return code < 2
    ? ["yes", "no"][code] : codes.missingReason(of: code) == .invalid ? "?" : "missing"
}

@Suite struct SpreadsheetAccidentTests {
  @Test(
    arguments: [
      ("3-janv", SpreadsheetAccident.date), ("mai-25", .date), ("03-Jan", .date),
      ("1-févr.", .date),
      ("3,36E+10", .scientific), ("1E+12", .scientific), ("#N/A", .error), ("########", .error),
      ("#DIV/0!", .error), ("VRAI", .truth), ("FALSE", .truth), ("vrai", nil), ("18-25", nil),
      ("Mai 2025", nil), ("#1", nil), ("rez-de-chaussée", nil), ("E+10", nil), ("12-marsouin", nil),
    ] as [(String, SpreadsheetAccident?)])
  func `a value shows what happened to it, or nothing`(text: String, kind: SpreadsheetAccident?) {
    #expect(SpreadsheetAccident(text) == kind)
  }
}
