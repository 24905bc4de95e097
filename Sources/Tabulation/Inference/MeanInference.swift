internal import Statistics
internal import SurveyModel

/// The intervals of the means of a table.
struct MeanInference {
  let sample: SampleDesign
  let view: AnswerView
  let columns: [SampledColumn]
  let grouping: Grouping?
  /// What each code of the view stands for; `nil` without an answer.
  let values: [Double?]

  /// One a column; `nil` where there is none: a single answer, no spread.
  func intervals() -> [Limits?] {
    let numbers = view.codes.toArray().map { values[$0] }
    let groups = grouping?.codes.toArray()
    return columns.map { column in
      let inside = numbers.indices.map { record -> Bool in
        guard let group = column.group, let grouping, let groups else { return true }
        return grouping.groups[groups[record]].contains(group)
      }
      return interval(numbers, inside, population: column.population)
    }
  }

  private func interval(
    _ numbers: [Double?], _ inside: [Bool], population: Double?
  ) -> Limits? {
    let found: Estimated<Interval>?
    if sample.design.isWeighted {
      let domain = sample.design.domain(where: inside)
      found = try? sample.design.mean(of: numbers, in: domain)
        .flatMap { $0.interval(level: CellInference.level) }
    } else {
      let values = zip(numbers, inside).map { $1 ? $0 : nil }
      found = try? SampleMean(values, population: population)
        .interval(level: CellInference.level)
    }
    guard let interval = found?.value, interval.width > 0 else { return nil }
    return Limits(low: interval.lower, high: interval.upper)
  }
}
