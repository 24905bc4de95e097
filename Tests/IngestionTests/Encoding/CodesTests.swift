import SurveyModel
import Testing

@testable import Ingestion

/// Columns of codes against plain arrays.
@Suite("Codes") struct CodesTests {
  static func random(_ count: Int, below bound: Int, seed: UInt64) -> [Int] {
    var random = Random(seed: seed)
    return (0..<count).map { _ in Int.random(in: 0..<bound, using: &random) }
  }

  /// Small values first, so that the column widens on the way.
  static func blocks(seed: UInt64) -> [[Int]] {
    [5, 200, 300, 3, 65_536, 70_000, 2].enumerated().map { index, bound in
      random([0, 1, 700, 1000][index % 4], below: bound, seed: seed &+ UInt64(index))
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func appendingWidens(_ seed: UInt64) {
    var codes = Codes()
    var plain: [Int] = []
    var widest = 0
    if seed % 2 == 0 { codes.reserveCapacity(3000) }
    for block in Self.blocks(seed: seed) {
      plain += block
      widest = max(widest, block.max() ?? 0)
      block.map(UInt32.init).withUnsafeBufferPointer {
        codes.append($0, widest: UInt32(widest))
      }
      #expect(codes.toArray() == plain)
    }
    #expect(codes.count == plain.count)
  }

  @Test(arguments: [4, 250, 300, 66_000], [4, 300, 70_000])
  func appendingThroughATable(_ bins: Int, _ range: Int) {
    let values = Self.random(1500, below: bins, seed: 7)
    let table = Self.random(bins, below: range, seed: 8)
    let first = Self.random(10, below: min(range, 3), seed: 9)
    var codes = Codes(first)
    codes.append(Codes(values), through: table.map(UInt32.init), widest: UInt32(range - 1))
    #expect(codes.toArray() == first + values.map { table[$0] })
    #expect(Codes(values).mapped(through: table).toArray() == values.map { table[$0] })
  }

  @Test(arguments: [1, 5, 255, 256, 4096, 5000, 65_537])
  func counting(_ bins: Int) {
    for count in [0, 1, 3, 4 * bins, 4 * bins + 3] {
      let values = Self.random(count, below: bins, seed: UInt64(count + bins))
      var expected = [Int](repeating: 0, count: bins)
      for value in values { expected[value] += 1 }
      #expect(Codes(values).histogram(bins: bins) == expected)
    }
  }

  @Test func keepingAndGathering() {
    let values = Self.random(2000, below: 400, seed: 3)
    let keep = Self.random(2000, below: 2, seed: 4).map { $0 == 1 }
    #expect(
      Codes(values).filtered(by: keep).toArray() == zip(values, keep).filter(\.1).map(\.0))
    let numbers = (0..<400).map { Double($0) / 7 }
    #expect(Codes(values).gathered(from: numbers) == values.map { numbers[$0] })
  }
}

/// Several columns taken together, against a dictionary of rows.
@Suite("Joint columns") struct JointColumnTests {
  @Test(arguments: [[3], [2, 2], [5, 4, 3], [300, 2, 300], [1100, 1100], [70_000, 20]])
  func rowsAreThoseThatOccur(_ bins: [Int]) {
    let count = 3000
    let plain = bins.enumerated().map { index, bins in
      CodesTests.random(count, below: bins, seed: UInt64(index + bins))
    }
    let columns = zip(bins, plain).map { bins, codes in
      EncodedColumn(
        column: ExportColumn(position: 0, heading: "column"), codes: Codes(codes),
        values: (0..<max(0, bins - 2)).map { DistinctValue(text: "\($0)", line: 1, record: 1) })
    }
    let joint = JointColumn(columns, recordCount: count)
    var numbers: [[Int]: Int] = [:]
    var rows: [[Int]] = []
    let codes = (0..<count).map { record -> Int in
      let row = plain.map { $0[record] }
      if let number = numbers[row] { return number }
      numbers[row] = rows.count
      rows.append(row)
      return rows.count - 1
    }
    #expect(joint.rows == rows)
    #expect(joint.codes.toArray() == codes)
    #expect(joint.counts == rows.indices.map { row in codes.count { $0 == row } })
  }

  @Test func noRecords() {
    let column = EncodedColumn(
      column: ExportColumn(position: 0, heading: "column"), codes: Codes(), values: [])
    let joint = JointColumn([column, column], recordCount: 0)
    #expect(joint.rows.isEmpty && joint.counts.isEmpty && joint.codes.count == 0)
  }
}
