internal import Definitions
internal import Ingestion
internal import SurveyModel

/// Reads the sources of a project.
struct SourceReader: Sendable {
  let project: Project
  /// How every export is read, but for what the project says of one.
  var options = ReadOptions()
  /// Exports that were begun to be opened.
  var openings: [NamedExport: OpeningExport] = [:]
  /// Told the source, the bytes read of it, and the bytes of all sources.
  let progress: @Sendable (String, Int, Int) -> Void

  /// What one source gave.
  struct Reading: Sendable {
    var source: ProjectSource
    var input: SurveyInput
    var result: Result<SurveyOutcome, Stop>
  }

  /// Below this many bytes one thread reads an export faster than several.
  static let parallelFrom = 8 << 20

  /// The sources whose exports are so long that all threads share each.
  func long(jobs: Int) -> [Int] {
    project.sources.indices.filter {
      jobs > 1 && byteCount(ofFile: project.sources[$0].export.path) >= Self.parallelFrom
    }
  }

  /// Reads one export by several threads; the caller's would be one more.
  @concurrent func read(_ index: Int, jobs: Int) async -> Reading {
    let total = totalBytes
    let (source, input) = (project.sources[index], input(project.sources[index]))
    if let problem = problem(source) {
      return Reading(source: source, input: input, result: .failure(Stop(.input, problem)))
    }
    do throws(ReadFailure) {
      let reader = try SurveyReader(input, opening: openings[source.export])
      let outcome = try await reader.read(source.questionnaire, workers: Workers(jobs)) {
        progress(source.source.id, $0, total)
      }
      return Reading(source: source, input: input, result: .success(outcome))
    } catch {
      return Reading(
        source: source, input: input, result: .failure(Stop(error, name: input.name)))
    }
  }

  /// Reads one export by the calling thread.
  func read(_ index: Int) -> Reading {
    let total = totalBytes
    let (source, input) = (project.sources[index], input(project.sources[index]))
    if let problem = problem(source) {
      return Reading(source: source, input: input, result: .failure(Stop(.input, problem)))
    }
    do throws(ReadFailure) {
      let outcome = try SurveyReader(input, opening: openings[source.export]).read(
        source.questionnaire
      ) {
        progress(source.source.id, $0, total)
      }
      return Reading(source: source, input: input, result: .success(outcome))
    } catch {
      return Reading(
        source: source, input: input, result: .failure(Stop(error, name: input.name)))
    }
  }

  private var totalBytes: Int {
    project.sources.reduce(0) { $0 + byteCount(ofFile: $1.export.path) }
  }

  private func input(_ source: ProjectSource) -> SurveyInput {
    var input = SurveyInput(
      path: source.export.path, name: ProjectPaths.inMessages(source.export.path),
      options: options.reading(source.export),
      form: source.form.completed(by: source.questionnaire.form), source: source.source,
      quartiers: project.quartiers)
    input.corrections = source.correctionsPath
    input.correctionsName = source.correctionsPath.map(ProjectPaths.inMessages)
    return input
  }

  /// Why nothing can be read.
  private func problem(_ source: ProjectSource) -> Problem? {
    missing(source) ?? missingCorrections(source) ?? unknownEncoding(source)
  }

  /// The project names an export that is not there: said where the project names it.
  private func missing(_ source: ProjectSource) -> Problem? {
    let name = ProjectPaths.inMessages(source.export.path)
    if isReadable(source.export.path) { return nil }
    return exists(source.export.path)
      ? .noFile(name, at: source.exportLocation) : .noExport(name, at: source.exportLocation)
  }

  private func missingCorrections(_ source: ProjectSource) -> Problem? {
    guard let path = source.correctionsPath, !isReadable(path) else { return nil }
    return .noCorrections(ProjectPaths.inMessages(path), at: source.correctionsLocation)
  }

  private func unknownEncoding(_ source: ProjectSource) -> Problem? {
    guard let word = source.export.encoding, word != "auto", TextEncoding(rawValue: word) == nil
    else {
      return nil
    }
    return .unknownEncoding(
      word, known: TextEncoding.allCases.map(\.rawValue), at: source.encodingLocation)
  }
}
