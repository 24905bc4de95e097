internal import SurveyModel

/// Counts of one question, over everybody and in each group. Exact: integers, and sums of weights
/// beside them.
struct Tally {
  let rowCount: Int
  let groupCount: Int
  /// `slices[0]` is everybody, `slices[1 + g]` group `g`.
  private(set) var slices: [Slice]

  struct Slice {
    /// People in each row.
    var rows: [Int]
    var weightedRows: [Double]
    /// People who answered.
    var answered = 0
    var weightedAnswered = 0.0
    /// Rows that they named, all together.
    var mentions = 0
    var weightedMentions = 0.0
    /// People without an answer, by `MissingReason.rawValue`.
    var missing = [Int](repeating: 0, count: MissingReason.allCases.count)

    init(rowCount: Int) {
      rows = Array(repeating: 0, count: rowCount)
      weightedRows = Array(repeating: 0, count: rowCount)
    }
  }

  /// - Parameters:
  ///   - grouping: `nil`: everybody only.
  ///   - weights: one a record; `nil`: unweighted.
  /// - Complexity: O(records + distinct codes × distinct groups).
  init(_ view: AnswerView, by grouping: Grouping?, weights: [Double]?) {
    rowCount = view.rowCount
    groupCount = grouping?.groupCount ?? 0
    slices = Array(repeating: Slice(rowCount: view.rowCount), count: groupCount + 1)
    let joint = JointCounts(
      view.codes, bins: view.rows.count, by: grouping?.codes,
      groups: grouping?.groups.count ?? 1, weights: weights)
    joint.forEach { code, group, count, weight in
      add(view, code, count, weight, to: 0)
      for member in grouping?.groups[group] ?? [] { add(view, code, count, weight, to: member + 1) }
    }
  }

  private mutating func add(
    _ view: AnswerView, _ code: Int, _ count: Int, _ weight: Double, to slice: Int
  ) {
    if let reason = view.missing[code] {
      slices[slice].missing[reason.rawValue] += count
      return
    }
    let rows = view.rows[code]
    slices[slice].answered += count
    slices[slice].weightedAnswered += weight
    slices[slice].mentions += count * rows.count
    slices[slice].weightedMentions += weight * Double(rows.count)
    for row in rows {
      slices[slice].rows[row] += count
      slices[slice].weightedRows[row] += weight
    }
  }
}

/// How often each pair of codes occurs, and the weight of the records that hold it.
struct JointCounts {
  private let bins: Int
  private let groups: Int
  private var counts: [Int]
  private var weights: [Double]?

  init(_ codes: Codes, bins: Int, by groupCodes: Codes?, groups: Int, weights: [Double]?) {
    self.bins = bins
    self.groups = groups
    counts = Array(repeating: 0, count: bins * groups)
    var sums = weights.map { _ in [Double](repeating: 0, count: bins * groups) }
    let cells = Self.cells(codes, bins: bins, groupCodes)
    for cell in cells { counts[cell] += 1 }
    if let weights, sums != nil {
      for (cell, weight) in zip(cells, weights) { sums![cell] += weight }
    }
    self.weights = sums
  }

  /// Every pair that occurs, groups in order and codes in order.
  func forEach(_ body: (_ code: Int, _ group: Int, _ count: Int, _ weight: Double) -> Void) {
    for group in 0..<groups {
      for code in 0..<bins {
        let cell = group * bins + code
        if counts[cell] > 0 { body(code, group, counts[cell], weights?[cell] ?? 0) }
      }
    }
  }

  private static func cells(_ codes: Codes, bins: Int, _ groups: Codes?) -> [Int] {
    var cells = codes.toArray()
    guard let groups else { return cells }
    func shift<T: FixedWidthInteger>(_ values: [T]) {
      for (record, group) in values.enumerated() { cells[record] += Int(group) * bins }
    }
    switch groups.storage {
    case .u8(let values): shift(values)
    case .u16(let values): shift(values)
    case .u32(let values): shift(values)
    }
    return cells
  }
}
