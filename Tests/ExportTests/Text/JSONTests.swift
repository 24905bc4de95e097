import Export
import Foundation
import SurveyModel
import Tabulation
import Testing

@Suite struct JSONWriterTests {
  @Test func writesInOrderOnOneLine() {
    var json = JSONWriter()
    json.object { json in
      json.field("b", 1)
      json.field("a", "x")
      json.field("n", Int?.none)
      json.field("t", true)
      json.array("l") { json in
        json.value(1)
        json.value("é")
        json.object { _ in }
        json.array { _ in }
        json.null()
      }
      json.object("o") { json in json.field("k", 0.5) }
    }
    #expect(
      json.text == #"{"b":1,"a":"x","n":null,"t":true,"l":[1,"é",{},[],null],"o":{"k":0.5}}"# + "\n"
    )
  }

  @Test func laysOutTheOuterContainers() {
    var json = JSONWriter(expandedDepth: 2)
    json.object { json in
      json.array("rows") { json in
        json.object { json in
          json.field("a", 1)
          json.field("b", 2)
        }
        json.object { json in json.field("a", 3) }
      }
      json.array("none") { _ in }
    }
    #expect(
      json.text == """
        {
          "rows": [
            {"a": 1, "b": 2},
            {"a": 3}
          ],
          "none": []
        }

        """)
  }

  @Test(arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n\r\t", #"\n\r\t"#),
    ("\u{0}\u{1B}\u{7F}", #"\u0000\u001b\u007f"#),
    ("\u{9B}31m", #"\u009b31m"#), ("\u{A0}é日🏳️‍🌈", "\u{A0}é日🏳️‍🌈"), ("\u{C2}", "\u{C2}"),
  ])
  func escapes(_ input: String, _ expected: String) {
    var json = JSONWriter()
    json.value(input)
    #expect(json.text == "\"\(expected)\"\n")
    var bytes = JSONWriter()
    bytes.value(utf8: Array(input.utf8))
    #expect(bytes.bytes == json.bytes)
  }

  @Test(arguments: [
    (41.40127388535032, "41.40127388535032"), (0.1, "0.1"), (100, "100.0"), (1e-7, "1e-07"),
    (.nan, "null"), (.infinity, "null"), (-0.5, "-0.5"),
  ])
  func numbersReadBackOrAreNull(_ value: Double, _ expected: String) {
    var json = JSONWriter()
    json.value(value)
    #expect(json.text == expected + "\n")
  }

  @Test func drainsInPieces() {
    var json = JSONWriter()
    var out: [UInt8] = []
    json.array { json in
      for number in 0..<3 {
        json.value(number)
        out += json.drain()
      }
    }
    #expect(String(decoding: out + json.bytes, as: UTF8.self) == "[0,1,2]\n")
  }
}

@Suite struct JSONRendererTests {
  struct Document: Decodable {
    struct Source: Decodable {
      var file: String?
      var records: Int
    }
    struct Row: Decodable {
      var code: String?
      var label: String
      var group: String?
      var n: Int?
      var percent: Double?
      var percentOf: String?
      var missing: String?
      var reason: String?
    }
    struct Base: Decodable {
      var n: Int
      var text: String
    }
    struct Table: Decodable {
      var question: String
      var type: String?
      var by: String?
      var base: Base?
      var rows: [Row]
      var total: [Row]?
    }
    var schema: Int
    var source: Source?
    var tables: [Table]
  }

  private func document(_ table: PublishableTable) throws -> Document {
    let ledger = try #require(Ledger(read: 158, accepted: 158, excluded: [], quarantined: []))
    let source = JSONRenderer.SourceSummary(file: "phone.csv", ledger: ledger)
    let renderer = JSONRenderer(sources: ["phone": source])
    let text = renderer.render(table, in: .french)
    return try JSONDecoder().decode(Document.self, from: Data(text.utf8))
  }

  @Test func aDistributionAsTheContractHasIt() throws {
    let document = try document(SampleTables.multiple)
    #expect(document.schema == 1)
    #expect(document.source?.records == 158)
    let table = try #require(document.tables.first)
    #expect(table.question == "topics" && table.type == "multiple" && table.by == nil)
    #expect(table.base?.n == 157 && table.base?.text == "répondants à la question")
    // Both percentages of seven options, and two states of missing.
    #expect(table.rows.count == 16)
    #expect(table.rows[0].n == 65 && table.rows[0].percent == 6500.0 / 157)
    #expect(table.rows[0].percentOf == "respondents" && table.rows[1].percentOf == "mentions")
    let last = try #require(table.rows.last)
    #expect(last.missing == "noAnswer" && last.code == nil && last.n == 1)
    #expect(last.percent == nil && last.percentOf == nil)
  }

  @Test func aCrossTabulationHasARowPerOptionAndGroup() throws {
    let document = try document(SampleTables.crossed)
    #expect(document.source == nil)
    let table = try #require(document.tables.first)
    #expect(table.by == "quartier" && table.rows.allSatisfy { $0.group != nil })
    #expect(table.total?.allSatisfy { $0.group == nil } == true)
    let options = table.rows.filter { $0.code == "s1" }
    #expect(options.map(\.group) == SampleTables.quartiers.map(\.1))
    #expect(options.last?.percent == nil && options.last?.n == 0)
    #expect(options.last?.reason == SampleTables.empty.fr)
  }
}
