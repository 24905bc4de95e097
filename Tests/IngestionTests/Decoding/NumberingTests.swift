import Testing

@testable import Ingestion

@Suite struct NumberingTests {
  /// Every key has one number, in the order in which the keys came, however many there are.
  @Test(arguments: [0, 3, 5_000])
  func numbersAsADictionaryDoes(_ expected: Int) {
    var numbering = Numbering<[Int]>(expected: expected)
    var known: [[Int]: Int] = [:]
    var state = UInt64(7)
    for _ in 0..<4_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = [Int(state >> 40) % 40, Int(state >> 50) % 30]
      let number = known[key] ?? known.count
      known[key] = number
      #expect(numbering.number(of: key) == number)
    }
    #expect(numbering.keys.count == known.count)
    #expect(numbering.keys.enumerated().allSatisfy { known[$1] == $0 })
  }

  /// Keys of one hash are told apart.
  @Test func keysOfOneHash() {
    struct Key: Hashable {
      let value: Int
      func hash(into hasher: inout Hasher) {}
    }
    var numbering = Numbering<Key>()
    for value in 0..<100 { #expect(numbering.number(of: Key(value: value)) == value) }
    for value in 0..<100 { #expect(numbering.number(of: Key(value: value)) == value) }
  }
}
