import SurveyModel
import Tabulation
import TestSupport
import Testing

@testable import Export

@Suite struct WorkbookTests {
  @Test func namesOfSheetsAreLegalAndUnique() {
    var names = SheetNames()
    let texts = [
      "Enquête / en ligne", "ENQUÊTE - EN LIGNE", "", "'Jeunes'", "History",
      "Enquête auprès des habitantes et des habitants – quartiers",
      "Enquête auprès des habitantes et des habitants – thèmes", "a[b]:c*d?e\\f",
      String(repeating: "🏘️", count: 20),
    ]
    let made = texts.map { names.name(for: $0) }
    #expect(Set(made.map { $0.lowercased() }).count == texts.count)
    for name in made {
      #expect(!name.isEmpty && name.utf16.count <= 31 && name.lowercased() != "history")
      #expect(!name.contains(where: { "[]:*?/\\".contains($0) }))
      #expect(!name.hasPrefix("'") && !name.hasSuffix("'"))
    }
    #expect(made[0] == "Enquête - en ligne" && made[1] == "ENQUÊTE - EN LIGNE 2")
  }

  /// The bytes depend on the tables and the language only.
  @Test(
    .enabled(if: ReportWorkbook.isAvailable, "needs libxlsxwriter"), arguments: Language.allCases)
  func theSameTablesGiveTheSameBytes(_ language: Language) throws {
    let tables = RendererTests.tables.map(\.1)
    let title = Bilingual(fr: "=1+1 & [Essai]", en: "=1+1 & [Trial]")
    let first = try #require(ReportWorkbook(of: tables, in: language, title: title).file())
    let second = try #require(ReportWorkbook(of: tables, in: language, title: title).file())
    #expect(first.path == "working/report.xlsx")
    #expect(first.bytes == second.bytes && first.bytes.starts(with: Array("PK".utf8)))
  }

  static let hasOpenpyxl =
    (try? Tool.launch("/usr/bin/env", ["python3", "-c", "import openpyxl"]))?.status == 0

  /// What another library reads in it: cells, formats, panes, pages, charts with their cells; and
  /// every sheet says who may read it.
  @Test(
    .enabled(
      if: ReportWorkbook.isAvailable && hasOpenpyxl, "needs libxlsxwriter and Python's openpyxl"),
    arguments: Language.allCases)
  func readsAsRecorded(_ language: Language) throws {
    let tables = RendererTests.tables.map(\.1) + [SampleCharts.scale, SampleCharts.themes]
    let title = Bilingual(fr: "=1+1 & [Essai]", en: "=1+1 & [Trial]")
    let file = try #require(ReportWorkbook(of: tables, in: language, title: title).file())
    let folder = try TemporaryFolder()
    let path = try folder.write("report.xlsx", file.bytes)
    let result = try Tool.launch(
      "/usr/bin/env", ["python3", Places.path("Tests/Oracles/workbook.py"), "--text", path])
    #expect(result.status == 0, "\(result.errors)")
    try Golden.check(result.output, "\(language.rawValue)/report.xlsx.txt")
    let notice = language == .french ? "ne pas diffuser" : "not for release"
    let sheets = result.output.split(separator: "\n# ").dropFirst()
    #expect(sheets.count > 4)
    for sheet in sheets {
      let lines = sheet.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("A2\t") && $0.contains(notice) }, "\(lines[0])")
      #expect(lines[1].contains(notice), "the header of \(lines[0])")
    }
  }

  /// A sheet is cut where tables begin; what is too wide for letters that are read takes two pages.
  @Test func pagesKeepTablesWhole() {
    var pages = SheetPages()
    for start in [3, 20, 40] { pages.begin(at: start) }
    pages.holds(width: 980)
    #expect(pages.pages(endingAt: 60) == (1, [20, 40]))
    pages.holds(width: 1960)
    #expect(pages.pages(endingAt: 60) == (1, []))
    pages.holds(width: 2450)
    #expect(pages.pages(endingAt: 60) == (2, [40]))
  }

  @Test func noTableGivesNoWorkbook() {
    #expect(ReportWorkbook(of: [], in: .french, title: Bilingual("x")).file() == nil)
  }
}
