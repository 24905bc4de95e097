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

  private static let first: [String: (n: Int, rank: Int?)] = ["a": (30, 1), "b": (20, 2)]
  private static let second: [String: (n: Int, rank: Int?)] = ["a": (12, 2), "b": (40, 1)]

  /// 30 of 60 against 12 of 60: chi² = 11.868 (R: chisq.test(matrix(c(30,12,30,48),2), correct=FALSE)).
  @Test(arguments: [
    (SamplingKind.random, " ; plus que le hasard)"),
    (.quota, " ; plus que le hasard, modèle de quotas)"), (.volunteer, "12 sur 60)"),
    (.workshop, "12 sur 60)"), (.unknown, "12 sur 60)"), (.onSite, "12 sur 60)"),
  ])
  func chanceIsWeighedOnlyWhereItMayBe(sampling: SamplingKind, end: String) throws {
    let lines = Self.notes(
      Self.batch(1, Self.first, base: 60, sampling), Self.batch(2, Self.second, base: 60, sampling))
    let line = try #require(lines.first { $0.contains("a passe du rang 1 au rang 2") })
    #expect(line.hasSuffix("(30 sur 60 → 12 sur 60" + end.replacing("12 sur 60", with: "") + "."))
  }

  @Test func aSmallMoveMayBeChance() {
    let lines = Self.notes(
      Self.batch(1, ["a": (30, 1), "b": (29, 2)], base: 60, .random),
      Self.batch(2, ["a": (29, 2), "b": (30, 1)], base: 60, .random))
    #expect(lines.contains { $0.contains("peut être le hasard") })
  }

  @Test func anotherQuestionnaireIsNotCompared() {
    let now = Self.batch(2, Self.second, base: 60, .random, definition: "other")
    let before = Self.batch(1, Self.first, base: 60, .random)
    let table = BatchComparison(.init(before), .init(now), publicationBase: 11).table()
    #expect(table.notes.contains { $0.fr.contains("rien n'est comparé") })
    #expect(table.banner.isEmpty && !table.notes.contains { $0.fr.contains("rang") })
  }

  @Test func theSameIsSaidToBeTheSame() {
    let batch = Self.batch(1, Self.first, base: 60, .random)
    #expect(Self.notes(batch, Self.batch(2, Self.first, base: 60, .random)) == ["Rien n'a changé."])
  }

  @Test func aBaseUnderTheThresholdIsToldBothWays() {
    let small = Self.batch(1, ["a": (3, nil)], base: 10, .workshop)
    let large = Self.batch(2, ["a": (3, nil)], base: 11, .workshop)
    #expect(Self.notes(small, large).contains { $0.hasSuffix("base 10 → 11, devient publiable.") })
    #expect(Self.notes(large, small).contains { $0.hasSuffix("n'est plus publiable.") })
  }
}
