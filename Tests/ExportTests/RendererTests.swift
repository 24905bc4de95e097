import Export
import SurveyModel
import Tabulation
import Testing

@Suite struct RendererTests {
  static let tables: [(String, PublishableTable)] = [
    ("multiple", SampleTables.multiple), ("crossed", SampleTables.crossed),
    ("priorities", SampleTables.priorities), ("ranking", SampleTables.ranking),
    ("nasty", SampleTables.nasty), ("inferred", SampleTables.inferred),
  ]
  static let renderers: [(String, any TableRenderer)] = [
    ("csv", CSVRenderer(.international)), ("fr.csv", CSVRenderer(.french)),
    ("json", JSONRenderer()), ("md", MarkdownRenderer()),
    ("80.txt", TerminalRenderer(width: 80)), ("200.txt", TerminalRenderer(width: 200)),
    ("colour.txt", TerminalRenderer(width: 100, hasColour: true)),
  ]

  @Test(arguments: Self.tables.indices, Self.renderers.indices)
  func rendersAsRecorded(_ table: Int, _ renderer: Int) throws {
    let (name, publishable) = Self.tables[table]
    let (ending, form) = Self.renderers[renderer]
    for language in Language.allCases where language == .french || ending != "fr.csv" {
      let text = form.render(publishable, in: language)
      try Golden.check(text, "\(language.rawValue)/\(name).\(ending)")
    }
  }

  @Test(arguments: [80, 200], Language.allCases)
  func podium(_ width: Int, _ language: Language) throws {
    let text = TerminalRenderer(width: width).podium(SampleTables.priorities, in: language)
    try Golden.check(text, "\(language.rawValue)/podium.\(width).txt")
  }
}
