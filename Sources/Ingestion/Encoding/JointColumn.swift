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
    var ids = Codes(repeating: 0, count: recordCount)
    var rows: [[Int]] = [[]]
    for column in columns {
      let bins = column.counts.count
      var pairs = PairNumbers(bins: bins, firsts: rows.count)
      ids = pairs.number(ids, column.codes)
      rows = pairs.pairs.map { rows[$0 / bins] + [$0 % bins] }
    }
    codes = ids
    self.rows = recordCount == 0 ? [] : rows
    counts = ids.histogram(bins: self.rows.count)
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

  mutating func number(_ firsts: Codes, _ seconds: Codes) -> Codes {
    let seconds = seconds.toArray()
    var out = [Int]()
    out.reserveCapacity(seconds.count)
    for (first, second) in zip(firsts.toArray(), seconds) {
      out.append(Int(number(first * bins + second)))
    }
    return Codes(out)
  }

  private mutating func number(_ pair: Int) -> UInt32 {
    if !direct.isEmpty {
      if direct[pair] == .max {
        direct[pair] = UInt32(pairs.count)
        pairs.append(pair)
      }
      return direct[pair]
    }
    if let known = hashed[pair] { return known }
    let number = UInt32(pairs.count)
    hashed[pair] = number
    pairs.append(pair)
    return number
  }
}
