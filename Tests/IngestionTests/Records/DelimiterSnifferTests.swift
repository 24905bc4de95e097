import Testing

@testable import Ingestion

/// A text and the separator it must be found to have.
struct SniffCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var delimiter: Character
  var verdict = DelimiterEvidence.Verdict.constantWidth
  var width = 2

  init(
    _ name: String, _ text: String, _ delimiter: Character,
    _ verdict: DelimiterEvidence.Verdict = .constantWidth, width: Int = 2
  ) {
    (testDescription, self.text, self.delimiter) = (name, text, delimiter)
    (self.verdict, self.width) = (verdict, width)
  }
}

@Suite("DelimiterSniffer") struct DelimiterSnifferTests {
  static let cases: [SniffCase] = [
    SniffCase("comma", "a,b\n1,2\n3,4\n", ","),
    SniffCase("semicolon", "a;b\n1;2\n3;4\n", ";"),
    SniffCase("tab", "a\tb\n1\t2\n", "\t"),
    SniffCase("bar", "a|b\n1|2\n", "|"),
    SniffCase("header alone", "id;quartier;q1", ";", width: 3),
    SniffCase("decimal commas", "id;prix\n1;3,50\n2;4,20\n3;5,10\n", ";"),
    SniffCase("lists in cells", "id;liste\n1;a,b,c\n2;d,e,f\n", ";"),
    SniffCase("lists of semicolons", "id,liste,x\n1,a;b,1\n2,c;d,2\n", ",", width: 3),
    SniffCase("quoted separators", "\"a\";\"b\"\n\"1;2;3\";\"x\"\n\"4\";\"y\"\n", ";"),
    SniffCase("line breaks in quotes", "a,b\n\"1\n2;3\n4;5\",2\n6,7\n", ","),
    SniffCase("title above", "Enquête 2023\n\nid;q\n1;2\n3;4\n5;6\n", ";"),
    SniffCase(
      "three title rows", "Titre, sous-titre\nDate\n\nLieu\nid;q;r\n1;2;3\n4;5;6\n7;8;9\n", ";",
      width: 3),
    SniffCase("a fault under the right separator", "a;b\n1;2\n3;4\n5;\"x\"y\n", ";"),
    SniffCase("ragged", "a;b\n1;2\n3\n4;5\n6;7\n8\n", ";", .bestEffort),
    SniffCase("one column", "q1\nOui\nNon\n", ",", .oneColumn, width: 1),
    SniffCase(
      "one column of prose", "Ville\nParis, France\nLyon, France\nMende, France\n", ",", .oneColumn),
    SniffCase("nothing", "", ",", .oneColumn, width: 0),
  ]

  private static func sniffed(
    _ text: String, isWhole: Bool
  ) -> (delimiter: UInt8, evidence: DelimiterEvidence) {
    var sample = RecordBatch()
    sample.text.append(Array(text.utf8)[...])
    var sniffer = DelimiterSniffer()
    #expect(sniffer.hasSeenEnough(of: &sample, isWhole: isWhole) || !isWhole)
    return sniffer.verdict
  }

  @Test("Found", arguments: cases) func finds(_ input: SniffCase) throws {
    let (delimiter, evidence) = Self.sniffed(input.text, isWhole: true)
    #expect(Character(Unicode.Scalar(delimiter)) == input.delimiter)
    #expect(evidence.verdict == input.verdict)
    #expect(evidence.candidates.count == 4)
    if input.verdict != .oneColumn { #expect(evidence.candidates[0].width == input.width) }
  }

  @Test("A line sep= wins, in any form and under any line end") func separatorLine() {
    for end in ["\n", "\r\n", "\r"] {
      for line in ["sep=|", "SEP=|", "\"sep=|\""] {
        let outcome = Outcome("\(line)\(end)a;1|b;2\(end)c;3|d;4\(end)", ReadOptions())
        #expect(outcome.rows == [["a;1", "b;2"], ["c;3", "d;4"]])
      }
    }
    #expect(SeparatorLine(Array("sep=;".utf8)[...])?.length == 5)
    #expect(SeparatorLine(Array("sep=;x\n".utf8)[...]) == nil)
    #expect(SeparatorLine(Array("separator\n".utf8)[...]) == nil)
  }

  @Test("Lines are counted with the separator line, records without") func places() throws {
    let bytes = Array("sep=;\na;b\n1;\"2\"x\n".utf8)
    let outcome = Outcome(bytes, ReadOptions())
    #expect(outcome.location == ReadLocation(line: 3, record: 2, column: 2, byte: 15))
    let wide = EncodingCase.utf16("sep=;\r\na;b\r\n1;2", big: false)
    var reader = try RecordReader(bytes: wide)
    var batch = RecordBatch()
    #expect(try reader.next(into: &batch))
    #expect(batch.line(ofRow: 0) == 2)
    #expect(batch.byte(ofRow: 0) == 16)
  }

  @Test("A declared separator wins over a line sep=, which is still no record") func declared() {
    let outcome = Outcome("sep=;\na,b\n1,2\n", ReadOptions(delimiter: UInt8(ascii: ",")))
    #expect(outcome.rows == [["a", "b"], ["1", "2"]])
  }

  @Test("Few records are enough where one separator alone makes a table") func clear() {
    func enough(_ line: String, times: Int) -> Bool {
      var sample = RecordBatch()
      sample.text.append(Array(String(repeating: line, count: times).utf8)[...])
      var sniffer = DelimiterSniffer()
      return sniffer.hasSeenEnough(of: &sample, isWhole: false)
    }
    #expect(enough("a,b\n", times: 50))
    #expect(!enough("a,b\n", times: 49))
    #expect(!enough("a,b;c\n", times: 199))  // two tables
    #expect(enough("a,b;c\n", times: 200))
    #expect(!enough("a,b\nc,d,e\n", times: 60))  // two widths
  }

  @Test("A sample that ends inside a record counts whole records only") func cut() {
    let (delimiter, evidence) = Self.sniffed("a;b\n1;2\n3;\"4\n", isWhole: false)
    #expect(delimiter == UInt8(ascii: ";"))
    #expect(evidence.candidates[0].records == 2)
    #expect(!evidence.candidates[0].hasFault)
  }
}
