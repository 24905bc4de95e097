import Foundation
import TestSupport
import Testing

/// The residents' pages of every committed project, in both languages: short sentences, everyday
/// words.
@Suite struct ResidentSentencesTests {
  static let projects = [
    "carcassonne-2023", "exemple-redressement", "flers-2023", "hazebrouck-2023", "normandie-2023",
  ]

  static let titles = ["Exemple de redressement", "Weighting example"]

  /// Terms of the method annex, as whole words or their beginnings.
  static let terms = [
    "base", "échantillon", "pondér", "tri à plat", "tri croisé", "modalité", "effectif", "médiane",
    "intervalle", "volontaire", "aléatoire", "statisti", "secret", "citation", "redress", "marge",
    "quota", "écart-type", "khi", "significati", "confiance", "calage", "design", "%", "n =",
    "sample", "weight", "median", "interval", "respondent", "répondant", "count", "category",
    "margin", "suppress", "tirage", "rank", "crosstab", "confidence", "residual", "résidu",
  ]

  static func sentences(_ folder: String) throws -> [(file: String, text: String)] {
    let pages = folder + "/residents"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: pages)) ?? []
    return try names.sorted().flatMap { name in
      let page = try String(contentsOfFile: pages + "/" + name, encoding: .utf8)
      return VisibleText.blocks(page).flatMap { block in
        block.split { ".?!:".contains($0) }.map { (name, String($0)) }
      }
    }
  }

  static func words(_ text: String) -> Int {
    text.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
  }

  static func check(_ folder: String) throws -> Int {
    // What the city calls its consultation is its own affair.
    let sentences = try sentences(folder).filter { !titles.contains($0.text) }
    for (file, sentence) in sentences {
      #expect(words(sentence) <= 20, "\(file): \(sentence)")
      let folded = " " + sentence.lowercased()
      for term in terms {
        #expect(
          !folded.contains(" " + term) && !folded.contains("’" + term), "\(file): \(sentence)")
      }
    }
    return sentences.count
  }

  @Test(arguments: projects) func french(_ project: String) throws {
    let count = try Self.check(try Runs.shared.folder(project))
    #expect(count > 10, "\(project) has no pages")
  }

  @Test(arguments: projects) func english(_ project: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run([
      "run", "surveys/\(project)", "--edition", "public", "--lang", "en", "--out",
      folder.path + "/out",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let count = try Self.check(folder.path + "/out")
    #expect(count > 10, "\(project) has no pages")
  }
}
