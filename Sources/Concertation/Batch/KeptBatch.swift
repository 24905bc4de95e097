public import SurveyModel
internal import Tabulation

/// The batch that a run makes, before and after it is remembered.
public struct KeptBatch: Sendable {
  private let batch: Batch
  private let state: StateFolder
  /// What changed since the batch before.
  let table: Table

  init(_ keeper: BatchKeeper, publicationBase: Int) {
    batch = keeper.current
    state = keeper.state
    table = BatchComparison(
      keeper.previous.map { BatchComparison.Side($0) }, BatchComparison.Side(keeper.current),
      publicationBase: publicationBase
    ).table()
  }

  public var number: Int { batch.number }
  public var title: Bilingual { table.title }
  /// The changes in words, one a line.
  public var changes: [Bilingual] { table.notes }
  /// Where the project remembers.
  public var statePath: String { state.path }

  func remember() throws(Stop) { try state.write(batch) }
}
