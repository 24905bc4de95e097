internal import SurveyModel

/// Which records count: all but those that a rule excludes and those whose weight cannot be read.
struct RecordSelection {
  private(set) var keep: [Bool]
  private(set) var excluded: [Ledger.Excluded] = []
  private(set) var unreadableWeights = 0
  /// Records that the rules excluded, before weights were read.
  private(set) var isExcluded: [Bool]
  private(set) var keptCount: Int

  init(recordCount: Int) {
    keptCount = recordCount
    keep = Array(repeating: true, count: recordCount)
    isExcluded = Array(repeating: false, count: recordCount)
  }

  var keepsAll: Bool { keptCount == keep.count }

  /// A record is excluded by the first rule that takes it.
  ///
  /// - Parameters:
  ///   - columns: those of the rule, in its order.
  ///   - answered: how many questions each record answers; asked for only where the rule needs it.
  mutating func exclude(
    _ exclusion: Exclusion, _ columns: [EncodedColumn], answered: () -> [Int]
  ) {
    switch exclusion.rule {
    case .values(let values):
      let values = Set(values.map(foldedLabel))
      take(exclusion, columns.first) { values.contains(foldedLabel($0)) }
    case .unless(let values):
      let values = Set(values.map(foldedLabel))
      take(exclusion, columns.first) { !values.contains(foldedLabel($0)) }
    case .below(let least):
      // A text that is no number is not below: it is counted, and listed, as what it is.
      take(exclusion, columns.first) { $0.isEmpty || (readNumber($0) ?? least) < least }
    case .answeredBelow(let least):
      let answered = answered()
      take(exclusion, (0..<keep.count).lazy.filter { answered[$0] < least })
    case .duplicates(let keepsLast):
      take(exclusion, duplicates(columns, keepsLast: keepsLast))
    }
  }

  private mutating func take(
    _ exclusion: Exclusion, _ column: EncodedColumn?, where matches: (String) -> Bool
  ) {
    guard let column else { return take(exclusion, []) }
    let table = column.counts.indices.map { matches(column.text(of: $0)?.text ?? "") ? 1 : 0 }
    let codes = column.codes.mapped(through: table)
    take(exclusion, (0..<keep.count).lazy.filter { codes[$0] == 1 })
  }

  private mutating func take(_ exclusion: Exclusion, _ records: some Sequence<Int>) {
    var count = 0
    for record in records where keep[record] {
      keep[record] = false
      isExcluded[record] = true
      count += 1
    }
    keptCount -= count
    excluded.append(
      Ledger.Excluded(
        reason: exclusion.reason, count: count, rule: exclusion.rule.word,
        columns: exclusion.columns.map(\.text)))
  }

  /// Kept records whose columns together say what another kept one says, case and blanks aside.
  private func duplicates(_ columns: [EncodedColumn], keepsLast: Bool) -> [Int] {
    // Texts that fold alike share a number; 0 is blank.
    let keys = columns.map { column in
      var numbers: [String: Int] = ["": 0]
      let table = column.counts.indices.map { code in
        let key = foldedLabel(column.text(of: code)?.text ?? "")
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
      }
      return column.codes.mapped(through: table)
    }
    guard !keys.isEmpty else { return [] }
    var seen: Set<[Int]> = []
    var out: [Int] = []
    let records = Array(keep.indices)
    for record in keepsLast ? records.reversed() : records where keep[record] {
      let key = keys.map { Int($0[record]) }
      if key.allSatisfy({ $0 == 0 }) { continue }
      if !seen.insert(key).inserted { out.append(record) }
    }
    return out.sorted()
  }

  /// The weights of the kept records; those without a readable one are set aside.
  ///
  /// - Parameter jobs: how many threads at most.
  mutating func readWeights(_ column: EncodedColumn, jobs: Int) -> [Double] {
    let weights = column.counts.indices.map { Self.weight(column.text(of: $0)?.text ?? "") }
    let isClean = zip(weights, column.counts).allSatisfy { $0 != nil || $1 == 0 }
    if keepsAll, isClean {
      return column.codes.gathered(from: weights.map { $0 ?? 0 }, jobs: jobs)
    }
    var out: [Double] = []
    out.reserveCapacity(keep.count)
    for record in keep.indices where keep[record] {
      if let weight = weights[column.codes[record]] {
        out.append(weight)
      } else {
        keep[record] = false
        keptCount -= 1
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
