import SurveyModel
import Testing

@testable import Tabulation

/// What may be said of two states, and what may not.
@Suite struct BatchComparisonTests {
  private static func batch(
    _ number: Int, _ counts: [String: (n: Int, rank: Int?)], base: Int, _ sampling: SamplingKind,
    definition: String = "q", isWeighted: Bool = false
  ) -> Batch {
    Batch(
      number: number, fingerprint: "\(number)",
      sources: [
        .init(
          id: "s", label: Bilingual("S"), sampling: sampling, isWeighted: isWeighted,
          definition: definition)
      ],
      figures: counts.keys.sorted().map {
        .init(
          source: "s", quartier: "", place: "Ensemble", theme: $0, label: Bilingual($0),
          n: counts[$0]!.n, base: base, rank: counts[$0]!.rank)
      })
  }

  private static func notes(_ before: Batch, _ now: Batch) -> [String] {
    BatchComparison(.init(before), .init(now), publicationBase: 11).table().notes.map(\.fr)
  }

  /// Two sources of one batch, held against each other as waves.
  private static func waves(_ first: Batch, _ second: Batch) throws -> [String] {
    var batch = first
    var other = second
    other.sources[0].id = "t"
    for index in other.figures.indices { other.figures[index].source = "t" }
    for index in other.common.indices { other.common[index].source = "t" }
    batch.sources += other.sources
    batch.figures += other.figures
    batch.common += other.common
    let sides = try ["s", "t"].map {
      try #require(BatchComparison.Side(wave: $0, of: batch, as: "t"))
    }
    return BatchComparison(sides[0], sides[1], publicationBase: 11, isWaves: true).table().notes
      .map(\.fr)
  }

  private static let first: [String: (n: Int, rank: Int?)] = ["a": (30, 1), "b": (20, 2)]
  private static let second: [String: (n: Int, rank: Int?)] = ["a": (12, 2), "b": (40, 1)]

  /// 30 of 60 against 12 of 60: chi² = 11.868 (R: chisq.test(matrix(c(30,12,30,48),2), correct=FALSE)).
  @Test(arguments: [
    (SamplingKind.random, " ; plus que le hasard)"),
    (.quota, " ; plus que le hasard, modèle de quotas)"), (.volunteer, "12 sur 60)"),
    (.workshop, "12 sur 60)"), (.unknown, "12 sur 60)"), (.onSite, "12 sur 60)"),
  ])
  func chanceIsWeighedOnlyWhereItMayBe(sampling: SamplingKind, end: String) throws {
    let lines = try Self.waves(
      Self.batch(1, Self.first, base: 60, sampling), Self.batch(2, Self.second, base: 60, sampling))
    let line = try #require(lines.first { $0.contains("a passe du rang 1 au rang 2") })
    #expect(line.hasSuffix("(30 sur 60 → 12 sur 60" + end.replacing("12 sur 60", with: "") + "."))
  }

