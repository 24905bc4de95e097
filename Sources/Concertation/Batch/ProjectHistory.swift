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
  public func comparison(_ first: String, _ second: String) throws(Stop) -> BatchComparison {
    let last = batches[batches.count - 1]
    if let before = batch(first), let now = batch(second) {
      return BatchComparison(
        BatchComparison.Side(before), BatchComparison.Side(now), publicationBase: publicationBase)
    }
    guard let before = BatchComparison.Side(wave: first, of: last, as: second) else {
      throw Stop(.usage, unknown(first, last))
    }
    guard let now = BatchComparison.Side(wave: second, of: last, as: second) else {
      throw Stop(.usage, unknown(second, last))
    }
    return BatchComparison(before, now, publicationBase: publicationBase, isWaves: true)
  }

  private func batch(_ text: String) -> Batch? {
    Int(text).flatMap { (1...batches.count).contains($0) ? batches[$0 - 1] : nil }
  }

  private func unknown(_ text: String, _ last: Batch) -> Problem {
    .noBatch(text, known: batches.count, sources: last.sources.map(\.id))
  }
}
