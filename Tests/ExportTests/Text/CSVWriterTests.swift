import Export
import Foundation
import SurveyModel
import Tabulation
import Testing

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+33612345678", "'+33612345678"), ("-5 rue", "'-5 rue"),
    ("@SUM(A1)", "'@SUM(A1)"), ("\t=1+1", "'\t=1+1"), ("\r=1", "'\r=1"), ("-5", "-5"),
    ("-12,5", "-12,5"), ("+3,2", "+3,2"), ("a=1", "a=1"), ("", ""), ("Nord", "Nord"),
    // Full-width signs, and signs behind blanks and invisible characters.
    ("\u{FF1D}1+1", "'\u{FF1D}1+1"), ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"),
    ("\u{FF20}A1", "'\u{FF20}A1"), (" =1+1", "' =1+1"), ("\u{A0}=1", "'\u{A0}=1"),
    ("\u{200B}=1+1", "'\u{200B}=1+1"), ("\u{FEFF}@a", "'\u{FEFF}@a"), ("\n=1", "'\n=1"),
    ("\r\n=1", "'\r\n=1"), ("-", "'-"), ("-5,", "'-5,"), ("--5", "'--5"), ("-1,2,3", "'-1,2,3"),
    ("-1.5", "-1.5"), ("'=1", "'=1"), ("é=1", "é=1"), ("« =1 »", "« =1 »"),
    ("\u{1B}[31m", "\u{241B}[31m"), ("a\u{0}b", "a\u{2400}b"),
  ])
  func cellsThatWouldRunAreMadeHarmless(_ input: String, _ expected: String) {
    #expect(Array(CSVWriter.harmless(input).utf8) == Array(expected.utf8))
  }

  @Test func quotesWhatMustBeQuoted() {
    var csv = CSVWriter(.international)
    csv.record([
      .text("a,b"), .text("a;b"), .text("\"x\""), .text("l\nm"), .text(" a"), .text("b c"),
    ])
    #expect(csv.text == "\"a,b\",\"a;b\",\"\"\"x\"\"\",\"l\nm\",\" a\",b c\n")
  }

  @Test func theTwoForms() {
    let cells: [CSVValue] = [
      .text("é"), .whole(-3), .real(41.40127388535032), .real(40), .real(.nan), .empty,
    ]
    var plain = CSVWriter(.international)
    plain.record(cells)
    #expect(plain.text == "é,-3,41.40127388535032,40,,\n")
    var french = CSVWriter(.french)
    french.record(cells)
    #expect(french.text == "\u{FEFF}é;-3;41,40127388535032;40;;\r\n")
  }

  /// Another reader finds the cells that were written, in every recorded CSV file.
  @Test(.enabled(if: Python.isThere)) func readsBackWithPython() throws {
    for (name, table) in RendererTests.tables {
      for form in CSVForm.allCases {
        let text = CSVRenderer(form).render(table, in: .french)
        let rows = try Python.csvRows(text, delimiter: form == .french ? ";" : ",")
        #expect(Set(rows.map(\.count)).count == 1, "\(name)")
        let heading = form == .french ? "ligne" : "row_label"
        let place = try #require(rows[0].firstIndex(of: heading))
        let labels = Set(rows.dropFirst().map { $0[place] })
        #expect(labels == Set(table.table.stub.map { CSVWriter.harmless($0.label.fr) }), "\(name)")
      }
    }
  }

  @Test func bothFormsHaveTheSameColumns() throws {
    for (_, table) in RendererTests.tables {
      let plain = CSVRenderer(.international).render(table, in: .french)
      let french = CSVRenderer(.french).render(table, in: .english)
      let first = plain.prefix { $0 != "\n" }.split(separator: ",")
      let second = french.prefix { $0 != "\r\n" }.split(separator: ";")
      #expect(first.count == second.count)
      #expect(!Set(first).contains { $0.contains(" ") })
    }
  }
}

/// The csv module of Python's standard library, where Python is installed.
enum Python {
  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  static func csvRows(_ text: String, delimiter: String) throws -> [[String]] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let program = """
      import csv, json, sys
      with open(sys.argv[1], newline="", encoding="utf-8-sig") as f:
          print(json.dumps(list(csv.reader(f, delimiter=sys.argv[2], strict=True))))
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", program, file.path, delimiter]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([[String]].self, from: data)
  }
}
