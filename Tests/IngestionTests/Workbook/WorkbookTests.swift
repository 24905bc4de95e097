import Foundation
import SurveyModel
import TestSupport
import Testing

@testable import Ingestion

/// Workbooks, against what openpyxl reads in them (`fixtures/workbooks/expected.json`).
@Suite("Workbooks") struct WorkbookTests {
  private static let folder = "fixtures/workbooks/"

  private static func path(_ name: String) -> String { Places.path(folder + name) }

  private static func expected() throws -> [String: [String: [[String]]]] {
    let data = try Data(contentsOf: URL(filePath: path("expected.json")))
    return try JSONDecoder().decode([String: [String: [[String]]]].self, from: data)
  }

  @Test(
    "Every cell is the one that openpyxl reads",
    arguments: ["microsoft-forms.xlsx", "phone.xlsx", "inline.xlsx", "libreoffice.xlsx"])
  func cells(file: String) throws {
    let sheets = try #require(try Self.expected()[file])
    for (sheet, rows) in sheets {
      for chunk in [1, 7, 1 << 18] {
        var options = ReadOptions(sheet: sheet)
        options.chunkBytes = chunk
        let read = try RecordReader.readAllRows(path: Self.path(file), options: options)
        #expect(read.rows == rows, "\(file), \(sheet), chunks of \(chunk)")
        #expect(read.report.workbook?.sheet == sheet)
      }
    }
  }

  @Test("Bytes in memory read like the file") func memory() throws {
    let path = Self.path("microsoft-forms.xlsx")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let memory = try RecordReader.readAllRows(bytes: bytes).rows
    #expect(try memory == RecordReader.readAllRows(path: path).rows)
  }

  @Test("What a person must know of the sheet is said, with the cells") func notes() throws {
    let options = ReadOptions(sheet: "réponses")
    let report = try RecordReader.readAllRows(path: Self.path("phone.xlsx"), options: options)
      .report
    let notes = try #require(report.workbook?.notes)
    #expect(notes.hiddenRows == [10, 11])
    #expect(notes.hiddenColumns == [4])
    #expect(notes.merged == ["A1:F1"])
    #expect(notes.formulas.count == 30)
    #expect(notes.emptyFormulas.first == ["G8"])
    #expect(notes.errors.first == ["F20"])
    #expect(notes.dates.count == 30)
    #expect(notes.percents.count == 30)
    let said = report.problems(in: "phone.xlsx").map { $0.text(.english) }
    #expect(
      said.contains {
        $0.hasPrefix(
          "phone.xlsx: sheet “Réponses”: warning: 2 hidden row(s), read like the others: 10-11")
      })
    #expect(said.contains { $0.contains("1 formula(s) without a saved value, read as empty: G8") })
    #expect(said.contains { $0.contains("#REF!…), kept as they are: F20") })
  }

  @Test("Other sheets are named when the first is taken by itself") func otherSheets() throws {
    let report = try RecordReader.readAllRows(path: Self.path("phone.xlsx")).report
    #expect(report.workbook?.sheet == "Plan de codes")
    let said = report.problems(in: "phone.xlsx").map { $0.text(.french) }
    #expect(
      said.contains {
        $0.contains("autres feuilles, non lues\u{A0}: «\u{A0}Réponses\u{A0}», «\u{A0}Brouillon")
      })
  }

  @Test(
    "What is no sound workbook is refused",
    arguments: [
      ("bomb.xlsx", "E_XLSX_TOO_LARGE", "unpacked, the workbook is far larger than any survey"),
      ("doctype.xlsx", "E_XLSX_DAMAGED", "(xl/worksheets/sheet1.xml)"),
      ("bad-index.xlsx", "E_XLSX_DAMAGED", "sheet “Été & hiver”, A1 cannot be read"),
      ("backwards.xlsx", "E_XLSX_DAMAGED", "sheet “Été & hiver”"),
      ("truncated.xlsx", "E_XLSX_DAMAGED", "damaged or incomplete (zip)"),
      ("flipped.xlsx", "E_XLSX_DAMAGED", "(xl/worksheets/sheet1.xml)"),
      ("encrypted.xlsx", "E_XLSX_ENCRYPTED", "protected by a password"),
      ("legacy.xls", "E_XLSX_LEGACY", "Excel 97-2003"),
      ("text.docx", "E_XLSX_NOT_A_WORKBOOK", "a file of Word"),
    ])
  func refusals(file: String, code: String, text: String) {
    let failure = #expect(throws: ReadFailure.self) {
      _ = try RecordReader.readAllRows(path: Self.path(file))
    }
    #expect(failure?.code == code)
    let problem = failure?.problem(in: file)
    #expect(problem?.message.en.contains(text) == true, "\(problem?.message.en ?? "")")
    #expect(problem?.fix != nil)
  }

  @Test("Options that a file has no use for are refused") func options() {
    func code(_ path: String, _ options: ReadOptions) -> String? {
      do throws(ReadFailure) {
        _ = try RecordReader.readAllRows(path: path, options: options)
        return nil
      } catch {
        return error.code
      }
    }
    let workbook = Self.path("microsoft-forms.xlsx")
    #expect(code(workbook, ReadOptions(delimiter: 0x3B)) == "E_XLSX_OPTION")
    #expect(code(workbook, ReadOptions(encoding: .utf8)) == "E_XLSX_OPTION")
    #expect(code(workbook, ReadOptions(sheet: "Feuil9")) == "E_XLSX_NO_SHEET")
    #expect(code(workbook, ReadOptions(sheet: "1")) == nil)
    let text = Places.path("fixtures/dialects/google-forms.csv")
    #expect(code(text, ReadOptions(sheet: "1")) == "E_XLSX_OPTION")
  }

  @Test("A damaged workbook never traps, whatever byte is changed or cut") func fuzz() throws {
    let names = ["inline.xlsx", "phone.xlsx"]
    for (index, name) in names.enumerated() {
      let whole = [UInt8](try Data(contentsOf: URL(filePath: Self.path(name))))
      var random = Random(seed: UInt64(index))
      for _ in 0..<150 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          bytes[Int.random(in: 4..<bytes.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
          bytes.removeLast(Int.random(in: 1..<bytes.count - 4, using: &random))
        }
        do throws(ReadFailure) {
          _ = try RecordReader.readAllRows(bytes: bytes)
        } catch {
          #expect(error.code != nil)
        }
      }
    }
  }
}

