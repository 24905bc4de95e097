import SurveyModel
import Testing

/// Columns of codes against plain arrays, in each of the three widths.
@Suite("Columns of codes") struct CodesTests {
  private static func values(_ bins: Int, _ count: Int) -> [Int] {
    var state = UInt64(bins)
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bins
    }
  }

  @Test(arguments: [1, 2, 9, 200, 256, 300, 5000, 70_000], [0, 7, 1023, 1024, 20_003])
  func counting(bins: Int, count: Int) {
    let values = Self.values(bins, count)
    var expected = [Int](repeating: 0, count: bins + 3)
    for value in values { expected[value] += 1 }
    #expect(Codes(values).histogram(bins: bins + 3) == expected)
    #expect(Codes(values).histogram(bins: bins) == Array(expected.prefix(bins)))
  }

  @Test(arguments: [1, 9, 256, 300, 70_000]) func mappingAndGathering(bins: Int) {
    let values = Self.values(bins, 150_001)
    let table = Self.values(400, bins)
    #expect(Codes(values).mapped(through: table).toArray() == values.map { table[$0] })
    let weights = table.map { Double($0) / 8 }
    for jobs in [1, 3] {
      #expect(
        Codes(values).gathered(from: weights, jobs: jobs) == values.map { weights[$0] })
    }
  }

  @Test(arguments: [1, 9, 256, 300, 70_000]) func appending(bins: Int) {
    let values = Self.values(bins, 2000)
    let table = values.indices.map { UInt32($0 % bins) }
    var codes = Codes()
    values.map { UInt32($0) }.withUnsafeBufferPointer {
      codes.append($0, widest: UInt32(bins - 1))
    }
    #expect(codes.toArray() == values)
    codes.append(Codes(Array(0..<2000)), through: table, widest: UInt32(bins - 1))
    #expect(codes.toArray() == values + table.map { Int($0) })
  }
}
