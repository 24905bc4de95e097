public import SurveyModel

/// What a definition file says, and everything that is wrong with it.
public struct Loaded<Value: Sendable>: Sendable {
  /// What could be read, which may lack what the problems name. To go on checking; to compute,
  /// use `value`.
  public var partial: Value?
  /// In the order of the files and their lines.
  public var problems: [Problem]

  public init(partial: Value?, problems: [Problem]) {
    self.partial = partial
    self.problems = problems
  }

  /// The definition, when there is no error in it.
  public var value: Value? { hasErrors ? nil : partial }

  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// The bytes of one definition file as they were read, for the hashes of a manifest.
public struct DefinitionFile: Sendable, Hashable {
  public var path: String
  public var bytes: [UInt8]
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
