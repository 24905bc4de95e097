/// Weights that meet the margins, and what it took.
public struct Weighting: Sendable, Equatable {
  /// One a row.
  public let weights: [Double]
  public let baseWeights: [Double]
  /// Raking: passes over all margins. Calibration: steps of Newton's method.
  public let cycles: Int
  /// The largest relative distance of a category from its target.
  public let largestError: Double
  /// The margins, for `SurveyDesign.calibrated`.
  public let margins: [Margin]
  /// Targets as counts, margin by margin.
  public let targets: [[Double]]
  /// How many weights lie at a limit of trimming or of bounds.
  public let limited: Int
  /// How variances take the margins into account.
  public let residuals: ResidualRule

  /// A margin before and after.
  public struct MarginReport: Sendable, Equatable {
    public let name: String
    public let targets: [Double]
    /// Sums of base weights, on their own scale.
    public let before: [Double]
    public let after: [Double]
  }

  /// Every margin before and after. - Complexity: O(rows × margins).
  public var report: [MarginReport] {
    zip(margins, targets).map { margin, targets in
      var (before, after) = (
        [Double](repeating: 0, count: targets.count), [Double](repeating: 0, count: targets.count)
      )
      for (row, code) in margin.column.codes.enumerated() where code >= 0 {
        before[Int(code)] += baseWeights[row]
        after[Int(code)] += weights[row]
      }
      return MarginReport(name: margin.name, targets: targets, before: before, after: after)
    }
  }

  /// n, sum, minimum, maximum, design effect and effective size.
  public var summary: WeightSummary { WeightSummary(weights) }

  /// The same for each category of a question, a quartier for instance.
  public func summaries(by groups: CodeColumn) -> [WeightSummary] {
    precondition(groups.count == weights.count, "one code a row")
    var parts = [[Double]](repeating: [], count: groups.categoryCount)
    for (row, code) in groups.codes.enumerated() where code >= 0 {
      parts[Int(code)].append(weights[row])
    }
    return parts.map { WeightSummary($0) }
  }

  /// Weight over base weight, of rows whose base weight is not zero.
  public var ratios: [Double] {
    zip(weights, baseWeights).compactMap { $1 > 0 ? $0 / $1 : nil }
  }

  /// Quantiles (type 7) of the weights; `nil` without rows.
  public func quantiles(at probabilities: [Double]) -> [Double]? {
    let values = weights.map { Optional($0) }
    return (try? SampleQuantile.standard(of: values, at: probabilities))?.value
  }

  init(
    _ cells: WeightingCells, cellWeights: [Double], cycles: Int, limited: Int = 0,
    residuals: ResidualRule
  ) {
    weights = cells.rowWeights(cellWeights)
    largestError = cells.worst(cellWeights).error
    self.residuals = cells.margins.count == 1 ? .baseWeights : residuals
    baseWeights = cells.baseWeights
    self.cycles = cycles
    margins = cells.margins
    targets = cells.targets
    self.limited = limited
  }
}

extension SurveyDesign {
  /// The same design with the weights of `weighting`, whose margins then explain part of the
  /// variance.
  public func calibrated(to weighting: Weighting) throws(DesignError) -> SurveyDesign {
    try calibrated(
      weights: weighting.weights, to: weighting.margins.map(\.column),
      residuals: weighting.residuals)
  }
}
