internal import SurveyModel

/// Counts by group and row, for tables with many groups: each record is added to the few rows
/// that it names, so the numbers fit into the cache where all pairs of codes would not.
struct RowSums {
  /// Rows of a group: those of the table, then "answered", then one a missing reason.
  let stride: Int
  /// Group 0 is of the records that belong to no group; group `g` of the table comes as `g + 1`.
  private var sums: [Sum]

  subscript(group: Int, row: Int) -> Sum { sums[group * stride + row] }

  /// - Returns: `nil` where a record may belong to several groups.
  /// - Complexity: O(answers + groups × rows).
  init?(_ view: AnswerView, by grouping: Grouping, weights: [Double]?) {
    guard grouping.groups.allSatisfy({ $0.count <= 1 }) else { return nil }
    precondition(view.codes.count == grouping.codes.count)
    precondition(weights.map { $0.count == view.codes.count } ?? true)
    let targets = RowTargets(view)
    stride = targets.stride
    sums = Array(repeating: Sum(), count: stride * (grouping.groupCount + 1))
    let starts = grouping.groups.map { ($0.first.map { $0 + 1 } ?? 0) * stride }
    switch view.codes.storage {
    case .u8(let codes): add(codes, targets, grouping.codes, starts, weights)
    case .u16(let codes): add(codes, targets, grouping.codes, starts, weights)
    case .u32(let codes): add(codes, targets, grouping.codes, starts, weights)
    }
  }

  private mutating func add<Code: FixedWidthInteger>(
    _ codes: [Code], _ targets: RowTargets, _ groups: Codes, _ starts: [Int], _ weights: [Double]?
  ) {
    switch groups.storage {
    case .u8(let groups): add(codes, targets, groups, starts, weights)
    case .u16(let groups): add(codes, targets, groups, starts, weights)
    case .u32(let groups): add(codes, targets, groups, starts, weights)
    }
  }

  private mutating func add<Code: FixedWidthInteger, Group: FixedWidthInteger>(
    _ codes: [Code], _ targets: RowTargets, _ groups: [Group], _ starts: [Int], _ weights: [Double]?
  ) {
    for record in codes.indices {
      let code = Int(codes[record])
      let start = starts[Int(groups[record])]
      let weight = weights.map { $0[record] } ?? 0
      for index in targets.starts[code]..<targets.starts[code + 1] {
        sums[start + targets.rows[index]].add(weight)
      }
    }
  }
}
