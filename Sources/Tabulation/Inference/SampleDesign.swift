internal import Statistics
internal import SurveyModel

/// A survey as a sample: what the intervals and tests of its figures need.
struct SampleDesign: Sendable {
  let inference: InferenceKind
  let design: SurveyDesign
  /// Residents of each quartier, where they are known and may correct for a finite population.
  private let quartierPopulations: [Double?]
  /// Of the town; `nil` unless that of every quartier is known.
  let townPopulation: Double?

  /// - Returns: `nil` where nothing may be claimed, and where there is nobody.
  init?(_ dataset: Dataset) {
    guard let inference = dataset.source.inference, dataset.recordCount > 0 else { return nil }
    guard let design = try? Self.design(dataset) else { return nil }
    self.inference = inference
    self.design = design
    // Under weights the correction would need the sampling fraction of each weight.
    let counts = !design.isWeighted && inference != .indicative
    quartierPopulations = dataset.quartiers.map { counts ? $0.population.map(Double.init) : nil }
    let known = quartierPopulations.compactMap { $0 }
    townPopulation =
      known.isEmpty || known.count < quartierPopulations.count ? nil : known.reduce(0, +)
  }

  var isWeighted: Bool { design.isWeighted }

  func population(ofQuartier index: Int) -> Double? {
    index < quartierPopulations.count ? quartierPopulations[index] : nil
  }

  private static func design(_ dataset: Dataset) throws(DesignError) -> SurveyDesign {
    guard let weighting = dataset.weighting else {
      return try SurveyDesign(rowCount: dataset.recordCount, weights: dataset.weights)
    }
    var margins: [Statistics.CodeColumn] = []
    for (codes, count) in zip(weighting.codes, weighting.categoryCounts) {
      margins.append(try Statistics.CodeColumn(codes, categoryCount: count))
    }
    // Raking as R `survey::rake` takes its residuals, the others as `calibrate` does.
    let rule: ResidualRule = weighting.plan.method == .raking ? .rows : .baseWeights
    return try SurveyDesign(rowCount: dataset.recordCount, weights: weighting.startingWeights)
      .calibrated(weights: weighting.weights, to: margins, residuals: rule)
  }
}

/// The people of one column of a table, and the answers that it counts.
struct SampledColumn {
  /// Among the views of its table.
  var view: Int
  /// The group of the grouping; `nil`: everybody.
  var group: Int?
  /// How many people it speaks for, where that is known.
  var population: Double?
}
