extension Codes {
  /// Appends codes, none above `widest`, widening the column when it must.
  ///
  /// - Complexity: O(`values.count`), and O(records) when the column widens, at most twice.
  public mutating func append(_ values: UnsafeBufferPointer<UInt32>, widest: UInt32) {
    widen(to: widest)
    switch storage {
    case .u8(var column):
      storage = .u8([])
      Codes.append(values, to: &column) { UInt8(truncatingIfNeeded: $0) }
      storage = .u8(column)
    case .u16(var column):
      storage = .u16([])
      Codes.append(values, to: &column) { UInt16(truncatingIfNeeded: $0) }
      storage = .u16(column)
    case .u32(var column):
      storage = .u32([])
      column.append(contentsOf: values)
      storage = .u32(column)
    }
  }

  /// Appends another column, each of its codes replaced by `table[code]`, none above `widest`.
  ///
  /// - Complexity: as `append(_:widest:)`.
  public mutating func append(_ other: Codes, through table: [UInt32], widest: UInt32) {
    widen(to: widest)
    switch other.storage {
    case .u8(let values): append(values, through: table)
    case .u16(let values): append(values, through: table)
    case .u32(let values): append(values, through: table)
    }
  }

  private mutating func append<Source: FixedWidthInteger>(
    _ values: [Source], through table: [UInt32]
  ) {
    func map<Target: FixedWidthInteger>(_ column: inout [Target]) {
      values.withUnsafeBufferPointer { values in
        table.withUnsafeBufferPointer { table in
          Codes.append(values, to: &column) { Target(truncatingIfNeeded: table[Int($0)]) }
        }
      }
    }
    switch storage {
    case .u8(var column):
      storage = .u8([])
      map(&column)
      storage = .u8(column)
    case .u16(var column):
      storage = .u16([])
      map(&column)
      storage = .u16(column)
    case .u32(var column):
      storage = .u32([])
      map(&column)
      storage = .u32(column)
    }
  }

  /// Makes room for `count` codes in all, so that a column that grows is not copied on the way.
  public mutating func reserveCapacity(_ count: Int) {
    switch storage {
    case .u8(var column):
      storage = .u8([])
      column.reserveCapacity(count)
      storage = .u8(column)
    case .u16(var column):
      storage = .u16([])
      column.reserveCapacity(count)
      storage = .u16(column)
    case .u32(var column):
      storage = .u32([])
      column.reserveCapacity(count)
      storage = .u32(column)
    }
  }

  private mutating func widen(to widest: UInt32) {
    switch storage {
    case .u8(let column) where widest > UInt16.max: storage = .u32(Codes.widened(column))
    case .u8(let column) where widest > UInt8.max: storage = .u16(Codes.widened(column))
    case .u16(let column) where widest > UInt16.max: storage = .u32(Codes.widened(column))
    default: break
    }
  }

  private static func widened<Source: FixedWidthInteger, Target: FixedWidthInteger>(
    _ column: [Source]
  ) -> [Target] {
    var wide: [Target] = []
    wide.reserveCapacity(column.capacity)
    wide.append(contentsOf: column.lazy.map { Target(truncatingIfNeeded: $0) })
    return wide
  }

  @inline(__always)
  private static func append<Source, Target: FixedWidthInteger>(
    _ values: UnsafeBufferPointer<Source>, to column: inout [Target],
    _ convert: (Source) -> Target
  ) {
    // Through a small room, since elements are not appended as fast one by one.
    withUnsafeTemporaryAllocation(of: Target.self, capacity: min(values.count, 512)) { room in
      for start in stride(from: 0, to: values.count, by: 512) {
        let count = min(values.count - start, 512)
        let some = UnsafeBufferPointer(rebasing: values[start..<start + count])
        for index in 0..<count { room[index] = convert(some[index]) }
        column.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
      }
    }
  }
}
