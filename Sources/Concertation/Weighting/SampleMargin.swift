internal import Statistics
internal import SurveyModel

/// A margin as the sample meets it: who is in which of its categories.
struct SampleMargin {
  let targets: MarginTargets
  /// As tables call its questions.
  let name: Bilingual
  /// The category of each record; those without a target share the last one, after the others.
  let codes: [Int32]
  /// The categories, and one more where somebody has no target.
  let categoryCount: Int
  /// Records without an answer to one of its questions.
  let unanswered: Int
  /// What the records without a target weigh, of everybody.
  let keptShare: Double

  /// The place of the records without a target.
  var keptCode: Int32 { Int32(targets.categories.count) }

  init(_ targets: MarginTargets, dataset: Dataset, weights: [Double]) {
    self.targets = targets
    var names: [Bilingual] = []
    var columns: [(codes: [Int], width: Int)] = []
    for id in targets.questions {
      // The definitions were checked: the question exists, and has one option a record.
      guard let index = dataset.index(of: id), case .codes(let column) = dataset.answers[index]
      else { continue }
      let question = dataset.questionnaire.questions[index]
      names.append(question.label ?? question.text)
      columns.append((column.codes.toArray(), column.optionCount))
    }
    name = Bilingual(
      fr: names.map(\.fr).joined(separator: " × "), en: names.map(\.en).joined(separator: " × "))
    let category = Self.categories(targets, widths: columns.map(\.width))
    let kept = Int32(targets.categories.count)
    var codes = [Int32](repeating: kept, count: dataset.recordCount)
    var unanswered = 0
    var keptWeight = 0.0
    for record in codes.indices {
      var cell = 0
      var isAnswered = true
      for (column, width) in columns {
        if column[record] >= width { isAnswered = false }
        cell = cell * width + column[record]
      }
      if !isAnswered { unanswered += 1 }
      if isAnswered, let code = category[cell] { codes[record] = code }
      if codes[record] == kept { keptWeight += weights[record] }
    }
    self.codes = codes
    self.unanswered = unanswered
    categoryCount = targets.categories.count + (codes.contains(kept) ? 1 : 0)
    keptShare = keptWeight / weights.reduce(0, +)
  }

  /// The category of each combination of answers, where it has a target.
  private static func categories(_ targets: MarginTargets, widths: [Int]) -> [Int: Int32] {
    var table: [Int: Int32] = [:]
    for (code, category) in targets.categories.enumerated() where category.target != nil {
      var cells = [0]
      for (positions, width) in zip(category.positions, widths) {
        cells = cells.flatMap { cell in positions.map { cell * width + $0 } }
      }
      for cell in cells { table[cell] = Int32(code) }
    }
    return table
  }

  /// The targets as counts of a population of `total`, the part without a target left as it is.
  func statistical(total: Double) -> Margin {
    let known = targets.categories.reduce(0) { $0 + ($1.target ?? 0) }
    var counts = targets.categories.map { ($0.target ?? 0) / known * total * (1 - keptShare) }
    if categoryCount > counts.count { counts.append(keptShare * total) }
    let column: Statistics.CodeColumn
    do throws(DesignError) {
      column = try Statistics.CodeColumn(codes, categoryCount: categoryCount)
    } catch {
      preconditionFailure("every code is a category")
    }
    return Margin(
      name: targets.questions.joined(separator: " * "), column: column, targets: counts,
      isOrdered: targets.isOrdered)
  }

  func report(before: [Double], after: [Double]) -> WeightingReport.Margin {
    var n = [Int](repeating: 0, count: targets.categories.count + 1)
    var sums = [(before: Double, after: Double)](repeating: (0, 0), count: n.count)
    for (record, code) in codes.enumerated() {
      n[Int(code)] += 1
      sums[Int(code)].before += before[record]
      sums[Int(code)].after += after[record]
    }
    let kept = targets.categories.count
    let known = targets.categories.reduce(0) { $0 + ($1.target ?? 0) }
    let whole = sums.dropLast().reduce((before: 0.0, after: 0.0)) {
      ($0.before + $1.before, $0.after + $1.after)
    }
    return WeightingReport.Margin(
      questions: targets.questions, name: name,
      categories: targets.categories.indices.compactMap { index in
        let category = targets.categories[index]
        guard let target = category.target else { return nil }
        return WeightingReport.Category(
          code: category.written, label: category.label, n: n[index], target: target / known,
          targetCount: targets.unit == .count ? target : nil,
          before: sums[index].before / whole.before, after: sums[index].after / whole.after,
          weight: sums[index].after)
      }, kept: WeightingReport.Kept(n: n[kept], share: keptShare))
  }
}
