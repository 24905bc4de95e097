import SurveyModel
import Testing

@testable import Export

@Suite struct WordingTests {
  static let texts: [Bilingual] =
    Wording.allCases.map(\.text) + LedgerWord.allCases.map(\.text)
    + WeightingWord.allCases.map(\.text) + ChartWord.allCases.map(\.text)
    + FolderErrorTests.kinds.flatMap { kind -> [Bilingual] in
      let error = FolderError(kind, path: "p")
      return [error.message] + [error.fix].compactMap { $0 }
    }

  @Test func bothLanguagesAreComplete() {
    for text in Self.texts {
      #expect(!text.fr.isEmpty && !text.en.isEmpty)
    }
  }

  @Test func frenchPunctuationHasItsNoBreakSpaces() {
    for text in Self.texts {
      #expect(!text.fr.contains(#/ [:;?!%]/#), "\(text.fr)")
      #expect(!text.fr.contains("'"), "\(text.fr)")
      #expect(!text.en.contains("\u{A0}"), "\(text.en)")
    }
  }

  @Test func everyColumnHasTwoHeadings() {
    #expect(Set(TidyColumn.allCases.map(\.word)).count == TidyColumn.allCases.count)
    #expect(Set(TidyColumn.allCases.map(\.french)).count == TidyColumn.allCases.count)
  }
}
