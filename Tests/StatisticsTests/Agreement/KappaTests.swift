import Testing

@testable import Statistics

@Suite struct KappaTests {
  @Test func cohenAgreesWithR() throws {
    let found = try #require(
      CohenKappa.of(Golden.codes("first", 4), Golden.codes("second", 4)).value)
    #expect(isClose(found.kappa, Golden.document["kappa"]?["kappa"]?.double))
    #expect(isClose(found.standardError, Golden.document["kappa"]?["se"]?.double))
    let interval = try #require(found.interval().value)
    #expect(interval.contains(found.kappa))
    #expect(found.p.value ?? 1 < 1e-6)
  }

  @Test func fleissAgreesWithItsDefinition() throws {
    let golden = Golden.document["fleiss"]
    let counts = (golden?["counts"]?.array ?? []).map { ($0.doubles ?? []).map { Int($0) } }
    let found = try #require(FleissKappa.of(counts: counts, coders: 14).value)
    #expect(isClose(found.kappa, golden?["kappa"]?.double))
    #expect(found.interval().value?.contains(found.kappa) == true)
  }

  @Test func perfectAgreement() throws {
    let codes = try CodeColumn([0, 1, 2, 1, 0], categoryCount: 3)
    let cohen = try #require(CohenKappa.of(codes, codes).value)
    #expect(isClose(cohen.kappa, 1))
    #expect(cohen.interval().reason == .noVariation)
    #expect(isClose(try #require(FleissKappa.of([codes, codes, codes]).value).kappa, 1))
  }

  @Test func oneCategoryThroughoutHasNoKappa() throws {
    let codes = try CodeColumn([1, 1, 1], categoryCount: 3)
    #expect(CohenKappa.of(codes, codes).reason == .noVariation)
    #expect(FleissKappa.of([codes, codes]).reason == .noVariation)
    let none = try CodeColumn([-1, -1], categoryCount: 2)
    #expect(CohenKappa.of(none, none).reason == .emptyBase)
    #expect(FleissKappa.of([codes]).reason == .singleObservation)
  }

  @Test func weightsForgiveNearMisses() throws {
    let a = try CodeColumn([0, 1, 2, 3, 0, 1, 2, 3], categoryCount: 4)
    let b = try CodeColumn([0, 2, 2, 3, 1, 1, 3, 3], categoryCount: 4)
    let plain = try #require(CohenKappa.of(a, b).value).kappa
    let linear = try #require(CohenKappa.of(a, b, weighting: .linear).value).kappa
    let quadratic = try #require(CohenKappa.of(a, b, weighting: .quadratic).value).kappa
    #expect(plain < linear && linear < quadratic)
  }
}
