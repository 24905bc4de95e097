/// The weights that were made for a survey: what tables say of them, and what variances need.
public struct Weighting: Sendable {
  public var plan: WeightingPlan
  /// The names of the margins, as tables call the questions.
  public var marginNames: [Bilingual]
  /// One a record, before; all 1 without a column of weights.
  public var startingWeights: [Double]
  /// One a record.
  public var weights: [Double]
  /// The category of each record, by margin; those without a target share the last one.
  public var codes: [[Int32]]
  /// How many categories each margin has in `codes`.
  public var categoryCounts: [Int]
  public var report: WeightingReport

  public init(
    plan: WeightingPlan, marginNames: [Bilingual], startingWeights: [Double], weights: [Double],
    codes: [[Int32]], categoryCounts: [Int], report: WeightingReport
  ) {
    self.plan = plan
    self.marginNames = marginNames
    self.startingWeights = startingWeights
    self.weights = weights
    self.codes = codes
    self.categoryCounts = categoryCounts
    self.report = report
  }

  /// What every table of the survey says.
  ///
  /// - Parameter column: the column of the starting weights, where there is one.
  public func note(startingFrom column: ColumnName?) -> Bilingual {
    let french = marginNames.map(\.fr).joined(separator: ", ")
    let english = marginNames.map(\.en).joined(separator: ", ")
    let start = column.map {
      Bilingual(
        fr: " ; poids de départ : colonne « \($0.text) »",
        en: "; starting weights: column “\($0.text)”")
    }
    return Bilingual(
      fr:
        "Pondéré par \(plan.method.label.fr) sur : \(french)\(start?.fr ?? "").",
      en:
        "Weighted by \(plan.method.label.en) to: \(english)\(start?.en ?? "").")
  }
}

/// What weighting did, in figures: the margins before and after, and the weights themselves.
public struct WeightingReport: Sendable, Hashable {
  public var margins: [Margin]
  /// The weights of everybody.
  public var all: WeightFigures
  /// The weights of each quartier's people, in the order of the list; empty where the survey does
  /// not ask for it.
  public var quartiers: [QuartierFigures]
  /// Passes over the margins, or steps of Newton's method.
  public var cycles: Int
  /// The largest relative distance of a category from its target.
  public var largestError: Double
  /// How many weights lie at a limit of `trim` or `bounds`.
  public var limited: Int

  public init(
    margins: [Margin], all: WeightFigures, quartiers: [QuartierFigures], cycles: Int,
    largestError: Double, limited: Int
  ) {
    self.margins = margins
    self.all = all
    self.quartiers = quartiers
    self.cycles = cycles
    self.largestError = largestError
    self.limited = limited
  }

  public struct QuartierFigures: Sendable, Hashable {
    public var code: String
    public var name: String
    public var weights: WeightFigures
    public init(code: String, name: String, weights: WeightFigures) {
      self.code = code
      self.name = name
      self.weights = weights
    }
  }

  /// A margin before and after. Shares are of the people with a target, so that they compare with
  /// it; from 0 to 1.
  public struct Margin: Sendable, Hashable {
    public var questions: [String]
    public var name: Bilingual
    public var categories: [Category]
    /// Records without a target: without an answer, or of a category that keeps its share.
    public var kept: Kept

    public init(questions: [String], name: Bilingual, categories: [Category], kept: Kept) {
      self.questions = questions
      self.name = name
      self.categories = categories
      self.kept = kept
    }
  }

  public struct Category: Sendable, Hashable {
    public var code: String
    public var label: Bilingual
    /// Records.
    public var n: Int
    /// The share of the population.
    public var target: Double
    /// People of the population, where the margin is in counts.
    public var targetCount: Double?
    /// With the starting weights.
    public var before: Double
    /// With the weights.
    public var after: Double
    /// The sum of the weights.
    public var weight: Double

    public init(
      code: String, label: Bilingual, n: Int, target: Double, targetCount: Double?,
      before: Double, after: Double, weight: Double
    ) {
      self.code = code
      self.label = label
      self.n = n
      self.target = target
      self.targetCount = targetCount
      self.before = before
      self.after = after
      self.weight = weight
    }
  }

  /// The records of a margin that no target concerns; their share of everybody stays.
  public struct Kept: Sendable, Hashable {
    public var n: Int
    /// Of everybody, with the starting weights as with the weights; from 0 to 1.
    public var share: Double
    public init(n: Int, share: Double) {
      self.n = n
      self.share = share
    }
  }
}

/// The weights of some people, in figures.
public struct WeightFigures: Sendable, Hashable {
  public var n: Int
  public var sum: Double
  /// `nil` without people, like all that follows.
  public var minimum: Double?
  public var maximum: Double?
  public var mean: Double?
  /// At the probabilities of `probabilities`.
  public var quantiles: [Double]?
  /// n Σw² / (Σw)² (Kish).
  public var designEffect: Double?
  /// (Σw)² / Σw² (Kish).
  public var effectiveSize: Double?

  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

  public init(
    n: Int, sum: Double, minimum: Double? = nil, maximum: Double? = nil, mean: Double? = nil,
    quantiles: [Double]? = nil, designEffect: Double? = nil, effectiveSize: Double? = nil
  ) {
    self.n = n
    self.sum = sum
    self.minimum = minimum
    self.maximum = maximum
    self.mean = mean
    self.quantiles = quantiles
    self.designEffect = designEffect
    self.effectiveSize = effectiveSize
  }
}
