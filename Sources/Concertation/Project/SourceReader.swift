internal import Definitions
internal import Ingestion
internal import SurveyModel

/// Reads the sources of a project, several at once where that pays.
struct SourceReader: Sendable {
  let project: Project
  /// How every export is read, but for what the project says of one.
  var options = ReadOptions()
  /// Told the source, the bytes read of it, and the bytes of all sources.
  let progress: @Sendable (String, Int, Int) -> Void

  /// What one source gave.
  struct Reading: Sendable {
    var source: ProjectSource
    var input: SurveyInput
    var result: Result<SurveyOutcome, Stop>
  }

  /// Below this many bytes of exports one thread is faster than several.
  static let parallelFrom = 8 << 20

  /// Long exports are read one after another, each by all threads; the others side by side.
  ///
  /// - Parameter jobs: how many threads at most.
  func readAll(jobs: Int) async -> [Reading] {
    let sources = project.sources
    let sizes = sources.map { byteCount(ofFile: $0.exportPath) }
    let bytes = sizes.reduce(0, +)
    var readings = [Reading?](repeating: nil, count: sources.count)
    let isLong = sizes.map { $0 >= Self.parallelFrom && jobs > 1 }
    for index in sources.indices where isLong[index] {
      readings[index] = await read(sources[index], of: bytes, jobs: jobs)
    }
    let short = sources.indices.filter { !isLong[$0] }
    if jobs <= 1 || bytes < Self.parallelFrom {
      for index in short { readings[index] = await read(sources[index], of: bytes, jobs: 1) }
      return readings.compactMap { $0 }
    }
    await withTaskGroup(of: (Int, Reading).self) { group in
      var next = 0
      func start(_ group: inout TaskGroup<(Int, Reading)>) {
        guard next < short.count else { return }
        let index = short[next]
        next += 1
        group.addTask { (index, await read(sources[index], of: bytes, jobs: 1)) }
      }
      for _ in 0..<jobs { start(&group) }
      for await (index, reading) in group {
        readings[index] = reading
        start(&group)
      }
    }
    return readings.compactMap { $0 }
  }

  private func read(_ source: ProjectSource, of total: Int, jobs: Int) async -> Reading {
    var options = options
    options.delimiter = source.delimiter
    options.sheet = source.sheet
    if let word = source.encoding, word != "auto" {
      options.encoding = TextEncoding(rawValue: word)
    }
    var input = SurveyInput(
      path: source.exportPath, name: ProjectPaths.inMessages(source.exportPath), options: options,
      form: source.form.completed(by: source.questionnaire.form), source: source.source,
      quartiers: project.quartiers)
    input.corrections = source.correctionsPath
    input.correctionsName = source.correctionsPath.map(ProjectPaths.inMessages)
    if let problem = missing(source) ?? missingCorrections(source)
      ?? unknownEncoding(source, options)
    {
      return Reading(source: source, input: input, result: .failure(Stop(.input, problem)))
    }
    do throws(ReadFailure) {
      let reader = try SurveyReader(input)
      let outcome = try await reader.read(source.questionnaire, workers: Workers(jobs)) {
        progress(source.source.id, $0, total)
      }
      return Reading(source: source, input: input, result: .success(outcome))
    } catch {
      return Reading(
        source: source, input: input, result: .failure(Stop(error, name: input.name)))
    }
  }

  /// The project names an export that is not there: said where the project names it.
  private func missing(_ source: ProjectSource) -> Problem? {
    let name = ProjectPaths.inMessages(source.exportPath)
    if isReadable(source.exportPath) { return nil }
    return exists(source.exportPath)
      ? .noFile(name, at: source.exportLocation) : .noExport(name, at: source.exportLocation)
  }

  private func missingCorrections(_ source: ProjectSource) -> Problem? {
    guard let path = source.correctionsPath, !isReadable(path) else { return nil }
    return .noCorrections(ProjectPaths.inMessages(path), at: source.correctionsLocation)
  }

  private func unknownEncoding(_ source: ProjectSource, _ options: ReadOptions) -> Problem? {
    guard let word = source.encoding, word != "auto", options.encoding == nil else { return nil }
    return .unknownEncoding(
      word, known: TextEncoding.allCases.map(\.rawValue), at: source.encodingLocation)
  }
}
