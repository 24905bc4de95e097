import Testing

@testable import Statistics

@Suite struct SpecificityTests {
  @Test func agreesWithTheTailsOfR() {
    for item in Golden.document["tails"]?["hypergeometric"]?.array ?? [] {
      func integer(_ name: String) -> Int { Int(item[name]?.double ?? 0) }
      let found = Specificity.of(
        count: integer("k"), total: integer("marked"), partSize: integer("drawn"),
        corpusSize: integer("population")
      ).value
      let isExcess = Double(integer("k")) >= (found?.expected ?? 0)
      let expected = isExcess ? item["at_least"]?.double.map { -$0 } : item["at_most"]?.double
      #expect(isClose(found?.index, expected))
    }
  }

  @Test func edges() {
    #expect(Specificity.of(count: 0, total: 0, partSize: 5, corpusSize: 9).value?.index == 0)
    #expect(Specificity.of(count: 3, total: 3, partSize: 9, corpusSize: 9).value?.index == 0)
    #expect(Specificity.of(count: 0, total: 1, partSize: 0, corpusSize: 9).reason == .emptyBase)
  }
}
