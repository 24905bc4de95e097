import Testing

@testable import Statistics

@Suite struct Xoshiro256Tests {
  @Test func splitMixGivesItsPublishedNumbers() {
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.allSatisfy { $0 == generator.next() })
  }

  @Test func xoshiroGivesItsPublishedNumbers() {
    var generator = Xoshiro256(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(expected.allSatisfy { $0 == generator.next() })
  }

  @Test func sameSeedSameNumbers() {
    var (a, b, c) = (Xoshiro256(seed: 7), Xoshiro256(seed: 7), Xoshiro256(seed: 8))
    let first = (0..<20).map { _ in a.next() }
    #expect(first == (0..<20).map { _ in b.next() })
    #expect(first != (0..<20).map { _ in c.next() })
  }

  @Test func numbersBelowABoundAreSpreadEvenly() {
    var generator = Xoshiro256(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<14_000 { counts[generator.below(7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 2_000) < 200 })
    #expect((0..<100).allSatisfy { _ in (0..<1).contains(generator.unit()) })
  }

  @Test func hypergeometricDrawsFollowTheirLaw() {
    var generator = Xoshiro256(seed: 5)
    let law = Hypergeometric(population: 30, marked: 12, drawn: 9)
    var counts = [Int](repeating: 0, count: 13)
    let draws = 20_000
    for _ in 0..<draws {
      counts[generator.hypergeometric(population: 30, marked: 12, drawn: 9)] += 1
    }
    for k in law.support {
      let expected = law.mass(k)
      let error = (expected * (1 - expected) / Double(draws)).squareRoot()
      #expect(abs(Double(counts[k]) / Double(draws) - expected) < 5 * error + 1e-9)
    }
  }
}
