import SurveyModel
import Testing

@testable import ThemeCoding

private let codebook = Codebook(themes: [
  Theme(id: "a", label: Bilingual(fr: "Sécurité, délinquance", en: "Security")),
  Theme(id: "b", label: Bilingual(fr: "Propreté", en: "Cleanliness")),
])

private func row(_ record: Int, _ text: String, _ decision: String, proposal: [String] = [])
  -> ReviewRow
{
  ReviewRow(
    key: ReviewKey(source: "s", question: "q", record: record), textHash: TextHash.of(text),
    text: text, proposal: proposal, decision: decision)
}

@Suite("ReviewDecisions")
struct ReviewTests {
  @Test(
    arguments: [
      ("", DecisionReader.Decision.undecided), ("  ", .undecided), ("a", .themes(["a"])),
      ("a|b", .themes(["a", "b"])), ("Propreté", .themes(["b"])),
      ("PROPRETE ; a", .themes(["b", "a"])),
      ("Sécurité, délinquance", .themes(["a"])),
      ("Sécurité, délinquance | b", .themes(["a", "b"])),
      ("a, b", .themes(["a", "b"])), ("-", .themes([])), ("aucun", .themes([])),
      ("ok", .themes(["b"])), ("OK", .themes(["b"])), ("x", .themes(["b"])), ("c", .unknown("c")),
      ("a | a", .themes(["a"])),
    ] as [(String, DecisionReader.Decision)])
  func decisionsAreReadAsTheyAreWritten(_ text: String, _ expected: DecisionReader.Decision) {
    #expect(DecisionReader(codebook).read(text, proposal: ["b"]) == expected)
  }

  private func themes(_ decisions: inout ReviewDecisions, _ record: Int, _ text: String)
    -> [String]?
  {
    decisions.themes(
      for: ReviewKey(source: "s", question: "q", record: record), textHash: TextHash.of(text))
  }

  @Test func aDecisionIsAboutWords() {
    let sheet = ReviewSheet(rows: [row(2, "un", "a"), row(3, "deux", "-"), row(4, "trois", "")])
    var decisions = ReviewDecisions(sheet, codebook: codebook, file: "f")
    // It goes with its words, to another record and to the same words elsewhere.
    #expect(themes(&decisions, 2, "un") == ["a"])
    #expect(themes(&decisions, 9, "un") == ["a"])
    #expect(themes(&decisions, 4, "trois") == nil)
    // The words of record 3 changed: the decision does not count, and that is said.
    #expect(themes(&decisions, 3, "autre") == nil)
    #expect(decisions.orphans.map(\.row.key.record) == [3])
    #expect(decisions.orphans.map(\.isChanged) == [true])
    #expect(decisions.orphanProblems(in: "f").map(\.code) == ["text-changed"])
  }

  @Test func decisionsThatDifferOnTheSameWordsStayWithTheirRecords() {
    let sheet = ReviewSheet(rows: [row(2, "un", "a"), row(3, "un", "b")])
    var decisions = ReviewDecisions(sheet, codebook: codebook, file: "f")
    #expect(themes(&decisions, 2, "un") == ["a"])
    #expect(themes(&decisions, 3, "un") == ["b"])
    #expect(themes(&decisions, 4, "un") == nil)
    #expect(decisions.orphans.isEmpty)
  }

  @Test func anAnswerThatIsGoneIsSaid() {
    var decisions = ReviewDecisions(
      ReviewSheet(rows: [row(2, "un", "a")]), codebook: codebook, file: "f")
    _ = themes(&decisions, 5, "deux")
    #expect(decisions.orphanProblems(in: "f").map(\.code) == ["answer-gone"])
  }

  /// "ok" means the themes that were proposed then, whatever the words propose later.
  @Test func anAcceptedProposalIsWrittenOut() {
    let decisions = ReviewDecisions(
      ReviewSheet(rows: [row(2, "un", "ok", proposal: ["a", "b"])]), codebook: codebook, file: "f")
    #expect(decisions.rows.map(\.decision) == ["a | b"])
  }

  @Test func aThemeThatIsNoneIsKeptAndSaid() {
    var decisions = ReviewDecisions(
      ReviewSheet(rows: [row(2, "un", "zz")]), codebook: codebook, file: "f")
    #expect(decisions.problems.map(\.code) == ["unknown-decision"])
    #expect(decisions.rows.map(\.decision) == ["zz"])
    #expect(themes(&decisions, 2, "un") == nil)
  }

