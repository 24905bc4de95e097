/// Which readers a folder of results is for.
public enum Edition: String, Sendable, CaseIterable {
  /// The team: every number, marked "ne pas diffuser".
  case working
  /// Everybody: what could say something of single persons is protected.
  case `public`
}
