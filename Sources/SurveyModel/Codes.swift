/// A column of small whole numbers, one a record, in the smallest integer that holds them.
///
/// Values up to 255 cost a byte a record. Appending a larger value widens the whole column once.
public struct Codes: Sendable, Hashable {
  public enum Storage: Sendable, Hashable {
    case u8([UInt8])
    case u16([UInt16])
    case u32([UInt32])
  }
  public internal(set) var storage: Storage

  public init() { storage = .u8([]) }

  /// `count` times the same value.
  public init(repeating value: Int, count: Int) {
    if value <= UInt8.max {
      storage = .u8(Array(repeating: UInt8(value), count: count))
    } else if value <= UInt16.max {
      storage = .u16(Array(repeating: UInt16(value), count: count))
    } else {
      storage = .u32(Array(repeating: UInt32(value), count: count))
    }
  }

  public init(_ storage: Storage) { self.storage = storage }

  public var count: Int {
    switch storage {
    case .u8(let values): values.count
    case .u16(let values): values.count
    case .u32(let values): values.count
    }
  }

  /// - Complexity: O(1). For a pass over the column, switch over `storage` once instead.
  public subscript(record: Int) -> Int {
    switch storage {
    case .u8(let values): Int(values[record])
    case .u16(let values): Int(values[record])
    case .u32(let values): Int(values[record])
    }
  }

  /// Every code replaced by `table[code]`: how distinct texts become answers.
  ///
  /// - Parameter table: one entry for each code that occurs.
  /// - Complexity: O(records).
  public func mapped(through table: [Int]) -> Codes {
    let widest = table.max() ?? 0
    func map<From: FixedWidthInteger, To: FixedWidthInteger>(_ values: [From], _: To.Type) -> [To] {
      let narrow = table.map { To(truncatingIfNeeded: $0) }
      return narrow.withUnsafeBufferPointer { narrow in
        values.withUnsafeBufferPointer { values in
          Array(unsafeUninitializedCapacity: values.count) { out, count in
            count = values.count
            for index in 0..<count { out[index] = narrow[Int(values[index])] }
          }
        }
      }
    }
    func widen<From: FixedWidthInteger>(_ values: [From]) -> Storage {
      if widest <= UInt8.max { return .u8(map(values, UInt8.self)) }
      if widest <= UInt16.max { return .u16(map(values, UInt16.self)) }
      return .u32(map(values, UInt32.self))
    }
    switch storage {
    case .u8(let values): return Codes(widen(values))
    case .u16(let values): return Codes(widen(values))
    case .u32(let values): return Codes(widen(values))
    }
  }

  /// The codes as an array.
  public func toArray() -> [Int] {
    switch storage {
    case .u8(let values): values.map(Int.init)
    case .u16(let values): values.map(Int.init)
    case .u32(let values): values.map(Int.init)
    }
  }

  /// A column from plain numbers, none of them negative.
  public init(_ values: [Int]) {
    let widest = values.max() ?? 0
    if widest <= UInt8.max {
      storage = .u8(values.map { UInt8(truncatingIfNeeded: $0) })
    } else if widest <= UInt16.max {
      storage = .u16(values.map { UInt16(truncatingIfNeeded: $0) })
    } else {
      storage = .u32(values.map { UInt32(truncatingIfNeeded: $0) })
    }
  }

  /// The records for which `keep` is true, in order.
  ///
  /// - Precondition: `keep.count == count`.
  public func filtered(by keep: [Bool]) -> Codes {
    precondition(keep.count == count)
    func pick<T>(_ values: [T]) -> [T] {
      var out: [T] = []
      out.reserveCapacity(values.count)
      for (value, kept) in zip(values, keep) where kept { out.append(value) }
      return out
    }
    switch storage {
    case .u8(let values): return Codes(.u8(pick(values)))
    case .u16(let values): return Codes(.u16(pick(values)))
    case .u32(let values): return Codes(.u32(pick(values)))
    }
  }
}