  @Test func anotherSheetsDecisionsAreTaken() {
    var own = ReviewDecisions(
      ReviewSheet(rows: [row(2, "un", "a"), row(3, "deux", "b")]), codebook: codebook, file: "f")
    let other = ReviewDecisions(
      ReviewSheet(rows: [row(2, "un", "b"), row(4, "trois", "a")]), codebook: codebook, file: "g")
    let (taken, replaced) = own.take(other)
    #expect(taken == 2)
    #expect(replaced == 1)
    #expect(themes(&own, 2, "un") == ["b"])
    #expect(themes(&own, 3, "deux") == ["b"])
    #expect(themes(&own, 4, "trois") == ["a"])
  }

  @Test func aSheetWithoutItsColumnsIsRefused() {
    let (sheet, problems) = ReviewSheet.read([["texte", "décision"], ["un", "a"]], file: "f")
    #expect(sheet == nil)
    #expect(problems.map(\.code) == ["review-headings"])
  }

  @Test func aRowWithoutItsKeyIsSaid() {
    let headings = ReviewColumn.allCases.map(\.heading.fr)
    let rows = [
      headings, ["s", "q", "12", "un", "", "", "", "", "a", "", "1E+05"],
      ["s", "q", "12", "un", "", "", "", "", "", "", "1E+05"],
    ]
    let (sheet, problems) = ReviewSheet.read(rows, file: "f")
    #expect(sheet?.rows.isEmpty == true)
    #expect(problems.map(\.code) == ["review-row"])
  }
}

@Suite("Agreement")
struct AgreementTests {
  /// 20 answers: 8 by both, 2 by the first, 1 by the second, 9 by neither. Agreement 0.85, by chance
  /// 0.5 × 0.45 + 0.5 × 0.55 = 0.5, kappa 0.7.
  @Test func kappaByTheme() throws {
    var pairs: [(first: Set<String>, second: Set<String>)] = []
    pairs += Array(repeating: (first: ["a"], second: ["a"]), count: 8)
    pairs += Array(repeating: (first: ["a"], second: []), count: 2)
    pairs += [(first: [], second: ["a"])]
    pairs += Array(repeating: (first: [], second: []), count: 9)
    let agreement = ReviewerAgreement(pairs, order: ["a", "b"])
    #expect(agreement.count == 20)
    #expect(agreement.themes.map(\.theme) == ["a"])
    let theme = try #require(agreement.themes.first)
    #expect(abs((theme.kappa ?? 0) - 0.7) < 1e-12)
    #expect([theme.both, theme.firstOnly, theme.secondOnly] == [8, 2, 1])
    #expect(theme.lower ?? 1 < 0.7 && theme.upper ?? 0 > 0.7)
  }

  @Test func qualityByTheme() throws {
    let quality = CodingQuality(
      [
        (given: ["a", "b"], expected: ["a"]), (given: ["a"], expected: ["a"]),
        (given: [], expected: ["a"]), (given: [], expected: []),
      ], order: ["a", "b", "c"])
    #expect(quality.themes.map(\.theme) == ["a", "b"])
    #expect(quality.themes[0].precision == 1)
    #expect(quality.themes[0].recall == 2.0 / 3)
    #expect(quality.themes[1].recall == nil)
    #expect(quality.f1 == 4.0 / 6)
    #expect(ReviewSampleSize.answers(share: 0.1, population: 10_000) == 620)
    #expect(ReviewSampleSize.answers(share: 0.1, population: 100) == 100)
    #expect(ReviewSampleSize.answers(share: 0, population: 100) == nil)
  }
}

@Suite("Suggestions")
struct SuggestionsTests {
  private let codebook = Codebook(themes: [
    Theme(id: "a", label: Bilingual("A"), expressions: [ThemeExpression("poubelle")])
  ])

  @Test func theWordsThatWouldCoverMost() throws {
    let texts = [
      "la fontaine est cassée", "réparer la fontaine", "fontaines", "le kiosque", "un kiosque !",
      "autre chose",
    ]
    let answers = texts.enumerated().map { UncodedAnswer(text: $1, quartier: $0 < 3 ? 0 : 1) }
    let found = Suggestions(answers, codebook: codebook, quartierCount: 2)
    #expect(found.best.map(\.text) == ["fontaine", "kiosque"])
    #expect(found.best.map(\.count) == [3, 2])
    #expect(found.best.map(\.gain) == [3, 2])
    #expect(found.best[0].examples == ["la fontaine est cassée", "réparer la fontaine"])
  }

