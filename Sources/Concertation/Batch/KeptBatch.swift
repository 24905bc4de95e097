internal import Definitions
internal import Export
public import SurveyModel
internal import Tabulation

/// The batch that a run makes, before and after it is remembered.
public struct KeptBatch: Sendable {
  private let batch: Batch
  private let state: StateFolder
  private let comparison: BatchComparison
  /// What changed since the batch before.
  let table: Table

  init(_ keeper: BatchKeeper, publicationBase: Int) {
    batch = keeper.current
    state = keeper.state
    comparison = BatchComparison(
      keeper.previous.map { BatchComparison.Side($0) }, BatchComparison.Side(keeper.current),
      publicationBase: publicationBase)
    table = comparison.table()
  }

  public var number: Int { batch.number }
  public var title: Bilingual { table.title }
  /// The changes in words, one a line.
  public var changes: [Bilingual] { table.notes }
  /// Where the project remembers.
  public var statePath: String { state.path }

  /// `changes.md`, as people read it.
  func page(in language: Language) -> ResultFile {
    ResultFile(
      path: "working/changes.md",
      text: MarkdownText.set(ChangesPage(comparison, in: language).markdown, in: language))
  }

  func remember() throws(Stop) { try state.write(batch) }
}

extension ProjectRun {
  /// Which batch this run makes, and what changed since the one before; `nil` for a project without
  /// an inbox.
  ///
  /// - Throws: `Stop` with exit code 3 when a sheet that counted has gone without being withdrawn.
  public func batch() throws(Stop) -> KeptBatch? {
    let project = reading.project
    guard project.inbox != nil else { return nil }
    let publication = project.publication
    // What the public edition shows is remembered whichever editions are made.
    let published =
      editions.contains(.public)
      ? publicTables
      : Disclosure(DisclosureThresholds(base: publication.base, cell: publication.cell))
        .publicEdition(
          of: project.merges.isEmpty
            ? tables.linked() : ProjectTables(reading.merged, jobs: 1).linked())
    let figures = BatchFigures(
      priorities: tables.priorities,
      published: published.first { $0.table.kind == .priorities }?.table,
      pooled: tables.all.filter { $0.kind == .pooled }, project.crosswalk)
    guard let keeper = try BatchKeeper(reading, figures) else { return nil }
    if !keeper.problems.isEmpty { throw Stop(.input, keeper.problems) }
    return KeptBatch(keeper, publicationBase: publication.base)
  }
}
