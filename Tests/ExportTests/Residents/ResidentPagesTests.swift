import SurveyModel
import Tabulation
import TestSupport
import Testing

@testable import Export

@Suite struct ResidentPagesTests {
  static let tables = Disclosure().publicEdition(of: [
    SampleTables.priorities.table, SampleCharts.scale.table,
  ])

  static func pages(_ language: Language) -> [ResultFile] {
    let details = ReportDetails(
      title: Bilingual(fr: "Concertation d’essai", en: "Trial consultation"))
    return residentFiles(of: tables, details: details, in: language)
  }

  @Test func aPageAQuartier() {
    #expect(
      Self.pages(.french).map(\.path)
        == SampleTables.quartiers.map { "residents/\($0.0).html" })
  }

  @Test func notForTheWorkingEdition() {
    let files = residentFiles(
      of: [SampleTables.priorities], details: ReportDetails(), in: .french)
    #expect(files.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func asRecorded(_ language: Language) throws {
    for file in Self.pages(language) where !file.path.contains("grazailles") {
      try Golden.check(
        String(decoding: file.bytes, as: UTF8.self), "\(language.rawValue)/\(file.path)")
    }
  }

  static let sentences: [(Language, String)] = Language.allCases.flatMap { language in
    pages(language).flatMap { file in
      VisibleText.blocks(String(decoding: file.bytes, as: UTF8.self)).flatMap { block in
        block.split { ".?!:".contains($0) }.map { (language, String($0)) }
      }
    }
  }

  @Test func sentencesAreShort() {
    #expect(Self.sentences.count > 80)
    for (_, sentence) in Self.sentences {
      #expect(ResidentPage.words(sentence) <= ResidentPage.longest, "\(sentence)")
    }
  }

  @Test func wordsAreEveryday() {
    let terms = [
      "base", "échantillon", "pondér", "tri ", "modalité", "effectif", "médiane", "intervalle",
      "volontaire", "aléatoire", "statisti", "secret", "citation", "redress", "marge", "%",
      "sample", "weight", "median", "interval", "respondent", "count", "category", "margin",
      "suppress", "tirage", "rang ", "rank",
    ]
    for (_, sentence) in Self.sentences {
      for term in terms { #expect(!sentence.lowercased().contains(term), "\(sentence)") }
    }
  }

  /// What the public edition withholds is not on a page.
  @Test func onlyFiguresThatAreShown() throws {
    var shown: Set<String> = []
    for publishable in Self.tables {
      let table = publishable.table
      let figures = figures(of: publishable)
      func add(_ figure: Figure, _ row: String, _ column: Int) {
        guard figure.quantity != nil, let label = figure.label(.french) else { return }
        let place = table.banner[column].source + ":" + table.columnName(column)
        shown.insert("\(table.id.path)|\(row)|\(place)|\(figure.measure.word)|\(label)")
      }
      for (column, heading) in figures.columns.enumerated() {
        for figure in heading.all { add(figure, "", column) }
      }
      for (row, entries) in figures.entries.enumerated() {
        for (column, entry) in entries.enumerated() {
          for figure in entry.all { add(figure, table.rowName(row), column) }
        }
      }
    }
    var count = 0
    for file in Self.pages(.french) {
      let page = String(decoding: file.bytes, as: UTF8.self)
      for match in page.matches(
        of: #/<b data-t="([^"]*)" data-r="([^"]*)" data-c="([^"]*)" data-m="([^"]*)">([^<]*)</b>/#)
      {
        count += 1
        #expect(
          shown.contains("\(match.1)|\(match.2)|\(match.3)|\(match.4)|\(match.5)"),
          "\(match.output)")
      }
      let others = VisibleText.blocks(
        page.replacing(#/<b data-t[^>]*>[^<]*</b>/#, with: "")
      ).filter { $0.contains(#/[0-9]/#) }
      #expect(others.isEmpty, "\(others)")
    }
    #expect(count > 20)
  }

  @Test func boxesAreReadBack() {
    #expect(
      ResidentPage.answers(inBox: "Total favorable (Très bien + Plutôt bien)")
        == ["Très bien", "Plutôt bien"])
    #expect(ResidentPage.answers(inBox: "Très bien") == [])
  }
}