  /// 12 of 12 answers of one quartier hold the word, none of 24 others: Lafon's index is
  /// -log10(1 / C(36, 12)) = 9.1.
  @Test func aWordOfOneQuartierIsSaid() throws {
    let here = (0..<12).map { UncodedAnswer(text: "le kiosque numero\($0)", quartier: 1) }
    let there = (0..<24).map { UncodedAnswer(text: "sujet\($0)", quartier: 0) }
    let found = Suggestions(here + there, codebook: codebook, quartierCount: 2)
    let place = try #require(found.best.first?.quartiers.first)
    #expect(place.quartier == 1)
    #expect(abs(place.index - 9.0975) < 0.001)
  }

  @Test func answersThatSayTheSameAreGrouped() {
    let texts = [
      "Le kiosque de la grande place est cassé", "la place, le kiosque : cassé",
      "kiosques cassés place",
      "tout autre chose ici", "ravalement",
    ]
    let found = Suggestions(
      texts.map { UncodedAnswer(text: $0, quartier: nil) }, codebook: codebook, quartierCount: 0)
    #expect(found.groups.map(\.count) == [3])
  }
}

@Suite("Verbatims")
struct VerbatimTests {
  @Test(
    arguments: [
      ("Il faudrait vider les poubelles plus souvent, surtout le lundi", true),
      ("Le bâtiment 12 est sale et personne ne vient nettoyer", false),
      ("Appelez-moi au [tél.] pour les poubelles du parking", false),
      ("Mon voisin jette ses poubelles par la fenêtre", false),
      ("C'est toujours Dupont qui laisse ses poubelles dehors", false),
      ("À La Conte les poubelles débordent tous les lundis", true),
      ("La CAF devrait revenir dans le quartier une fois la semaine", true),
      ("LES POUBELLES DE JEAN DUPONT DÉBORDENT", false),
      ("Je suis veuve et je ne peux plus porter mes poubelles", false),
    ] as [(String, Bool)])
  func onlyWhatLeadsToNobodyIsQuoted(_ text: String, _ expected: Bool) {
    #expect(QuotableText(placeNames: ["La Conte"]).isQuotable(text) == expected)
  }

  @Test func fewVoicesAreNotPlaced() {
    var chooser = VerbatimChooser(VerbatimChooser.Rules(base: 11, cell: 5), placeNames: [])
    for number in 0..<30 {
      // Quartier 0 speaks of theme 0 often; quartier 1 twice, and has 10 answers.
      let letters = String(UnicodeScalar(97 + UInt8(number % 26)))
      chooser.add(
        "Il faudrait vider les poubelles plus souvent, surtout le lundi \(letters)", themes: [0],
        quartier: number < 28 ? 0 : 1, question: 0)
    }
    chooser.add(
      "Une remarque unique sur un sujet que personne d'autre ne cite", themes: [1], quartier: 0,
      question: 0)
    let chosen = chooser.chosen
    #expect(chosen.count == 3)
    #expect(chosen.allSatisfy { $0.theme == 0 && $0.quartier != 1 })
  }
}

@Suite("ThemeSetCoder")
struct ThemeSetCoderTests {
  /// The memory for texts changes nothing but the time.
  @Test(arguments: [0, 64, 1 << 20]) func theMemoryDoesNotChangeTheCodes(_ bytes: Int) {
    let codebook = Codebook(themes: [
      Theme(id: "a", label: Bilingual("A"), expressions: [ThemeExpression("poubelle")]),
      Theme(id: "b", label: Bilingual("B"), expressions: [ThemeExpression("=bus")]),
    ])
    var coder = ThemeSetCoder(CompiledCodebook(codebook), memoryBytes: bytes)
    let texts = ["poubelles", "bus", "rien", "bus et poubelles", "poubelles", "bus", ""]
    let sets = (0..<3).flatMap { _ in texts }.map { text -> [Int] in
      var text = text
      let number = text.withUTF8 { coder.set(of: $0) }
      return coder.sets[number]
    }
    let once: [[Int]] = [[0], [1], [], [0, 1], [0], [1], []]
    #expect(sets == once + once + once)
  }
}
