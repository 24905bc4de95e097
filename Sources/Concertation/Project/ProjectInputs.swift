internal import Definitions
internal import Ingestion
internal import SurveyModel
internal import Tabulation
internal import ThemeCoding

/// Everything that a project reads besides its definitions: exports, sheets of sessions, and the
/// words of its themes, compiled.
struct ProjectInputs: Sendable {
  /// One a source, in the order of the project.
  var sources: [SourceReader.Reading] = []
  var sheets = GatheringReader.Sheets()
  /// `nil` where the themes have no words.
  var book: CompiledCodebook?

  private enum Part: Sendable {
    case source(SourceReader.Reading)
    case sheets(GatheringReader.Sheets)
    case book(CompiledCodebook)
  }

  /// Long exports are read one after another, each by all threads; then all else side by side.
  ///
  /// - Parameters:
  ///   - jobs: how many threads at most; what is read does not depend on it.
  ///   - progress: told the source, the bytes read of it, and the bytes of all sources.
  static func read(
    _ project: Project, _ options: ReadOptions, _ openings: [NamedExport: OpeningExport], jobs: Int,
    _ progress: @escaping @Sendable (String, Int, Int) -> Void
  ) async -> ProjectInputs {
    let reader = SourceReader(
      project: project, options: options, openings: openings, progress: progress)
    let gatherings = GatheringReader(project: project, jobs: jobs)
    var readings = [SourceReader.Reading?](repeating: nil, count: project.sources.count)
    for index in reader.long(jobs: jobs) { readings[index] = await reader.read(index, jobs: jobs) }
    var pieces: [@Sendable () -> Part] = []
    if project.codebook.hasExpressions {
      pieces.append { .book(CompiledCodebook(project.codebook)) }
    }
    let short = readings.indices.filter { readings[$0] == nil }
    for index in short { pieces.append { .source(reader.read(index)) } }
    // Nothing to look for is no work for a thread.
    if !project.sessionSources.isEmpty || project.inbox != nil {
      pieces.append { .sheets(gatherings.readSheets()) }
    }
    let work = pieces
    var inputs = ProjectInputs()
    var places = short[...]
    for part in concurrentMap(work.count, jobs: jobs, { work[$0]() }) {
      switch part {
      case .source(let reading): readings[places.removeFirst()] = reading
      case .sheets(let sheets): inputs.sheets = sheets
      case .book(let book): inputs.book = book
      }
    }
    inputs.sources = readings.compactMap { $0 }
    return inputs
  }
}
