internal import SurveyModel

/// Which records count: all but those that a rule excludes and those whose weight cannot be read.
struct RecordSelection {
  private(set) var keep: [Bool]
  private(set) var excluded: [Ledger.Excluded] = []
  private(set) var unreadableWeights = 0
  /// Records that the rules excluded, before weights were read.
  private(set) var isExcluded: [Bool]

  init(recordCount: Int) {
    keep = Array(repeating: true, count: recordCount)
    isExcluded = Array(repeating: false, count: recordCount)
  }

  var keptCount: Int { keep.count { $0 } }
  var keepsAll: Bool { keep.allSatisfy { $0 } }

  /// A record is excluded by the first rule that takes it.
  mutating func exclude(_ exclusion: Exclusion, _ column: EncodedColumn) {
    let values = Set(exclusion.values.map(foldedLabel))
    let table = column.counts.indices.map { code in
      values.contains(column.text(of: code).map { foldedLabel($0.text) } ?? "") ? 1 : 0
    }
    let matches = column.codes.mapped(through: table)
    var count = 0
    for record in keep.indices where keep[record] && matches[record] == 1 {
      keep[record] = false
      isExcluded[record] = true
      count += 1
    }
    excluded.append(Ledger.Excluded(reason: exclusion.reason, count: count))
  }

  /// The weights of the kept records; those without a readable one are set aside.
  mutating func readWeights(_ column: EncodedColumn) -> [Double] {
    let weights = column.counts.indices.map { Self.weight(column.text(of: $0)?.text ?? "") }
    let isClean = zip(weights, column.counts).allSatisfy { $0 != nil || $1 == 0 }
    if keepsAll, isClean { return column.codes.gathered(from: weights.map { $0 ?? 0 }) }
    var out: [Double] = []
    out.reserveCapacity(keep.count)
    for record in keep.indices where keep[record] {
      if let weight = weights[column.codes[record]] {
        out.append(weight)
      } else {
        keep[record] = false
        unreadableWeights += 1
      }
    }
    return out
  }

  /// A finite number, not negative.
  static func weight(_ text: String) -> Double? {
    readNumber(text).flatMap { $0 >= 0 ? $0 : nil }
  }
}
