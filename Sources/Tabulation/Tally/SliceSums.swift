internal import SurveyModel

/// What a tally adds up, slice after slice in one piece of memory: pairs of codes are many, and each
/// is added to two slices or more.
struct SliceSums {
  private let rowCount: Int
  /// Rows of a slice: those of the table, "answered", then one a missing reason.
  private let stride: Int
  private var sums: [Sum]
  /// Rows that the people of a slice named, all together.
  private var mentions: [Sum]

  /// - Complexity: O(pairs × rows of a code).
  init(_ joint: JointCounts, _ view: AnswerView, _ grouping: Grouping?) {
    let sliceCount = (grouping?.groupCount ?? 0) + 1
    let targets = RowTargets(view)
    let (rowCount, stride) = (view.rowCount, targets.stride)
    (self.rowCount, self.stride) = (rowCount, stride)
    sums = Array(repeating: Sum(), count: sliceCount * stride)
    mentions = Array(repeating: Sum(), count: sliceCount)
    sums.withUnsafeMutableBufferPointer { sums in
      mentions.withUnsafeMutableBufferPointer { mentions in
        joint.visit { code, group, count, weight in
          let rows = targets.starts[code]..<targets.starts[code + 1]
          let isMissing = targets.rows[rows.upperBound - 1] > rowCount
          let named = isMissing ? 0 : rows.count - 1
          func add(to slice: Int) {
            mentions[slice].add(Sum(count: count * named, weight: weight * Double(named)))
            for target in rows {
              sums[slice * stride + targets.rows[target]].add(Sum(count: count, weight: weight))
            }
          }
          add(to: 0)
          for member in grouping?.groups[group] ?? [] { add(to: member + 1) }
        }
      }
    }
  }

  /// The same from sums of groups; a record that belongs to no group counts in the whole alone.
  init(_ groups: RowSums, rowCount: Int, groupCount: Int) {
    (self.rowCount, stride) = (rowCount, groups.stride)
    sums = Array(repeating: Sum(), count: (groupCount + 1) * stride)
    mentions = Array(repeating: Sum(), count: groupCount + 1)
    for group in 0...groupCount {
      for row in 0..<stride {
        let sum = groups[group, row]
        if sum.count == 0 { continue }
        add(sum, row, to: 0)
        if group > 0 { add(sum, row, to: group) }
      }
    }
  }

  private mutating func add(_ sum: Sum, _ row: Int, to slice: Int) {
    sums[slice * stride + row].add(sum)
    if row < rowCount { mentions[slice].add(sum) }
  }

  var slices: [Tally.Slice] {
    mentions.indices.map { slice in
      let own = sums[slice * stride..<(slice + 1) * stride]
      let rows = own.prefix(rowCount)
      let answered = own[own.startIndex + rowCount]
      return Tally.Slice(
        rows: rows.map(\.count), weightedRows: rows.map(\.weight), answered: answered.count,
        weightedAnswered: answered.weight, mentions: mentions[slice].count,
        weightedMentions: mentions[slice].weight,
        missing: own.dropFirst(rowCount + 1).map(\.count))
    }
  }
}
