internal import Definitions
public import Ingestion
public import SurveyModel
internal import Tabulation
internal import ThemeCoding

/// A project with the answers of its sources, and all that was noticed on the way.
public struct ProjectReading: Sendable {
  let project: Project
  /// One a source that could be read.
  let surveys: [Survey]
  /// One a source of sessions.
  let gatherings: [Gathering]
  /// Definitions first, then source by source.
  public let problems: [Problem]

  /// Of all surveys.
  public var recordCount: Int { surveys.reduce(0) { $0 + $1.dataset.recordCount } }

  /// Open answers were coded into themes.
  var isCoded: Bool {
    surveys.contains { $0.dataset.questionnaire.questions.contains(where: \.isCoded) }
      || gatherings.contains { $0.set.statements.contains { $0.coder != .sheet } }
  }

  /// The same answers, with what the project merges counted as one.
  var merged: ProjectReading { merging(project.merges) }

  func merging(_ plan: MergePlan) -> ProjectReading {
    var project = project
    project.quartiers = plan.merged(project.quartiers)
    return ProjectReading(
      project: project,
      surveys: surveys.map { survey in
        var survey = survey
        survey.dataset = survey.dataset.merging(plan)
        return survey
      },
      gatherings: gatherings.map { gathering in
        var gathering = gathering
        gathering.set = gathering.set.merging(plan)
        return gathering
      }, problems: [], decisions: decisions)
  }

  /// What a person decided about open answers and statements, as `ReviewDecisions.summary` has it.
  let decisions: String

  /// The tables that quartiers make on their own: how many live in each, and the themes.
  static func quartierTables(_ reading: ProjectReading) -> [Table] {
    reading.surveys.flatMap { survey in
      survey.dataset.questionnaire.questions.indices.filter {
        survey.dataset.questionnaire.questions[$0].type == .quartier
      }.flatMap { ProjectTables.tables(survey.dataset, $0) }
    } + ProjectTables.themes(reading).byQuartier()
  }

  struct Survey: Sendable {
    var source: ProjectSource
    var input: SurveyInput
    var outcome: SurveyOutcome
    var dataset: Dataset
  }

  /// Loads the definitions and reads every export, to say everything at once.
  ///
  /// It works where it is called, and waits for other threads where a long export is shared among
  /// them: call it from a task of your own where something else must go on.
  ///
  /// - Parameters:
  ///   - path: the project's folder, or its file.
  ///   - input: an export to read in place of the one that the project names; the project must
  ///     have one source.
  ///   - begun: that export, if it is being opened; of no use where the project says more of how it
  ///     is read.
  ///   - options: how exports are read, but for what the project says of one: verification, memory.
  ///   - jobs: how many threads read at most; files that are too small for several have one.
  ///   - progress: told the source, the bytes read of it, and the bytes of all sources.
  /// - Throws: when the definitions, or an export, do not let the batch be made; with every
  ///   problem that was found.
  public static func load(
    _ path: String, input: String? = nil, begun: OpeningExport? = nil,
    options: ReadOptions = ReadOptions(), jobs: Int = 1,
    progress: @escaping @Sendable (String, Int, Int) -> Void = { _, _, _ in }
  ) async throws(Stop) -> ProjectReading {
    let ahead = ExportsAhead(options, input: input, begun: begun, jobs: jobs)
    let loaded = ProjectLoader.load(path: path, named: ahead.open)
    guard var project = loaded.partial else { throw Stop(.input, loaded.problems) }
    if let input {
      guard project.sources.count == 1 else {
        throw Stop(.usage, .inputForSeveralSources(project.file))
      }
      project.sources[0].export.path = input
    }
    var problems = loaded.problems
    var surveys: [Survey] = []
    var refused = loaded.hasErrors
    let inputs = await ProjectInputs.read(
      project, options, ahead.openings, jobs: jobs, progress)
    for reading in inputs.sources {
      switch reading.result {
      case .failure(let stop):
        if stop.reason == .fault { throw stop }
        problems += stop.problems
        refused = true
      case .success(let outcome):
        problems += outcome.report.problems(in: reading.input.name) + outcome.problems
        refused = refused || outcome.problems.contains { $0.severity == .error }
        guard var dataset = outcome.dataset else { continue }
        if let plan = reading.source.weighting {
          let (weighting, said) = SurveyWeigher(dataset: dataset, plan: plan).weigh()
          problems += said
          if let weighting { dataset = dataset.weighted(by: weighting) } else { refused = true }
        }
        surveys.append(
          Survey(
            source: reading.source, input: reading.input, outcome: outcome, dataset: dataset))
      }
    }
    let sessions = GatheringReader(project: project, jobs: jobs).gather(inputs.sheets)
    problems += sessions.problems
    if refused || sessions.isRefused { throw Stop(.input, problems) }
    var gatherings = sessions.gatherings
    let (said, decisions) = try code(&surveys, &gatherings, project, inputs.book)
    return ProjectReading(
      project: project, surveys: surveys, gatherings: gatherings, problems: problems + said,
      decisions: decisions)
  }

  /// Open questions become questions of themes, and statements get theirs, where the project has
  /// words for them.
  private static func code(
    _ surveys: inout [Survey], _ gatherings: inout [Gathering], _ project: Project,
    _ book: CompiledCodebook?
  ) throws(Stop) -> (problems: [Problem], decisions: String) {
    let isOpen =
      surveys.contains { !OpenCoding.questions(of: $0.dataset).isEmpty }
      || gatherings.contains {
        $0.set.statements.contains { $0.coder == nil }
          || $0.set.priorities.contains(where: \.themes.isEmpty)
      }
    guard let book, isOpen else { return ([], "") }
    let file = ReviewFile(project)
    var coding = OpenCoding(project.codebook, book, decisions: try file.decisions(project.codebook))
    for index in surveys.indices { surveys[index].dataset = try coding.code(surveys[index]) }
    for index in gatherings.indices { coding.code(&gatherings[index].set) }
    let decisions = coding.decisions
    return (
      decisions.problems + decisions.orphanProblems(in: file.path), decisions.summary
    )
  }
}
