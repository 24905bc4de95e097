extension Codes {
  /// How often each code below `bins` occurs.
  ///
  /// - Complexity: O(records + bins).
  public func histogram(bins: Int) -> [Int] {
    switch storage {
    case .u8(let values): Codes.histogram(values, bins: bins)
    case .u16(let values): Codes.histogram(values, bins: bins)
    case .u32(let values): Codes.histogram(values, bins: bins)
    }
  }

  /// Four tables take turns: neighbours are often equal, and adding to the same number twice in a
  /// row waits for the first addition.
  private static func histogram<T: FixedWidthInteger>(_ values: [T], bins: Int) -> [Int] {
    guard bins <= 4096, values.count >= 4 * bins else {
      var counts = [Int](repeating: 0, count: bins)
      for value in values { counts[Int(value)] += 1 }
      return counts
    }
    var tables = [Int](repeating: 0, count: 4 * bins)
    values.withUnsafeBufferPointer { values in
      tables.withUnsafeMutableBufferPointer { tables in
        for index in values.indices {
          let value = Int(values[index])
          precondition(value < bins, "a code outside the bins")
          tables[(index & 3) * bins + value] += 1
        }
      }
    }
    return (0..<bins).map {
      tables[$0] + tables[bins + $0] + tables[2 * bins + $0] + tables[3 * bins + $0]
    }
  }

  /// `values[code]` of every record.
  ///
  /// - Complexity: O(records).
  public func gathered(from values: [Double]) -> [Double] {
    switch storage {
    case .u8(let codes): codes.map { values[Int($0)] }
    case .u16(let codes): codes.map { values[Int($0)] }
    case .u32(let codes): codes.map { values[Int($0)] }
    }
  }
}