  /// A survey that grew holds the answers of the batch before. 30 of 60, then 42 of 120: the 60 that
  /// were added gave 12, and are held against the first 60, not the 120 (which would give p = 0.053).
  @Test func answersThatWereAddedAreHeldAgainstThoseBefore() {
    let lines = Self.notes(
      Self.batch(1, ["a": (30, 1), "b": (20, 2)], base: 60, .random),
      Self.batch(2, ["a": (42, 2), "b": (60, 1)], base: 120, .random))
    #expect(
      lines.contains {
        $0.contains("a passe du rang 1 au rang 2 (30 sur 60 → 42 sur 120 ; plus que le hasard)")
      })
  }

  /// Fewer than before: answers were corrected, which is no matter of chance.
  @Test func answersThatWereTakenOutProveNothing() {
    for base in [60, 50] {
      let lines = Self.notes(
        Self.batch(1, Self.first, base: 60, .random),
        Self.batch(2, Self.second, base: base, .random))
      #expect(lines.contains { $0.contains("a passe du rang 1 au rang 2") })
      #expect(!lines.contains { $0.contains("hasard") })
    }
  }

  private static func common(
    _ batch: Batch, _ n: Int?, _ comparable: Crosswalk.Comparability, _ note: String
  ) -> Batch {
    var batch = batch
    batch.common = [
      .init(
        source: "s", question: "Commerces", option: "Satisfait", n: n, base: 60,
        comparable: comparable, note: note)
    ]
    return batch
  }

  /// Other questionnaires are compared by the common questions of the crosswalk, as far as it says.
  @Test func wavesOfOtherQuestionnairesAreComparedByTheCrosswalk() throws {
    let first = Self.batch(1, Self.first, base: 60, .random)
    let second = Self.batch(2, Self.second, base: 60, .random, definition: "other")
    var lines = try Self.waves(
      Self.common(first, 30, .yes, ""), Self.common(second, 12, .partly, "échelle en 4 degrés"))
    #expect(lines.contains { $0.contains("les thèmes ne sont pas comparés") })
    #expect(
      lines.contains(
        "« Commerces », « Satisfait » : 50,0 % (30 sur 60) → 20,0 % (12 sur 60) ; plus que le hasard. En partie comparable (S : échelle en 4 degrés)."
      ))
    lines = try Self.waves(
      Self.common(first, nil, .no, "base des usagers"), Self.common(second, 12, .yes, ""))
    #expect(
      lines.contains(
        "« Commerces », « Satisfait » : non comparable (S : base des usagers)."))
    lines = try Self.waves(
      Self.common(first, 30, .yes, ""), Self.common(second, nil, .yes, ""))
    #expect(lines.contains { $0.hasSuffix("non comparable (S ne la proposait pas).") })
  }

  @Test func whatIsShownToEverybodyIsFollowed() {
    func flagged(_ batch: Batch, _ shown: [String]) -> Batch {
      var batch = batch
      for index in batch.figures.indices {
        batch.figures[index].isPublic = shown.contains(batch.figures[index].theme)
      }
      return batch
    }
    let before = Self.batch(1, Self.first, base: 60, .workshop)
    let now = Self.batch(2, Self.second, base: 70, .workshop)
    #expect(
      Self.notes(flagged(before, ["a"]), flagged(now, ["b"])).starts(with: [
        "S, ensemble : publiables désormais : « b ».",
        "S, ensemble : masqués désormais dans l'édition publique : « a ».",
      ]))
    #expect(
      Self.notes(flagged(before, []), flagged(now, ["b"])).contains(
        "S, ensemble : devient publiable (base 60 → 70)."))
    #expect(
      Self.notes(flagged(before, ["a"]), flagged(now, [])).contains(
        "S, ensemble : n'est plus publiable (base 60 → 70)."))
  }

  @Test func aSmallMoveMayBeChance() throws {
    let lines = try Self.waves(
      Self.batch(1, ["a": (30, 1), "b": (29, 2)], base: 60, .random),
      Self.batch(2, ["a": (29, 2), "b": (30, 1)], base: 60, .random))
    #expect(lines.contains { $0.contains("peut être le hasard") })
  }

  @Test func anotherQuestionnaireIsNotCompared() {
    let now = Self.batch(2, Self.second, base: 60, .random, definition: "other")
    let before = Self.batch(1, Self.first, base: 60, .random)
    let table = BatchComparison(.init(before), .init(now), publicationBase: 11).table()
    #expect(table.notes.contains { $0.fr.contains("les thèmes ne sont pas comparés") })
    #expect(table.banner.isEmpty && !table.notes.contains { $0.fr.contains("rang") })
  }

  @Test func theSameIsSaidToBeTheSame() {
    let batch = Self.batch(1, Self.first, base: 60, .random)
    #expect(Self.notes(batch, Self.batch(2, Self.first, base: 60, .random)) == ["Rien n'a changé."])
  }

  @Test func aBaseUnderTheThresholdIsToldBothWays() {
    let small = Self.batch(1, ["a": (3, nil)], base: 10, .workshop)
    let large = Self.batch(2, ["a": (3, nil)], base: 11, .workshop)
    #expect(Self.notes(small, large).contains { $0.hasSuffix("devient publiable (base 10 → 11).") })
    #expect(
      Self.notes(large, small).contains { $0.hasSuffix("n'est plus publiable (base 11 → 10).") })
  }
}
