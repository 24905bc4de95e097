/// How a sample was drawn and weighted: built and checked once, then asked for every estimate.
///
/// Rows are respondents. Weights are sampling weights (1 / probability, possibly calibrated); a row
/// of weight zero stays, is counted among the sampled units, and adds nothing to an estimate. Strata
/// and clusters are codes; a cluster is known within its stratum, so that two strata may use the
/// same code. Population sizes count the sampling units (people, or clusters) of each stratum.
///
/// Variances are those of Taylor linearisation with ultimate clusters:
/// Σₕ (1 - fₕ) nₕ / (nₕ - 1) Σᵢ (tₕᵢ - t̄ₕ)² (Särndal, Swensson, Wretman 1992).
/// Agrees with R `survey::svydesign`, first stage. A subpopulation is a `Domain` of the design, never
/// a new design: units outside it count in nₕ.
public struct SurveyDesign: Sendable {
  /// The number of rows, those left out included.
  public let rowCount: Int
  /// One weight a row; 1 everywhere in an unweighted design, 0 in rows left out.
  public let weights: [Double]
  /// Whether weights were given.
  public let isWeighted: Bool
  public let sampling: SamplingKind
  public let lonelyUnits: LonelyUnitRule
  /// Rows left out because their weight is not finite.
  public let excludedRows: [Int]
  /// Rows kept whose weight is zero.
  public let zeroWeightRows: [Int]

  /// The stratum of each row; `nil` when there is one stratum.
  let rowStrata: [Int32]?
  /// The sampling unit of each row; `nil` when each row is one. -1 in rows left out.
  let rowUnits: [Int32]?
  /// The stratum of each cluster, when there are clusters.
  let unitStrata: [Int32]
  let strata: [Stratum]
  /// The margins to which weights were calibrated, if they were.
  var calibration: CalibrationMargins?
  /// The rows of the design: all but those left out.
  let activeRows: [Int32]

  /// What the variance needs to know of a stratum.
  struct Stratum: Sendable {
    /// Sampling units in the sample.
    var units = 0
    /// Units in the population, if known.
    var population: Double?

    var samplingFraction: Double { population.map { Double(units) / $0 } ?? 0 }
    /// A unit that is alone in the sample, but not in the population.
    var isLonely: Bool { units == 1 && samplingFraction < 1 }
  }

  public var isStratified: Bool { strata.count > 1 }
  public var isClustered: Bool { rowUnits != nil }
  public var hasPopulationSizes: Bool { strata.contains { $0.population != nil } }

  /// - Parameters:
  ///   - rowCount: how many rows there are.
  ///   - weights: one a row, zero or more; `nil` for equal weights of 1.
  ///   - strata: the stratum of each row, without missing codes.
  ///   - clusters: the primary sampling unit of each row, without missing codes.
  ///   - populationSizes: the sampling units in the population, for each stratum code; one number
  ///     when there are no strata; `nil` for sampling with replacement or unknown sizes.
  ///   - sampling: how people were reached; does not change the figures.
  /// - Throws: what is wrong, with its rows.
  /// - Complexity: O(rows), one hash a row when there are clusters.
  public init(
    rowCount: Int, weights: [Double]? = nil, strata: CodeColumn? = nil, clusters: CodeColumn? = nil,
    populationSizes: [Double]? = nil, sampling: SamplingKind = .random,
    lonelyUnits: LonelyUnitRule = .refuse, nonFiniteWeights: NonFiniteWeightRule = .refuse
  ) throws(DesignError) {
    let checked = try Self.check(weights, rowCount: rowCount, rule: nonFiniteWeights)
    let active = checked.active
    try Self.check(strata, as: .strata, rowCount: rowCount, rows: active)
    try Self.check(clusters, as: .clusters, rowCount: rowCount, rows: active)
    var table = [Stratum](repeating: Stratum(), count: strata?.categoryCount ?? 1)
    var unitOfRow: [Int32]?
    var stratumOfUnit: [Int32] = []
    if let clusters {
      (unitOfRow, stratumOfUnit) = Self.units(of: clusters, in: strata, rows: active)
      for stratum in stratumOfUnit { table[Int(stratum)].units += 1 }
    } else {
      for row in active { table[Int(strata?.codes[Int(row)] ?? 0)].units += 1 }
    }
    if let populationSizes { try Self.set(populationSizes, on: &table) }
    if lonelyUnits == .refuse, strata != nil {
      try Self.refuseLonely(table, strata: strata, rows: active)
    }
    self.rowCount = rowCount
    self.weights = checked.weights
    isWeighted = weights != nil
    self.sampling = sampling
    self.lonelyUnits = lonelyUnits
    excludedRows = checked.excluded
    zeroWeightRows =
      weights == nil
      ? [] : active.compactMap { checked.weights[Int($0)] == 0 ? Int($0) : nil }
    rowStrata = table.count > 1 ? strata?.codes : nil
    rowUnits = unitOfRow
    unitStrata = stratumOfUnit
    self.strata = table
    activeRows = active
  }

  /// A simple random sample of `rowCount` people, of `population` if that is known.
  public static func simpleRandom(
    rowCount: Int, population: Double? = nil, sampling: SamplingKind = .random
  ) throws(DesignError) -> SurveyDesign {
    try SurveyDesign(
      rowCount: rowCount, populationSizes: population.map { [$0] }, sampling: sampling)
  }
}
