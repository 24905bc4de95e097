internal import Definitions
public import Export
public import Ingestion
public import SurveyModel
public import Tabulation

/// The tables of one raw export, with or without a questionnaire.
public struct TabulateRun: Sendable {
  public struct Request: Sendable {
    public var file: String
    /// Ids, codes or headings; empty: every question.
    public var questions: [String]
    public var by: String?
    public var questionnaire: String?
    public var splitting: SplitChoice
    public var options: ReadOptions
    public var form: ExportForm
    public var arrangement: TableArrangement
    public init(
      file: String, questions: [String] = [], by: String? = nil, questionnaire: String? = nil,
      splitting: SplitChoice = .guess, options: ReadOptions = ReadOptions(),
      form: ExportForm = ExportForm(), arrangement: TableArrangement = TableArrangement()
    ) {
      self.file = file
      self.questions = questions
      self.by = by
      self.questionnaire = questionnaire
      self.splitting = splitting
      self.options = options
      self.form = form
      self.arrangement = arrangement
    }
  }

  public let tables: [PublishableTable]
  public let dataset: Dataset
  public let problems: [Problem]
  public let summary: JSONRenderer.SourceSummary

  /// - Throws: `Stop` with exit code 3 when the export or the questionnaire is refused, 2 when a
  ///   question is not found.
  public init(
    _ request: Request, progress: @Sendable (Int) -> Void = { _ in }
  ) throws(Stop) {
    if exists(request.file) && !isReadable(request.file) {
      throw Stop(.input, .noFile(request.file, at: nil))
    }
    let (outcome, shared) =
      if let path = request.questionnaire {
        try Self.declared(request, path, progress)
      } else {
        try Self.inferred(request, progress)
      }
    guard let dataset = outcome.dataset else { throw Stop(.input, shared) }
    self.dataset = dataset
    let finder = QuestionFinder(dataset.questionnaire, outcome.layout)
    var crossing: Int?
    var chosen: [Int] = []
    do throws(Stop) {
      if let by = request.by { crossing = try finder.find(by) }
      for name in request.questions {
        for found in try finder.findAll(name) where !chosen.contains(found) { chosen.append(found) }
      }
    } catch {
      // What was read of a workbook may be why: another sheet, merged headings.
      throw Stop(error.reason, shared.filter { $0.code.hasPrefix("xlsx-") } + error.problems)
    }
    if request.questions.isEmpty { chosen = Array(dataset.questionnaire.questions.indices) }
    let builder = TableBuilder(dataset)
    var tables: [Table] = []
    for question in chosen where question != crossing || request.by == nil {
      let table =
        crossing.map { builder.crossTabulation(question, by: $0) }
        ?? builder.distribution(question)
      if let table { tables.append(table) }
    }
    if let crossing, tables.isEmpty { throw Stop(.usage, finder.cannotCross(crossing)) }
    self.tables = tables.map { .workingEdition($0.arranged(request.arrangement)) }
    problems =
      tables.isEmpty
      ? shared + [.nothingToTabulate(request.file, columns: outcome.layout.columns.count)] : shared
    summary = JSONRenderer.SourceSummary(file: request.file, ledger: dataset.ledger)
  }

  private static func declared(
    _ request: Request, _ path: String, _ progress: (Int) -> Void
  ) throws(Stop) -> (SurveyOutcome, [Problem]) {
    let loaded = QuestionnaireLoader.load(path: path)
    guard let questionnaire = loaded.value else { throw Stop(.input, loaded.problems) }
    let project = SiblingProject(questionnaire: path)
    let known = project.source(of: request.file)
    let form = request.form.completed(by: known?.form ?? ExportForm())
      .completed(by: questionnaire.form)
    var input = SurveyInput(
      path: request.file, options: request.options, form: form,
      source: known?.source ?? source(request.file), quartiers: project.quartiers)
    input.corrections = known?.correctionsPath
    input.correctionsName = known?.correctionsPath.map(ProjectPaths.inMessages)
    var outcome: SurveyOutcome
    do throws(ReadFailure) {
      outcome = try SurveyReader(input).read(questionnaire, progress: progress)
    } catch {
      throw Stop(error, name: request.file)
    }
    var problems = loaded.problems + outcome.report.problems(in: request.file) + outcome.problems
    if let dataset = outcome.dataset, let plan = known?.weighting {
      let (weighting, said) = SurveyWeigher(dataset: dataset, plan: plan).weigh()
      problems += said
      outcome.dataset = weighting.map(dataset.weighted)
    }
    if problems.contains(where: { $0.severity == .error }) { throw Stop(.input, problems) }
    return (outcome, problems)
  }

  private static func inferred(
    _ request: Request, _ progress: (Int) -> Void
  ) throws(Stop) -> (SurveyOutcome, [Problem]) {
    let input = SurveyInput(
      path: request.file, options: request.options, form: request.form,
      source: source(request.file))
    do throws(ReadFailure) {
      let reader = try SurveyReader(input)
      let (outcome, _) = try reader.readInferred(
        splitting: request.splitting, alone: request.questions + [request.by].compactMap { $0 },
        progress: progress)
      return (outcome, outcome.report.problems(in: request.file) + outcome.problems)
    } catch {
      throw Stop(error, name: request.file)
    }
  }

  /// An export without a project: its file name stands for the source.
  private static func source(_ file: String) -> Source {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return Source(id: FileName.safe(stem), label: Bilingual(name))
  }
}
