import Foundation
import SurveyModel
import Testing

@testable import Definitions

/// `surveys/README.md` is what people write definitions by: it names every key and every word.
@Suite struct ReadmeTests {
  private static let readme: String = {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("surveys/README.md")
    return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }()

  @Test(
    arguments: QuestionType.allKeys + ProjectReader.keys + ProjectReader.sourceKeys
      + ProjectReader.weightingKeys)
  func `every key is documented`(key: String) {
    // As `key`, `key: …`, `key.more`, or first of a list.
    let forms = ["`\(key)", "\(key):", " \(key),", ".\(key)`"]
    #expect(forms.contains { Self.readme.contains($0) })
  }

  @Test(arguments: ProjectReader.planned)
  func `what is refused for now is said`(key: String) {
    let planned = Self.readme.split(separator: "\n\n").first { $0.hasPrefix("Planned") } ?? ""
    #expect(planned.contains(key) || key == "editions")
  }

  @Test(
    arguments: QuestionType.words + SamplingKind.allCases.map(\.rawValue)
      + BlankMeaning.allCases.map(\.rawValue) + DateOrder.allCases.map(\.rawValue)
      + QuartierList.headings + MarginList.headings + WeightingMethod.allCases.map(\.rawValue))
  func `every word is documented`(word: String) {
    #expect(Self.readme.contains(word))
  }
}
