/// How the weights of a survey are to be made, as the project declares it.
public struct WeightingPlan: Sendable, Hashable {
  public var method: WeightingMethod
  /// What is known of the population, a question (or several crossed) at a time.
  public var margins: [MarginTargets]
  /// Limits of weight over starting weight, the mean being 1; raking and post-stratification.
  public var trim: ClosedRange<Double>?
  /// Limits of weight over starting weight inside the calibration; linear and logit.
  public var bounds: ClosedRange<Double>?
  /// The file of the margins, as messages name it.
  public var file: String
  /// Where the project asks for weights.
  public var location: SourceLocation?

  public init(
    method: WeightingMethod, margins: [MarginTargets], trim: ClosedRange<Double>? = nil,
    bounds: ClosedRange<Double>? = nil, file: String, location: SourceLocation? = nil
  ) {
    self.method = method
    self.margins = margins
    self.trim = trim
    self.bounds = bounds
    self.file = file
    self.location = location
  }
}

/// The way from starting weights to weights that meet the margins.
public enum WeightingMethod: String, Sendable, CaseIterable, Hashable {
  case postStratification = "post-stratification"
  case raking, linear, logit

  public var label: Bilingual {
    switch self {
    case .postStratification: Bilingual(fr: "post-stratification", en: "post-stratification")
    case .raking: Bilingual(fr: "calage sur marges (raking ratio)", en: "raking")
    case .linear: Bilingual(fr: "calage sur marges (linéaire)", en: "linear calibration")
    case .logit: Bilingual(fr: "calage sur marges (logit)", en: "logit calibration")
    }
  }
}

/// What is known of the population about one question, or about several crossed.
public struct MarginTargets: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable {
    /// People.
    case count
    /// Parts of the population; their sum is the whole.
    case share
  }
  /// Ids; several where the margin crosses questions.
  public var questions: [String]
  public var unit: Unit
  /// In the order of the questionnaire.
  public var categories: [MarginCategory]
  /// Only neighbours can be merged: steps of a scale, classes of age.
  public var isOrdered: Bool

  public init(
    questions: [String], unit: Unit, categories: [MarginCategory], isOrdered: Bool = false
  ) {
    self.questions = questions
    self.unit = unit
    self.categories = categories
    self.isOrdered = isOrdered
  }
}

/// A category of a margin: one line of the file of margins.
public struct MarginCategory: Sendable, Hashable {
  /// For each question of the margin, the codes that the category takes together.
  public var options: [[String]]
  /// For each question, the positions of these codes among its answers.
  public var positions: [[Int]]
  /// As the question calls it: "18-29 ans", "18-29 ans × Femme".
  public var label: Bilingual
  /// `nil`: nothing is known, the category keeps the share that it has in the sample.
  public var target: Double?
  /// The line of the file of margins.
  public var line: Int

  public init(
    options: [[String]], positions: [[Int]], label: Bilingual, target: Double?, line: Int
  ) {
    self.options = options
    self.positions = positions
    self.label = label
    self.target = target
    self.line = line
  }

  /// As the file of margins writes it: `18-29 | 30-44 * female`.
  public var written: String {
    options.map { $0.joined(separator: " | ") }.joined(separator: " * ")
  }
}
