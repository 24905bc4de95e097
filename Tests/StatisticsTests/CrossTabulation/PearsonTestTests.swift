import Testing

@testable import Statistics

/// The short forms say what the full ones say.
@Suite("Short forms") struct ShortFormTests {
  static let tables: [(counts: [Int], columns: Int)] = [
    ([12, 5, 7, 9], 2), ([0, 5, 7, 9], 2), ([3, 0, 4, 8, 0, 1, 2, 0, 9], 3),
    ([0, 0, 0, 4, 5, 6, 1, 2, 3, 0, 0, 0], 3), ([0, 0, 3, 4], 2), ([5, 6, 7], 3),
    ([0, 0, 0, 0], 2),
    ([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8100], 4),
  ]

  @Test(arguments: tables)
  func pearson(_ counts: [Int], _ columns: Int) {
    let rows = stride(from: 0, to: counts.count, by: columns).map { start in
      counts[start..<start + columns].map(Double.init)
    }
    switch (
      PearsonTest.of(counts, columns: columns), TableTests.of(ContingencyTable(Matrix(rows)))
    ) {
    case (.success(let short), .success(let full)):
      #expect(abs(short.chiSquared - full.chiSquared) <= 1e-9 * max(1, full.chiSquared))
      #expect(short.degreesOfFreedom == full.degreesOfFreedom)
      #expect(abs(short.p - full.p) <= 1e-12)
      #expect(abs(short.cramersV - full.cramersV) <= 1e-12)
    case (.failure(let short), .failure(let full)):
      #expect(short == full)
    default:
      Issue.record("one has a test, the other none")
    }
  }

  @Test(arguments: [(0.0, 1.0), (1, 1), (3, 7), (65, 157), (0, 400), (400, 400)])
  func wilson(_ count: Double, _ size: Double) throws {
    for level in [0.5, 0.9, 0.95, 0.99] {
      let full = try ShareOfSample(count: count, size: size).interval(.wilson, level: level).get()
      #expect(WilsonInterval(level: level).interval(count: count, size: size) == full)
    }
  }
}
