import Testing

@testable import Ingestion

/// One rule: a text, and what must come of it. The separator is the comma.
struct Rule: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var rows: [[String]] = []
  var codes: [String] = []
  var error: ReadCode?
  var location = ReadLocation()

  init(_ name: String, _ text: String, rows: [[String]], codes: [String] = []) {
    (testDescription, self.text, self.rows, self.codes) = (name, text, rows, codes)
  }

  init(
    _ name: String, _ text: String, _ error: ReadCode, line: Int?, record: Int? = nil,
    column: Int? = nil, byte: Int? = nil, codes: [String] = []
  ) {
    (testDescription, self.text, self.error) = (name, text, error)
    location = ReadLocation(line: line, record: record, column: column, byte: byte)
    self.codes = (codes + [error.rawValue]).sorted()
  }
}

@Suite("Rules of structure") struct RuleTests {
  static let accepted: [Rule] = [
    Rule("plain", "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
    Rule("CRLF", "a,b\r\n1,2\r\n", rows: [["a", "b"], ["1", "2"]]),
    Rule("no line end at the end", "a,b\n1,", rows: [["a", "b"], ["1", ""]]),
    Rule("quoted cell at the end", "a,b\n1,\"2\"", rows: [["a", "b"], ["1", "2"]]),
    Rule("blanks are content", "a,b\n 1 ,\t2\t\n", rows: [["a", "b"], [" 1 ", "\t2\t"]]),
    Rule(
      "doubled quotes", "a,b\n\"\"\"x\"\"\",\"y \"\"z\"\"\"\n",
      rows: [["a", "b"], ["\"x\"", "y \"z\""]]),
    Rule("empty quotes", "a,b\n\"\",\n", rows: [["a", "b"], ["", ""]]),
    Rule(
      "line ends in quotes", "a,b\n\"1\r\n2\",\"\r\"\n", rows: [["a", "b"], ["1\r\n2", "\r"]]),
    Rule("separator in quotes", "a,b\n\"1,2\",3\n", rows: [["a", "b"], ["1,2", "3"]]),
    Rule("backslash is text", "a,b\n\\,\\n\n", rows: [["a", "b"], ["\\", "\\n"]]),
    Rule(
      "bare quote", "a,b\nx\"y,\"1\"\"2\"\n", rows: [["a", "b"], ["x\"y", "1\"2"]],
      codes: ["W_BARE_QUOTE"]),
    Rule(
      "mixed line ends", "a,b\n1,2\r\n", rows: [["a", "b"], ["1", "2"]], codes: ["W_MIXED_EOL"]),
    Rule(
      "lone CR", "a,b\n1,2\r3,4\n", rows: [["a", "b"], ["1", "2"], ["3", "4"]], codes: ["W_LONE_CR"]
    ),
    Rule("CR only", "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]], codes: ["W_CR_EOL"]),
    Rule(
      "blank lines", "\na,b\n\n1,2\n\n", rows: [["a", "b"], ["1", "2"]], codes: ["W_BLANK_LINE"]),
    Rule(
      "blank lines of one column", "\na\n\n1\n\n", rows: [["a"], [""], ["1"], [""]],
      codes: ["W_BLANK_LINE"]),
    Rule("quoted empty line of one column", "a\n\"\"\n1\n", rows: [["a"], [""], ["1"]]),
    Rule(
      "ragged", "a,b\n1\n1,2,3\n", rows: [["a", "b"], ["1"], ["1", "2", "3"]],
      codes: ["W_RAGGED_LONG", "W_RAGGED_SHORT"]),
    Rule("header only", "a,b\n", rows: [["a", "b"]], codes: ["W_HEADER_ONLY"]),
    Rule(
      "headings", "a, a\u{A0},,\u{E9},e\u{301}\n1,2,3,4,5\n",
      rows: [["a", " a\u{A0}", "", "\u{E9}", "e\u{301}"], ["1", "2", "3", "4", "5"]],
      codes: ["W_DUP_HEADER", "W_EMPTY_HEADER", "W_NOT_NFC"]),
    Rule(
      "headings are compared as text", "x\"y,\" x\"\"y\"\n1,2\n",
      rows: [["x\"y", " x\"y"], ["1", "2"]],
      codes: ["W_BARE_QUOTE", "W_DUP_HEADER"]),
    Rule(
      "zero width", "a,b\n\u{200B}1,2\n", rows: [["a", "b"], ["\u{200B}1", "2"]],
      codes: ["W_ZERO_WIDTH"]),
    Rule("emoji with joiner", "a,b\n👩‍💻,❤️\n", rows: [["a", "b"], ["👩‍💻", "❤️"]]),
    Rule(
      "joiner in a word", "a,b\nx\u{200D}y,2\n", rows: [["a", "b"], ["x\u{200D}y", "2"]],
      codes: ["W_ZERO_WIDTH"]),
    Rule(
      "control", "a,b\n\u{1},\u{85}\n", rows: [["a", "b"], ["\u{1}", "\u{85}"]],
      codes: ["W_CONTROL"]),
    Rule(
      "typography", "a,b\n« l’été » – 3 €…,œuvre\n",
      rows: [["a", "b"], ["« l’été » – 3 €…", "œuvre"]]),
    Rule("separator line", "sep=,\na,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
  ]

  static let refused: [Rule] = [
    Rule("nothing", "", .emptyFile, line: nil),
    Rule("blank lines only", "\r\n\r\n", .emptyFile, line: nil, codes: ["W_BLANK_LINE"]),
    Rule("stray", "a,b\n\"1\"x,2\n", .strayAfterQuote, line: 2, record: 2, column: 1, byte: 7),
    Rule(
      "blank after quote", "a,b\n\"1\" ,2\n", .strayAfterQuote, line: 2, record: 2, column: 1,
      byte: 7),
    Rule(
      "stray lower down", "a,b\n1,\"\n\n\"x\n", .strayAfterQuote, line: 4, record: 2, column: 2,
      byte: 10),
    Rule(
      "blank before quote", "a,b\n1, \"2\"\n", .spaceBeforeQuote, line: 2, record: 2, column: 2,
      byte: 7),
    Rule(
      "unterminated", "a,b\n1,2\n3,\"4\n5,6\n", .unterminatedQuote, line: 3, record: 3, column: 2,
      byte: 10),
    Rule(
      "opened below the record's line", "a,b\n\"\n\",\"4", .unterminatedQuote, line: 3, record: 2,
      column: 2, byte: 8),
    Rule(
      "with what was seen before", "a,a\n\nx\"y,2,3\nz\"y,\"1\"x\n", .strayAfterQuote, line: 4,
      record: 3, column: 2, byte: 20,
      codes: ["W_BARE_QUOTE", "W_BLANK_LINE", "W_DUP_HEADER", "W_RAGGED_LONG"]),
  ]

  @Test("Accepted", arguments: accepted) func accepts(_ rule: Rule) {
    let outcome = Outcome(rule.text)
    #expect(
      outcome.rows.map { $0.map { Array($0.utf8) } } == rule.rows.map { $0.map { Array($0.utf8) } })
    #expect(outcome.codes == rule.codes)
    #expect(outcome.error == nil)
  }

  @Test("Refused", arguments: refused) func refuses(_ rule: Rule) {
    let outcome = Outcome(rule.text)
    #expect(outcome.error == rule.error)
    #expect(outcome.location == rule.location)
    #expect(outcome.codes == rule.codes)
  }

  @Test("Every chunk size gives the same", arguments: accepted + refused) func chunks(_ rule: Rule)
  {
    let whole = Outcome(rule.text)
    for chunk in 1...9 {
      var options = ReadOptions(delimiter: UInt8(ascii: ","))
      options.chunkBytes = chunk
      #expect(Outcome(rule.text, options) == whole, "chunks of \(chunk)")
    }
  }

  @Test("A separator may be a tab or a bar") func separators() {
    let rows = [["a ", "\tb"], ["1", "2"]]
    #expect(Outcome("a |\tb\n1|2\n", ReadOptions(delimiter: UInt8(ascii: "|"))).rows == rows)
    #expect(Outcome("a\t\"b\"\n\t\n", ReadOptions(delimiter: 9)).rows == [["a", "b"], ["", ""]])
    #expect(Outcome("a\t \"b\"\n", ReadOptions(delimiter: 9)).error == .spaceBeforeQuote)
  }
}
