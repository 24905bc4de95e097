/// A rule by which records do not count, and the reason that the ledger prints.
public struct Exclusion: Sendable, Hashable {
  public enum Rule: Sendable, Hashable {
    /// The column holds one of these texts (`""`: it is blank).
    case values([String])
    /// The column holds none of these texts: people outside the population.
    case unless([String])
    /// The column's number is smaller, or blank: unfinished answers.
    case below(Double)
    /// The columns together repeat an earlier (or later) record; blank keys repeat nothing.
    case duplicates(keepsLast: Bool)
    /// Fewer questions than this are answered.
    case answeredBelow(Int)

    /// The word used in JSON and CSV.
    public var word: String {
      switch self {
      case .values: "values"
      case .unless: "keep"
      case .below: "below"
      case .duplicates: "duplicates"
      case .answeredBelow: "answered-below"
      }
    }
  }
  /// The columns that the rule looks at; none for `answeredBelow`.
  public var columns: [ColumnName]
  public var rule: Rule
  public var reason: Bilingual

  public init(columns: [ColumnName], rule: Rule, reason: Bilingual) {
    self.columns = columns
    self.rule = rule
    self.reason = reason
  }

  /// Records whose column holds one of these values.
  public init(column: ColumnName, values: [String], reason: Bilingual) {
    self.init(columns: [column], rule: .values(values), reason: reason)
  }

  /// The texts of a rule by values; empty for the others.
  public var values: [String] {
    switch rule {
    case .values(let texts), .unless(let texts): texts
    case .below, .duplicates, .answeredBelow: []
    }
  }
}
