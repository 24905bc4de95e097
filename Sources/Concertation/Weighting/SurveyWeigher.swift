internal import Statistics
internal import SurveyModel

/// Makes the weights of one survey, as its project asks for them.
///
/// Records without an answer to a margin keep the share that they have in the sample, and so do
/// categories of which nothing is known: the targets are met among the others. Nobody is left out,
/// and no answer is invented (as R `anesrake` does; DeBell and Krosnick 2009).
struct SurveyWeigher {
  let dataset: Dataset
  let plan: WeightingPlan

  /// The weights, or what stands in their way; and what must be said in either case.
  func weigh() -> (weighting: SurveyModel.Weighting?, problems: [Problem]) {
    let start = dataset.weights ?? [Double](repeating: 1, count: dataset.recordCount)
    let sum = start.reduce(0, +)
    guard sum > 0 else { return (nil, [.nothingToWeight(dataset, plan)]) }
    let margins = plan.margins.map { SampleMargin($0, dataset: dataset, weights: start) }
    if let empty = margins.first(where: { $0.keptShare >= 1 }) {
      return (nil, [.nobodyInMargin(empty, plan)])
    }
    let said = margins.compactMap { Problem.withoutMarginAnswer($0, plan) }
    let total = population(margins) ?? sum
    // On the scale of the population, where the ratio of weights is around 1.
    let base = start.map { $0 * total / sum }
    do throws(WeightingFailure) {
      let made = try weights(margins.map { $0.statistical(total: total) }, base, margins)
      guard made.weights.allSatisfy({ $0 >= 0 }) else {
        let count = made.weights.count { $0 < 0 }
        return (nil, said + [.negativeWeights(count, plan)])
      }
      let weighting = SurveyModel.Weighting(
        plan: plan, marginNames: margins.map(\.name), startingWeights: start,
        weights: made.weights, codes: margins.map(\.codes),
        categoryCounts: margins.map(\.categoryCount),
        report: report(made, margins, start: start))
      return (weighting, said)
    } catch {
      return (nil, said + [.weightingFailed(error, margins, plan)])
    }
  }

  /// The people whom the margins in counts describe; `nil` where all are shares. A margin with
  /// categories that keep their share leaves some people out, so that others speak first.
  private func population(_ margins: [SampleMargin]) -> Double? {
    let counted = margins.map(\.targets).filter { $0.unit == .count }
    let closed = counted.first { $0.categories.allSatisfy { $0.target != nil } }
    return (closed ?? counted.first)?.categories.reduce(0) { $0 + ($1.target ?? 0) }
  }

  private func weights(
    _ targets: [Margin], _ base: [Double], _ margins: [SampleMargin]
  ) throws(WeightingFailure) -> Statistics.Weighting {
    switch plan.method {
    case .postStratification, .raking:
      try Raking.weights(to: targets, baseWeights: base, trimming: plan.trim)
    case .linear:
      try Calibration.weights(
        to: targets, baseWeights: base, distance: .linear(bounds: plan.bounds))
    case .logit:
      try Calibration.weights(
        to: targets, baseWeights: base, distance: .logit(bounds: plan.bounds ?? 0...10))
    }
  }

  // MARK: report

  private func report(
    _ made: Statistics.Weighting, _ margins: [SampleMargin], start: [Double]
  ) -> WeightingReport {
    WeightingReport(
      margins: margins.map { $0.report(before: start, after: made.weights) },
      all: WeightFigures(of: made.weights), quartiers: quartiers(made.weights),
      cycles: made.cycles, largestError: made.largestError, limited: made.limited)
  }

  private func quartiers(_ weights: [Double]) -> [WeightingReport.QuartierFigures] {
    guard
      let place = dataset.questionnaire.questions.firstIndex(where: { $0.type == .quartier }),
      case .codes(let column) = dataset.answers[place]
    else { return [] }
    var parts = [[Double]](repeating: [], count: dataset.quartiers.count)
    for (code, weight) in zip(column.codes.toArray(), weights) where code < parts.count {
      parts[code].append(weight)
    }
    return zip(dataset.quartiers, parts).map {
      WeightingReport.QuartierFigures(
        code: $0.code, name: $0.name, weights: WeightFigures(of: $1))
    }
  }
}

extension WeightFigures {
  init(of weights: [Double]) {
    let summary = WeightSummary(weights)
    let values = weights.map { Optional($0) }
    let quantiles = try? SampleQuantile.standard(of: values, at: Self.probabilities)
    self.init(
      n: summary.count, sum: summary.sum, minimum: summary.minimum.value,
      maximum: summary.maximum.value,
      mean: summary.count > 0 ? summary.sum / Double(summary.count) : nil,
      quantiles: quantiles?.value, designEffect: summary.designEffect.value,
      effectiveSize: summary.effectiveSize.value)
  }
}
