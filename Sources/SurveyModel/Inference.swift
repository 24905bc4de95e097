/// Whether intervals and tests are printed for a source.
public enum IntervalRule: String, Sendable, CaseIterable, Hashable {
  /// Where the sampling allows them.
  case allowed
  /// Of every source; where the sampling does not allow them, labelled as indicative.
  case indicative
}

/// What the intervals and tests of a source rest on.
public enum InferenceKind: String, Sendable, CaseIterable, Hashable {
  /// The people were drawn at random.
  case probability
  /// Within quotas, people are taken to have been reached as if at random.
  case quotaModel = "quota-model"
  /// Nothing: the figures describe those who answered, and an interval is an order of magnitude.
  case indicative
}

extension Source {
  /// What intervals of this source's figures rest on; `nil`: none are printed.
  public var inference: InferenceKind? {
    switch sampling {
    case .random: .probability
    case .quota: .quotaModel
    case .onSite, .volunteer, .workshop, .unknown: intervals == .indicative ? .indicative : nil
    }
  }
}
