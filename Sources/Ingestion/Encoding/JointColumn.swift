internal import SurveyModel

/// Several columns of one question taken together: the distinct rows of codes that occur, and which
/// one each record holds. Everything that is decided about a record is decided once for each
/// distinct row.
struct JointColumn {
  /// One code a record, into `rows`.
  private(set) var codes: Codes
  /// Distinct rows; `rows[i][j]` is a code of column `j`.
  private(set) var rows: [[Int]]
  /// How many records hold each row.
  private(set) var counts: [Int]

  /// - Precondition: the columns have `recordCount` records each.
  /// - Complexity: O(records × columns).
  init(_ columns: [EncodedColumn], recordCount: Int) {
    var ids = [UInt32](repeating: 0, count: recordCount)
    var rows: [[Int]] = [[]]
    for column in columns {
      precondition(column.codes.count == recordCount)
      let bins = column.counts.count
      var pairs = PairNumbers(bins: bins, firsts: rows.count)
      pairs.number(&ids, column.codes)
      rows = pairs.pairs.map { rows[$0 / bins] + [$0 % bins] }
    }
    var codes = Codes()
    ids.withUnsafeBufferPointer { codes.append($0, widest: UInt32(max(1, rows.count) - 1)) }
    self.codes = codes
    self.rows = recordCount == 0 ? [] : rows
    counts = codes.histogram(bins: self.rows.count)
  }
}

/// Numbers pairs of codes in the order in which they are first seen.
private struct PairNumbers {
  let bins: Int
  /// `first * bins + second` of each number.
  private(set) var pairs: [Int] = []
  private var direct: [UInt32]
  private var hashed: [Int: UInt32] = [:]

  /// Below this many possible pairs a plain table is used.
  private static let directLimit = 1 << 20

  init(bins: Int, firsts: Int) {
    self.bins = bins
    let possible = bins.multipliedReportingOverflow(by: firsts)
    direct =
      possible.overflow || possible.partialValue > Self.directLimit
      ? [] : Array(repeating: .max, count: possible.partialValue)
  }

  /// Replaces the first of each pair by the number of the pair.
  mutating func number(_ firsts: inout [UInt32], _ seconds: Codes) {
    switch seconds.storage {
    case .u8(let seconds): number(&firsts, seconds)
    case .u16(let seconds): number(&firsts, seconds)
    case .u32(let seconds): number(&firsts, seconds)
    }
  }

  private mutating func number<T: FixedWidthInteger>(_ firsts: inout [UInt32], _ seconds: [T]) {
    for record in firsts.indices {
      let pair = Int(firsts[record]) * bins + Int(seconds[record])
      if !direct.isEmpty, direct[pair] != .max {
        firsts[record] = direct[pair]
      } else {
        firsts[record] = number(pair)
      }
    }
  }

  @inline(never)
  private mutating func number(_ pair: Int) -> UInt32 {
    if direct.isEmpty, let known = hashed[pair] { return known }
    let number = UInt32(pairs.count)
    pairs.append(pair)
    if direct.isEmpty { hashed[pair] = number } else { direct[pair] = number }
    return number
  }
}
