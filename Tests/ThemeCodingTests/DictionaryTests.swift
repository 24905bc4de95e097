import Definitions
import Foundation
import SurveyModel
import TestSupport
import Testing

@testable import ThemeCoding

/// The dictionary that is shipped, against answers coded by hand and against the boundary rules
/// between themes.
@Suite("Dictionary")
struct DictionaryTests {
  static let loaded = CodebookLoader.load(path: Places.path("surveys/dictionnaire.yaml"))
  static var codebook: Codebook { loaded.partial ?? Codebook() }

  private static func corpus(_ name: String) throws -> HandCodedCorpus {
    let text = try String(
      contentsOfFile: Places.path("fixtures/coding/\(name).csv"), encoding: .utf8)
    return try #require(HandCodedCorpus.read(SimpleCSV.records(text), file: name).corpus)
  }

  @Test func itIsSoundAndHasTheThemes() {
    #expect(Self.loaded.problems.isEmpty, "\(Self.loaded.problems.map { $0.text(.english) })")
    #expect(Self.codebook.themes.count == 23)
    for theme in Self.codebook.themes {
      #expect(!theme.expressions.isEmpty && theme.label.fr != theme.label.en, "\(theme.id)")
    }
    #expect(Sign.allCases.allSatisfy { Self.codebook.signs[$0]?.isEmpty == false })
  }

  /// The frozen answers were coded before there was a dictionary.
  @Test func frozenAnswersAreCodedAsByHand() throws {
    let corpus = try Self.corpus("frozen")
    #expect(corpus.answers.count == 200)
    let quality = corpus.evaluate(Self.codebook).scored
    #expect(quality.f1 ?? 0 >= 0.85)
    for theme in quality.themes where theme.positives >= 15 {
      #expect(theme.f1 ?? 0 >= 0.75, "\(theme)")
    }
    #expect(quality.themes.count { $0.positives >= 15 } >= 4)
  }

  @Test func tuningAnswersAreCodedAsByHand() throws {
    let corpus = try Self.corpus("tuning")
    #expect(corpus.answers.count == 400)
    #expect(corpus.evaluate(Self.codebook).scored.f1 ?? 0 >= 0.95)
    let known = Set(Self.codebook.themes.map(\.id))
    #expect(corpus.answers.allSatisfy { $0.themes.isSubset(of: known) })
  }

  /// Rule, text, themes.
  @Test(
    arguments: [
      (1, "Sécurité : des rats", ["security", "cleanliness"]), (1, "Les rats", ["cleanliness"]),
      (1, "poubelles", ["cleanliness"]),
      (2, "des voitures sur le trottoir", ["road-safety"]),
      (2, "réparer le trottoir", ["urban-furniture-lighting"]),
      (2, "le tri", ["cleanliness"]), (2, "le tri et l'énergie", ["cleanliness", "ecology"]),
      (3, "sécurisation du hall", ["security"]), (3, "sécurité routière", ["road-safety"]),
      (3, "la vitesse", ["road-safety"]),
      (4, "un parc", ["green-play"]), (4, "parc de jeux", ["green-play"]),
      (4, "les parcs", ["green-play"]), (4, "un parcours", []), (4, "un parking", ["parking"]),
      (4, "rattraper", []), (4, "bancaire", []), (4, "tricher", []), (4, "un volet", []),
      (4, "les vols", ["security"]), (4, "un city", ["sports-facilities"]),
      (5, "une marche exploratoire", []), (5, "la marche à pied", ["mobility"]),
      (5, "ça marche", []), (5, "un marché le samedi", ["commerce"]),
      (6, "le bus", ["mobility"]), (6, "des abus", []), (6, "clause abusive", []),
      (6, "la carte", []), (6, "travailler sur ce sujet", []), (6, "un groupe de travail", []),
      (6, "trouver du travail", ["employment"]),
      (7, "les Français", []), (7, "cours de français", ["language"]),
      (7, "maîtrise du français", ["language"]), (7, "des problèmes en français", ["language"]),
      (8, "manque de police", ["security"]), (8, "police", ["security"]),
      (9, "sport, culture, santé", ["health", "culture-leisure"]),
    ] as [(Int, String, [String])])
  func boundaryRule(_ rule: Int, _ text: String, _ themes: [String]) {
    var coder = ThemeCoder(Self.codebook)
    #expect(coder.code(text).themes == themes, "rule \(rule)")
  }

  /// Rules 3 and 9: what the city published as one is a group of its project; rule 8: what is missing
  /// changes the sign.
  @Test func groupsAndSigns() throws {
    let project = ProjectLoader.load(path: Places.path("surveys/carcassonne-2023"))
    let groups = try #require(project.partial).codebook.groups
    #expect(groups.map(\.themes).contains(["security", "tranquillity"]))
    #expect(groups.map(\.themes).contains(["services-rights", "culture-leisure", "health"]))
    var coder = ThemeCoder(Self.codebook)
    #expect(coder.code("manque de police").mentions.first?.sign == .lack)
    #expect(coder.code("police").mentions.first.map { $0.sign == nil } == true)
    #expect(coder.code("plus de police").mentions.first?.sign == .proposal)
    #expect(coder.code("il n'y a plus de police").mentions.first?.sign == .lack)
    #expect(coder.code("bravo la police").mentions.first?.sign == .praise)
    #expect(coder.code("trop de poubelles").mentions.first?.sign == .complaint)
  }
}
