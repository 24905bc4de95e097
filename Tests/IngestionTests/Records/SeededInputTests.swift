import FuzzingChecks
import Testing

/// The short form of `make fuzz`.
@Suite("Seeded inputs of every kind") struct SeededInputTests {
  @Test(arguments: 0..<4) func hold(part: UInt64) {
    for seed in part * 50..<(part + 1) * 50 {
      var input = RandomInput(seed: seed)
      let bytes = input.next()
      #expect(ReadingCheck.fault(in: bytes) == nil, "seed \(seed): \(bytes)")
    }
  }
}
