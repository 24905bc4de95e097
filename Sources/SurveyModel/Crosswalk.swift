/// How questions of different questionnaires answer common ones: which option of which source is
/// which common option, what can be compared and what cannot.
public struct Crosswalk: Sendable, Hashable {
  public enum Comparability: String, Sendable, CaseIterable, Hashable {
    case yes, partly, no
  }

  /// One line of the list.
  public struct Entry: Sendable, Hashable {
    /// Ids.
    public var source: String
    public var question: String
    /// The option's code; `nil`: the line speaks of the question as a whole.
    public var option: String?
    /// The common question and option, in the words of the tables; an option without a common one
    /// stays in the base only.
    public var commonQuestion: String
    public var commonOption: String?
    public var comparable: Comparability
    /// Why not, or what differs.
    public var note: String
    public var location: SourceLocation

    public init(
      source: String, question: String, option: String?, commonQuestion: String,
      commonOption: String?, comparable: Comparability, note: String, location: SourceLocation
    ) {
      self.source = source
      self.question = question
      self.option = option
      self.commonQuestion = commonQuestion
      self.commonOption = commonOption
      self.comparable = comparable
      self.note = note
      self.location = location
    }
  }
  public var entries: [Entry]
  public init(entries: [Entry] = []) { self.entries = entries }

  /// The common questions in the order of the list.
  public var questions: [String] {
    var seen: Set<String> = []
    return entries.map(\.commonQuestion).filter { seen.insert($0).inserted }
  }
}
