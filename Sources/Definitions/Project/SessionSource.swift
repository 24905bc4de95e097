public import SurveyModel

/// A source that is no survey: sheets of citizen tables, workshops, walks, and the tables made of
/// them.
public struct SessionSource: Sendable, Hashable {
  public var source: Source
  /// Where the sheets are, seen from the current folder: paths whose last part may hold `*`.
  public var sheets: [Pattern]
  /// Ids of sessions that do not count any more, with the place where the project says so.
  public var withdrawn: [String: SourceLocation]
  /// Its statements stand among the priorities, beside the surveys.
  public var isRanked: Bool

  /// A path with its place in the project file.
  public struct Pattern: Sendable, Hashable {
    public var path: String
    public var location: SourceLocation
    public init(path: String, location: SourceLocation) {
      self.path = path
      self.location = location
    }
  }

  public init(
    source: Source, sheets: [Pattern], withdrawn: [String: SourceLocation] = [:],
    isRanked: Bool = false
  ) {
    self.source = source
    self.sheets = sheets
    self.withdrawn = withdrawn
    self.isRanked = isRanked
  }
}