@Suite("Numbers of a workbook") struct StoredNumberTests {
  @Test(
    "Days, against openpyxl.utils.datetime.from_excel",
    arguments: [
      (45_000.0, "2023-03-15"), (1.0, "1900-01-01"), (59.0, "1900-02-28"), (61.0, "1900-03-01"),
      (36_585.0, "2000-02-29"), (45_351.604_166_666_664, "2024-02-29 14:30:00"),
      (45_291.999_999_9, "2024-01-01"), (2_958_465.0, "9999-12-31"),
    ])
  func dates(serial: Double, text: String) {
    #expect(StoredNumber.date(serial, is1904: false) == text)
  }

  @Test("What is no day") func noDates() {
    #expect(StoredNumber.date(60, is1904: false) == nil)
    #expect(StoredNumber.date(-1, is1904: false) == nil)
    #expect(StoredNumber.date(2_958_466, is1904: false) == nil)
    #expect(StoredNumber.date(0, is1904: true) == "1904-01-01")
    #expect(StoredNumber.date(43_538, is1904: true) == "2023-03-15")
    #expect(StoredNumber.time(1.5) == "36:00:00")
  }

  @Test(
    "Plain decimals",
    arguments: [
      (33_612_345_678, "33612345678"), (0.1, "0.1"), (-2.5, "-2.5"), (1e-5, "0.00001"),
      (1.25e-7, "0.000000125"), (1e21, "1000000000000000000000"),
      (-1.5e22, "-15000000000000000000000"),
      (0.30000000000000004, "0.30000000000000004"),
    ] as [(Double, String)])
  func plain(number: Double, text: String) {
    #expect(StoredNumber.plain(number) == text)
    #expect(Double(text) == number)
  }

  @Test(
    "Formats",
    arguments: [
      ("General", .plain), ("0.00", .plain), ("dd/mm/yyyy", .date), ("[$-40C]d mmmm yyyy;@", .date),
      ("h:mm AM/PM", .time), ("[h]:mm:ss", .time), ("0%", .percent),
      ("0.0\" dossiers par jour\"", .plain),
      ("[Red]0;[Blue]-0", .plain), ("mmm-yy", .date), ("#,##0 \\d", .plain), ("m/d/yy h:mm", .date),
    ] as [(String, CellFormat)])
  func formats(code: String, format: CellFormat) {
    #expect(CellFormat(code: code) == format)
  }

  @Test("Names of cells") func names() {
    #expect(CellName.letters(1) == "A" && CellName.letters(28) == "AB")
    #expect(CellName.letters(16_384) == "XFD")
    #expect(CellName.parse("XFD1048576")! == (16_384, 1_048_576))
    #expect(CellName.parse("XFE1") == nil && CellName.parse("A0") == nil)
    #expect(CellName.parse("1A") == nil && CellName.parse("A") == nil)
  }
}
