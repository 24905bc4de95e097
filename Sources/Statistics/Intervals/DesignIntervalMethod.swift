/// How the interval of a share estimated under a design is made.
public enum DesignIntervalMethod: Hashable, Sendable, CaseIterable {
  /// Korn and Graubard 1998: Clopper-Pearson on the effective size p(1-p)/se², times
  /// (t(n - 1) / t(df))² (R `svyciprop(method = "beta")`). The default under weights.
  case kornGraubard
  /// The same, with an effective size never above n, as the NCHS publishes (Parker et al. 2017).
  case kornGraubardCapped
  /// Symmetric in log-odds, t(df) (R `svyciprop(method = "xlogit")`).
  case logit
  /// p ± t(df) se (R `method = "mean"`); may leave [0, 1].
  case linear
  /// p ± z se.
  case normal
  /// Symmetric in arcsine √p (R `method = "asin"`).
  case arcsine
  /// Wilson's on the effective size with the factor of degrees of freedom.
  case wilson
  /// Wilson's on the effective size alone.
  case wilsonUnadjusted
  /// Agresti-Coull on the effective size alone; may leave [0, 1].
  case agrestiCoull

  /// Whether the method has an answer when nobody, or everybody, gave the answer.
  var coversBoundary: Bool {
    switch self {
    case .kornGraubard, .kornGraubardCapped, .wilson, .wilsonUnadjusted: true
    case .logit, .linear, .normal, .arcsine, .agrestiCoull: false
    }
  }
}
