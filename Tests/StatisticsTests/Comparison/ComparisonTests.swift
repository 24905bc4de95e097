import Testing

@testable import Statistics

@Suite struct MultipleTestingTests {
  @Test func agreesWithR() throws {
    let golden = Golden.document["adjust"]
    let p = try #require(golden?["p"]?.optionalDoubles)
    let pairs: [(MultipleTesting, String)] = [
      (.holm, "holm"), (.bonferroni, "bonferroni"), (.benjaminiHochberg, "bh"), (.none, "p"),
    ]
    for (method, name) in pairs {
      let found = method.adjusted(p).compactMap { $0 }
      #expect(areClose(found, golden?[name]?.doubles ?? [], 1e-12), "\(name)")
    }
  }

  @Test func testsThatDoNotExistAreNotCounted() {
    #expect(MultipleTesting.bonferroni.adjusted([0.02, nil, 0.5]) == [0.04, nil, 1])
    #expect(MultipleTesting.holm.adjusted([]) == [])
    #expect(MultipleTesting.holm.adjusted([nil]) == [nil])
  }

  @Test func correctedValuesKeepTheOrder() {
    var generator = Xoshiro256(seed: 6)
    for _ in 0..<50 {
      let p = (0..<9).map { _ in Optional(generator.unit()) }
      for method in MultipleTesting.allCases {
        let q = method.adjusted(p)
        for i in 0..<9 {
          #expect((q[i] ?? 0) >= (p[i] ?? 1))
          for j in 0..<9 where (p[i] ?? 0) <= (p[j] ?? 0) { #expect((q[i] ?? 0) <= (q[j] ?? 0)) }
        }
      }
    }
  }
}

@Suite struct DifferenceTests {
  private static func setup() throws -> (SurveyDesign, [Double?], [Domain]) {
    let design = try Golden.design("weights")
    let good = try Golden.isGood().map { $0.map { $0 ? 1.0 : 0 } }
    return (design, good, design.domains(by: try Golden.codes("area", 3)))
  }

  @Test func aPartAgainstTheWholeIsAPartAgainstTheRest() throws {
    // mean(whole) - mean(part) = (1 - weight share of the part) (mean(rest) - mean(part)).
    let (design, values, areas) = try Self.setup()
    let rest = design.domain(where: try Golden.codes("area", 3).codes.map { $0 != 0 })
    let whole = try #require(
      try design.difference(of: values, between: areas[0], and: design.everyone).value)
    let other = try #require(try design.difference(of: values, between: areas[0], and: rest).value)
    let answered = design.domain(where: values.map { $0 != nil })
    let inside = design.weightSummary(
      of: design.restrict(areas[0], where: values.map { $0 != nil })
    ).sum
    let factor = 1 - inside / design.weightSummary(of: answered).sum
    #expect(isClose(whole.difference, factor * other.difference, 1e-12))
    // Linearised with a fixed share, the standard errors have the same ratio up to O(1/n).
    #expect(abs(whole.standardError / other.standardError - factor) < 0.1 * factor)
    #expect(whole.covariance > 0)
  }

