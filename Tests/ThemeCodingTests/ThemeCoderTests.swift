import SurveyModel
import Testing

@testable import ThemeCoding

/// A small codebook for the rules of matching.
private let codebook = Codebook(
  themes: [
    Theme(
      id: "security", label: Bilingual("Sécurité"),
      expressions: [
        ThemeExpression("sécurité"), ThemeExpression("insécuri*"), ThemeExpression("=vol"),
        ThemeExpression("forces de l'ordre"), ThemeExpression("cambriolage"),
      ], exceptions: [ThemeExpression("ceinture de sécurité")]),
    Theme(
      id: "road-safety", label: Bilingual("Sécurité routière"),
      expressions: [
        ThemeExpression("sécurité routière"),
        ThemeExpression("trottoir", with: ["voiture", "roul*"]),
        ThemeExpression("rodéo"),
      ]),
    Theme(
      id: "tranquillity", label: Bilingual("Tranquillité"),
      expressions: [ThemeExpression("rodéo"), ThemeExpression("tapage nocturne")]),
    Theme(
      id: "furniture", label: Bilingual("Mobilier"),
      expressions: [
        ThemeExpression("=banc"), ThemeExpression("trottoir", unless: ["voiture", "roul*"]),
      ]),
    Theme(
      id: "cleanliness", label: Bilingual("Propreté"),
      expressions: [ThemeExpression("poubelle"), ThemeExpression("depot* sauvage*")]),
  ],
  ignored: [ThemeExpression("vol à voile")],
  signs: [
    .lack: [ThemeExpression("manque"), ThemeExpression("y a plus"), ThemeExpression("pas assez")],
    .proposal: [ThemeExpression("plus de"), ThemeExpression("il faudrait")],
    .complaint: [ThemeExpression("trop")],
    .praise: [ThemeExpression("bravo")],
  ])

@Suite("ThemeCoder")
struct ThemeCoderTests {
  @Test(arguments: [
    // Case, accents however they are encoded, apostrophes, hyphens, plural.
    ("SECURITE", ["security"]), ("Sécurité !", ["security"]), ("Se\u{301}curite\u{301}", ["security"]),
    ("l’insécurité", ["security"]), ("les forces de l’ordre", ["security"]),
    ("forces d'ordre", ["security"]), ("Des dépôts-sauvages", ["cleanliness"]),
    ("les POUBELLES", ["cleanliness"]), ("un vol, des vols", ["security"]),
    // Whole words.
    ("voler de ses ailes", []), ("volet", []), ("bancaire", []), ("bancs", ["furniture"]),
    // The longest phrase wins; an exception and an ignored phrase hide.
    ("sécurité routière", ["road-safety"]),
    ("la sécurité et la sécurité routière", ["security", "road-safety"]),
    ("la ceinture de sécurité", []), ("club de vol à voile", []),
    // A phrase does not reach over a comma.
    ("tapage, nocturne", []), ("Tapages nocturnes", ["tranquillity"]),
    // An expression of two themes counts for both.
    ("des rodéos", ["road-safety", "tranquillity"]),
    // Contexts hold within a sentence.
    ("voitures sur les trottoirs", ["road-safety"]), ("refaire le trottoir", ["furniture"]),
    ("Refaire le trottoir. Moins de voitures.", ["furniture"]),
    // Slips of one keystroke.
    ("cambriolge", ["security"]), ("cambirolages", ["security"]), ("poubele", ["cleanliness"]),
    ("insceurité", ["security"]), ("rodeeo", []), ("pobele", []),
    ("", []), ("   ", []), ("...", []), ("🙂", []),
  ] as [(String, [String])])
  func themes(_ text: String, _ expected: [String]) {
    var coder = ThemeCoder(codebook)
    #expect(coder.code(text).themes == expected)
    // The pass without details finds the same.
    var found: [Int] = []
    var text = text
    text.withUTF8 { coder.themes(of: $0, into: &found) }
    #expect(found.map { codebook.themes[$0].id } == expected)
  }

  @Test(arguments: [
    ("manque de poubelles", Sign.lack), ("pas assez de poubelles", .lack),
    ("il n'y a plus de poubelle", .lack), ("plus de poubelles", .proposal),
    ("Il faudrait des poubelles", .proposal), ("trop de poubelles", .complaint),
    ("des poubelles, bravo", .praise), ("les poubelles", nil),
    ("Manque de bus. Les poubelles", nil),
  ] as [(String, Sign?)])
  func sign(_ text: String, _ expected: Sign?) {
    var coder = ThemeCoder(codebook)
    let coding = coder.code(text)
    #expect(coding.themes == ["cleanliness"])
    #expect(coding.mentions.first?.sign == expected)
  }

  @Test func aMentionShowsItsWordsItsRuleAndItsSlip() {
    var coder = ThemeCoder(codebook)
    let mentions = coder.code("Trop de dépots  Sauvages et de cambriolges").mentions
    #expect(mentions.map(\.words) == ["dépots  Sauvages", "cambriolges"])
    #expect(mentions.map(\.rule) == ["depot* sauvage*", "cambriolage"])
    #expect(mentions.map(\.readAs) == [nil, "cambriolage"])
  }

  @Test func theTableOfWordsIsBounded() {
    var table = WordTable(limit: 10)
    for number in 0..<100 {
      table.clearIfFull()
      var word = "mot\(number)"
      word.withUTF8 { _ = table.insert($0, atoms: [], isEmptyWord: false, slip: nil) }
      #expect(table.entries.count <= 10)
      word.withUTF8 { #expect(table.find($0) != nil) }
    }
  }

  /// Against the rule of the comment, over all pairs of words of three letters of a small alphabet.
  @Test func oneEditIsWhatTheDistanceSays() {
    let letters: [Character] = ["a", "b", "c"]
    var words: [String] = [""]
    for _ in 0..<3 { words += words.flatMap { word in letters.map { word + String($0) } } }
    words = Array(Set(words)).sorted()
    for a in words {
      for b in words where a != b {
        let near = editDistance(a, b, atMost: 1) == 1
        #expect(isOneEdit(Array(a.utf8), Array(b.utf8)) == near, "\(a) \(b)")
      }
    }
  }
}
