internal import Definitions
public import SurveyModel
public import Tabulation

/// What a project remembers: its batches, and comparisons of two of them.
public struct ProjectHistory: Sendable {
  public let title: Bilingual
  /// Where the project remembers.
  public let statePath: String
  private let batches: [Batch]
  private let publicationBase: Int

  /// - Parameter path: the project's folder, or its file.
  /// - Throws: `Stop` with exit code 3 when the project cannot be read or has no batch.
  public init(project path: String) throws(Stop) {
    let loaded = ProjectLoader.load(path: path)
    guard let project = loaded.partial else { throw Stop(.input, loaded.problems) }
    title = project.title
    statePath = project.stateFolder
    publicationBase = project.publication.base
    batches = try StateFolder(path: project.stateFolder).batches()
    guard !batches.isEmpty else { throw Stop(.input, .noHistory(project.file)) }
  }

  /// Two batches by their numbers, or two sources of the last batch by their ids: two waves of a survey.
  ///
  /// - Throws: `Stop` with exit code 2 when there is no such batch or source.
  public func comparison(_ first: String, _ second: String) throws(Stop) -> PublishableTable {
    let last = batches[batches.count - 1]
    let before = try side(first, of: last, as: second)
    let now = try side(second, of: last, as: second)
    return .workingEdition(
      BatchComparison(before, now, publicationBase: publicationBase).table("comparison"))
  }

  private func side(
    _ text: String, of last: Batch, as name: String
  ) throws(Stop) -> BatchComparison.Side {
    if let number = Int(text), (1...batches.count).contains(number) {
      return BatchComparison.Side(batches[number - 1])
    }
    guard let side = BatchComparison.Side(wave: text, of: last, as: name) else {
      throw Stop(.usage, .noBatch(text, known: batches.count))
    }
    return side
  }
}
