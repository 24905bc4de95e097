import SurveyModel
import Tabulation
import TestSupport
import Testing

@testable import Export

@Suite struct ReportTests {
  static let tables = [
    SampleTables.priorities, SampleTables.multiple, SampleTables.ranking, SampleCharts.scale,
    SampleCharts.themes, SampleTables.crossed.renamed("opinion"),
  ]

  static func page(_ language: Language, _ tables: [PublishableTable] = tables) -> String {
    let charts = charts(of: tables, in: language)
    let details = ReportDetails(
      title: Bilingual(fr: "Concertation d’essai", en: "Trial consultation"))
    return String(
      decoding: report(of: tables, charts: charts, details: details, in: language),
      as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func asRecorded(_ language: Language) throws {
    try Golden.check(Self.page(language), "\(language.rawValue)/report.html")
  }

  @Test func everyNumberOfATableIsAFigure() {
    var known: Set<String> = []
    for publishable in Self.tables {
      let figures = figures(of: publishable)
      let all =
        figures.columns.flatMap(\.all) + figures.entries.flatMap { $0.flatMap(\.all) }
      for figure in all {
        if let label = figure.label(.french) {
          known.insert("\(publishable.table.id.path) \(figure.measure.word) \(label)")
        }
      }
    }
    var count = 0
    for part in Self.page(.french).split(separator: "<table data-t=\"").dropFirst() {
      let path = part.prefix { $0 != "\"" }
      let table = part.prefix(upTo: part.firstRange(of: "</table>")!.lowerBound)
      for cell in table.matches(of: #/<td[^>]* data-m="([a-z-]+)">([^<]*)</td>/#) {
        count += 1
        #expect(known.contains("\(path) \(cell.1) \(cell.2)"), "\(path) \(cell.1) \(cell.2)")
      }
      // A cell with a digit that is no figure must not be there.
      for cell in table.matches(of: #/<td(?![^>]*data-m)[^>]*>([^<]*[0-9][^<]*)</td>/#) {
        Issue.record("\(path): \(cell.1)")
      }
    }
    #expect(count > 300)
  }

  @Test func linksLeadSomewhereAndIdsAreUnique() {
    let page = Self.page(.french)
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(link.1))) }
    for name in page.matches(of: #/aria-(?:labelled|described)by="([^"]+)"/#) {
      for id in name.1.split(separator: " ") { #expect(ids.contains(String(id))) }
    }
    let addresses = page.matches(of: #/https?:/#).count
    #expect(addresses == page.matches(of: #/xmlns="http:/#).count)
  }

  @Test func labelsAreEscaped() {
    let page = Self.page(.french, [SampleTables.nasty, SampleTables.priorities])
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(page.matches(of: #/<script/#).count == 1)
    #expect(!page.contains("<b>gras") && !page.contains("\u{1B}") && !page.contains("\u{202E}"))
  }

  /// Nothing in a page of one language is said in the other.
  @Test(arguments: Language.allCases)
  func nothingIsHalfTranslated(_ language: Language) {
    let other: Language = language == .french ? .english : .french
    let page = Self.page(language)
    let visible = VisibleText.blocks(page).joined(separator: "\n")
    let words = WordingTests.texts.filter {
      $0[language] != $0[other] && $0[other].count >= 5 && !$0[language].contains($0[other])
    }
    #expect(words.count > 60)
    let own = WordingTests.texts.map { Typography.set($0[language], language) }
    for word in words {
      let foreign = Typography.set(word[other], other)
      guard !own.contains(where: { $0.contains(foreign) }) else { continue }
      #expect(!visible.contains(foreign), "\(foreign)")
    }
  }

  @Test func frenchNumbersAndSpaces() {
    let visible = VisibleText.blocks(Self.page(.french)).joined(separator: "\n")
    #expect(visible.contains("41,4\u{A0}%") && visible.contains("n\u{A0}=\u{A0}157"))
    #expect(!visible.contains(#/[0-9] ?%/#) && !visible.contains(#/ [:;?!]/#))
    #expect(!visible.contains(#/[0-9]\.[0-9]/#))
    let english = VisibleText.blocks(Self.page(.english)).joined(separator: "\n")
    #expect(english.contains("41.4%") && !english.contains(#/[0-9],[0-9](?![0-9]{2})/#))
  }

  @Test func profileQuestions() {
    var table = SampleTables.multiple.table
    func isProfile(_ id: String, _ type: String) -> Bool {
      table.question?.id = id
      table.question?.type = type
      return TableLayout(.workingEdition(table), .french).isProfile
    }
    #expect(isProfile("age", "single") && isProfile("Votre âge", "single"))
    #expect(isProfile("where", "quartier"))
    #expect(!isProfile("age", "multiple") && !isProfile("topics", "single"))
  }
}

extension PublishableTable {
  /// Under another name, so that it may stand beside the first.
  func renamed(_ name: String) -> PublishableTable {
    var table = table
    table.id.name = name
    return .workingEdition(table)
  }
}
