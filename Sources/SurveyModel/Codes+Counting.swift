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
    let step = 8 / MemoryLayout<T>.size
    let size = T.bitWidth == 8 ? 256 : bins
    guard T.bitWidth < 32, size <= 4096, values.count >= 4 * size else {
      var counts = [Int](repeating: 0, count: bins)
      for value in values { counts[Int(value)] += 1 }
      return counts
    }
    var tables = [Int](repeating: 0, count: 4 * size)
    let steps = values.count / step
    values.withUnsafeBytes { values in
      tables.withUnsafeMutableBufferPointer { tables in
        for index in 0..<steps {
          // A word holds several codes.
          var word = values.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
          for place in 0..<step {
            let value = Int(T(truncatingIfNeeded: word))
            precondition(value < size, "a code outside the bins")
            tables[(place & 3) &* size &+ value] &+= 1
            word &>>= UInt64(T.bitWidth)
          }
        }
      }
    }
    for value in values[(steps * step)...] { tables[Int(value)] += 1 }
    let counts = (0..<size).map {
      tables[$0] + tables[size + $0] + tables[2 * size + $0] + tables[3 * size + $0]
    }
    precondition(counts.dropFirst(bins).allSatisfy { $0 == 0 }, "a code outside the bins")
    return Array(counts.prefix(bins)) + Array(repeating: 0, count: max(0, bins - size))
  }

  /// `values[code]` of every record.
  ///
  /// - Parameter jobs: how many threads at most.
  /// - Complexity: O(records).
  public func gathered(from values: [Double], jobs: Int = 1) -> [Double] {
    switch storage {
    case .u8(let codes): Codes.gathered(codes, from: values, jobs: jobs)
    case .u16(let codes): Codes.gathered(codes, from: values, jobs: jobs)
    case .u32(let codes): Codes.gathered(codes, from: values, jobs: jobs)
    }
  }

  private static func gathered<T: FixedWidthInteger & Sendable>(
    _ codes: [T], from values: [Double], jobs: Int
  ) -> [Double] {
    Array(unsafeUninitializedCapacity: codes.count) { room, filled in
      // Every place is written once, by the piece it lies in.
      nonisolated(unsafe) let places = room.baseAddress
      let size = 1 << 16
      _ = concurrentMap((codes.count + size - 1) / size, jobs: jobs) { piece in
        guard let places else { return }
        for record in piece * size..<min((piece + 1) * size, codes.count) {
          (places + record).initialize(to: values[Int(codes[record])])
        }
      }
      filled = codes.count
    }
  }
}
