/// How the people who answered were reached; decides what may be claimed about the others.
public enum SamplingKind: Hashable, Sendable, CaseIterable {
  case random, quota, onSite, volunteer, workshop, unknown

  /// Whether intervals and tests speak about the population.
  public var inference: Inference {
    switch self {
    case .random: .probability
    case .quota: .model
    case .onSite, .volunteer, .workshop, .unknown: .none
    }
  }

  public enum Inference: Hashable, Sendable {
    /// Intervals and tests follow from the way of drawing.
    case probability
    /// They hold if, within quotas, people were reached as if at random.
    case model
    /// The figures describe those who answered; an interval is indicative at most.
    case none
  }
}

/// What a stratum with a single sampling unit adds to a variance (R `survey.lonely.psu`).
public enum LonelyUnitRule: Hashable, Sendable, CaseIterable {
  /// Refused when the design is built (R `fail`).
  case refuse
  /// The average of what the other strata add.
  case average
  /// Its distance from the grand mean instead of from its own mean: conservative.
  case adjust
  /// Nothing; the stratum is ignored.
  case remove
  /// Nothing; the unit was certain to be drawn.
  case certainty
}

/// What to do with weights that are NaN or infinite.
public enum NonFiniteWeightRule: Hashable, Sendable {
  /// An error that names the rows.
  case refuse
  /// The rows are left out, as if they had not been sampled.
  case exclude
}
