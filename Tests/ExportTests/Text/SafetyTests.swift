import SurveyModel
import Tabulation
import Testing

@testable import Export

/// What a label may not do, in any form of output.
@Suite struct SafetyTests {
  static let forms: [any TableRenderer] =
    tableFileRenderers().map { $0 } + [TerminalRenderer(width: 80), TerminalRenderer(width: 200)]

  @Test(arguments: Self.forms.indices, Language.allCases)
  func noControlCharacterReachesAScreen(_ form: Int, _ language: Language) {
    let text = Self.forms[form].render(SampleTables.nasty, in: language)
    for scalar in text.unicodeScalars {
      let isLayout = scalar == "\n" || scalar == "\r" || scalar == "\t"
      let isControl = scalar.properties.generalCategory == .control && !isLayout
      #expect(!isControl, "U+\(String(scalar.value, radix: 16))")
      #expect(scalar != "\u{202E}" || Self.forms[form] is JSONRenderer)
    }
  }

  @Test(arguments: Language.allCases)
  func everyFileSaysThatItIsNotForRelease(_ language: Language) {
    // What a workbook says on each sheet and page is read in it: `WorkbookTests.readsAsRecorded`.
    let files = editionFiles(of: RendererTests.tables.map(\.1), in: language)
    for file in files where !file.path.hasSuffix(".xlsx") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isFrench = language == .french || file.path.hasSuffix(".fr.csv")
      #expect(text.contains(isFrench ? "ne pas diffuser" : "not for release"), "\(file.path)")
    }
  }

  /// Nothing that the program says in one language stands in a file of the other.
  @Test func nothingIsHalfTranslated() {
    let own = WordingTests.texts.map(\.en)
    let words = WordingTests.texts.filter { text in
      text.en != text.fr && text.fr.count >= 5 && !own.contains { $0.contains(text.fr) }
    }.map { Typography.set($0.fr, .french) }
    #expect(words.count > 100)
    let samples = [SampleTables.multiple, SampleTables.priorities, SampleTables.ranking]
    let files = editionFiles(of: samples, in: .english)
    for file in files where !file.path.hasSuffix(".xlsx") && !file.path.hasSuffix(".fr.csv") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let foreign = words.filter { text.contains($0) }
      #expect(foreign.isEmpty, "\(file.path)")
    }
  }

  @Test func markdownHoldsItsTable() {
    let text = MarkdownRenderer().render(SampleTables.nasty, in: .french)
    #expect(!text.contains("<script>") && !text.contains("<b>"))
    for block in text.split(separator: "\n\n") where block.hasPrefix("|") {
      let widths = block.split(separator: "\n").map { line in
        line.replacing("\\|", with: "").count { $0 == "|" }
      }
      #expect(Set(widths).count == 1)
    }
  }

  @Test func sameInputSameBytes() {
    let tables = RendererTests.tables.map(\.1)
    #expect(editionFiles(of: tables, in: .french) == editionFiles(of: tables, in: .french))
  }
}