  @Test func aDomainDoesNotDifferFromItself() throws {
    let (design, values, areas) = try Self.setup()
    let same = try #require(
      try design.difference(of: values, between: areas[1], and: areas[1]).value)
    #expect(same.difference == 0)
    #expect(same.standardError == 0)
    #expect(same.p.reason == .noVariation)
    #expect(same.interval().reason == .noVariation)
  }

  @Test func swappingTurnsTheSign() throws {
    let (design, values, areas) = try Self.setup()
    let a = try #require(try design.difference(of: values, between: areas[0], and: areas[2]).value)
    let b = try #require(try design.difference(of: values, between: areas[2], and: areas[0]).value)
    #expect(isClose(a.difference, -b.difference))
    #expect(isClose(a.standardError, b.standardError))
    #expect(isClose(a.p.value, b.p.value))
  }

  @Test func pairedDifferencesAreMeansOfDifferences() throws {
    let (design, values, _) = try Self.setup()
    let scores = Golden.numbers("score")
    let paired = try #require(
      try design.pairedDifference(of: values, and: scores, in: design.everyone).value)
    let gaps = zip(values, scores).map { a, b in a.flatMap { a in b.map { $0 - a } } }
    let mean = try #require(try design.mean(of: gaps, in: design.everyone).value)
    #expect(isClose(paired.difference, mean.mean, 1e-12))
    #expect(isClose(paired.standardError, mean.standardError.value, 1e-12))
  }

  @Test func obstaclesForbidTheComparison() throws {
    let (design, values, areas) = try Self.setup()
    #expect(
      try design.difference(
        of: values, between: areas[0], and: areas[1], obstacles: [.wording, .base]
      ).reason == .notComparable([.wording, .base]))
    let a = ShareOfSample(count: 3, size: 17)
    #expect(
      ShareDifference.of(a, a, obstacles: [.categories]).reason == .notComparable([.categories]))
    #expect(ShareDifference.of(a, ShareOfSample(count: 0, size: 0)).reason == .emptyBase)
  }

  @Test func quartiersAgainstTheTown() throws {
    let (design, values, areas) = try Self.setup()
    let found = try design.differences(of: values, of: areas, from: design.everyone)
    #expect(found.count == 3)
    for (difference, adjusted) in found {
      #expect((adjusted ?? 0) >= (difference.value?.p.value ?? 1))
    }
    let comparison = try DomainComparison(of: values, among: areas, design: design)
    #expect(comparison.pairs.count == 3)
    let strict = try DomainComparison(of: values, among: areas, design: design, minimumBase: 1_000)
    #expect(strict.pairs.isEmpty)
  }

  @Test func lettersOfColumnsThatSharePeople() throws {
    // Option a and option b of one question, as columns: most people are in both.
    let n = 120
    let inA = (0..<n).map { $0 % 4 != 0 }
    let inB = (0..<n).map { $0 % 4 != 1 }
    let yes: [Double?] = (0..<n).map { $0 % 4 == 0 || $0 % 8 == 2 ? 1 : 0 }
    let design = try SurveyDesign.simpleRandom(rowCount: n)
    let columns = [design.domain(where: inA), design.domain(where: inB)]
    let comparison = try DomainComparison(of: yes, among: columns, design: design)
    #expect(comparison.domainsBelow(count: 2) == [[], [0]])
    let difference = try #require(comparison.differences[0].value)
    #expect(difference.covariance > 0)
  }

  @Test func newcombeStaysInsideAndMirrors() {
    for (a, b) in [(0.0, 0.0), (0, 17), (17, 0), (5, 12), (17, 17)] {
      let first = ShareOfSample(count: a, size: 17)
      let second = ShareOfSample(count: b, size: 17)
      guard let d = ShareDifference.of(first, second).value,
        let e = ShareDifference.of(second, first).value
      else { continue }
      let interval = d.newcombeInterval()
      #expect(interval.lower >= -1 && interval.upper <= 1 && interval.width > 0)
      #expect(interval.contains(d.difference))
      #expect(isClose(interval.lower, -e.newcombeInterval().upper))
    }
  }

  @Test func separateSamplesAddTheirVariances() throws {
    let (design, _, _) = try Self.setup()
    let good = try Golden.isGood()
    let clustered = try Golden.design("clustered")
    let a = try #require(design.share(of: good, in: design.everyone).value)
    let b = try #require(clustered.share(of: good, in: clustered.everyone).value)
    let d = try #require(Difference.ofSeparateSamples(a, b).value)
    let (x, y) = (a.standardError.value ?? 0, b.standardError.value ?? 0)
    #expect(isClose(d.standardError, (x * x + y * y).squareRoot()))
    #expect(d.degreesOfFreedom > 15 && d.degreesOfFreedom < 80)
    #expect(d.difference == 0)
    let one = try SurveyDesign(rowCount: 1, weights: [1])
    let alone = try #require(one.share(of: [true], in: one.everyone).value)
    #expect(Difference.ofSeparateSamples(a, alone).reason == .noDegreesOfFreedom)
  }
}
