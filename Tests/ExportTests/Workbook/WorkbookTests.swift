import SurveyModel
import Tabulation
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

  @Test func noTableGivesNoWorkbook() {
    #expect(ReportWorkbook(of: [], in: .french, title: Bilingual("x")).file() == nil)
  }
}
