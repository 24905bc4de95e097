public import Export
public import Ingestion
public import SurveyModel

/// Why a verb ended without results. The number is the program's exit code.
public struct Stop: Error, Sendable {
  public enum Reason: Int32, Sendable {
    /// The data have problems and `--strict` was given, or a check failed.
    case problems = 1
    /// Wrong use.
    case usage = 2
    /// An input could not be read, or was refused.
    case input = 3
    /// The output could not be written.
    case output = 4
    /// A fault of ours.
    case fault = 70
  }
  public var reason: Reason
  public var problems: [Problem]

  public init(_ reason: Reason, _ problems: [Problem]) {
    self.reason = reason
    self.problems = problems
  }

  public init(_ reason: Reason, _ problem: Problem) { self.init(reason, [problem]) }

  /// - Parameter name: what messages call the file.
  public init(_ failure: ReadFailure, name: String) {
    let reason: Reason = if case .disagreement = failure { .fault } else { .input }
    self.init(reason, failure.problem(in: name))
  }

  public init(_ error: FolderError) { self.init(.output, error.problem) }

  /// What a step on a results folder gives.
  static func catching<Value: ~Copyable>(
    _ step: () throws(FolderError) -> Value
  ) throws(Stop) -> Value {
    do throws(FolderError) { return try step() } catch { throw Stop(error) }
  }
}
