public import SurveyModel

/// Reads one survey: bytes, records, headings, codes, answers.
public struct SurveyReader: ~Copyable {
  let input: SurveyInput
  private var reader: ExportReader
  public let layout: ExportLayout
  /// The whole export, where its records are made of several lines each.
  private var pivot: EncodedExport?
  private let formProblems: [Problem]

  /// Opens the export and recognises what it is.
  ///
  /// - Parameter opening: the same export with the same options, if another thread opens it.
  /// - Throws: when the file cannot be read or breaks a rule of its format.
  public init(_ input: SurveyInput, opening: OpeningExport? = nil) throws(ReadFailure) {
    var reader: ExportReader
    if let opened = try opening?.take() {
      reader = opened
    } else {
      reader = try ExportReader(path: input.path, name: input.name, options: input.options)
      reader.beside?.begin()
    }
    let found = recogniseLayout(reader.head, input.form)
    var opened = OpenedForm(
      layout: found, head: reader.head,
      problems: LayoutProblems.of(found, reader.head, file: input.name))
    if let long = input.form.long { try opened.pivot(long, &reader) }
    self.input = input
    self.reader = reader
    layout = opened.layout
    head = opened.head
    formProblems = opened.problems
    pivot = opened.export
  }

  /// The first records, as the layout was recognised from them.
  let head: HeadRecords

  /// Reads every record into codes.
  mutating func encode(
    modes: [Int: ColumnEncoder.Mode], needed: Int, progress: (Int) -> Void
  ) throws(ReadFailure) -> EncodedExport {
    if let pivot { return pivot }
    return try reader.encode(
      EncodingPlan(layout, modes: modes, needed: needed, headings: headings), progress: progress)
  }

  /// The cells of the last heading record.
  private var headings: [String] { head.texts(layout.headerRecords - 1) }

  /// What is kept of the export for these questions.
  private func plan(_ binding: Binding) throws(ReadFailure) -> EncodingPlan {
    var corrections: CorrectedRecords?
    if let path = input.corrections {
      corrections = try CorrectedRecords(
        path: path, name: input.correctionsName ?? path, layout: layout)
    }
    return EncodingPlan(
      layout, modes: modes(binding), needed: binding.neededCells, headings: headings,
      corrections: corrections, weight: binding.weight)
  }

  /// What is worth saying of the layout itself, and of the bytes behind it.
  func layoutProblems(_ report: ReadReport) -> [Problem] {
    formProblems + LayoutProblems.encoding(report, layout, file: input.name)
  }

  /// Reads the answers to the questions of a questionnaire.
  ///
  /// - Parameter progress: told the bytes read so far.
  /// - Complexity: O(bytes); memory grows with the records times the bound columns, a byte or two
  ///   each, and with the distinct answers.
  public consuming func read(
    _ questionnaire: Questionnaire, progress: (Int) -> Void = { _ in }
  ) throws(ReadFailure) -> SurveyOutcome {
    let binding = binding(questionnaire)
    let encoded: EncodedExport
    if let pivot {
      encoded = pivot
    } else {
      encoded = try reader.encode(plan(binding), isVerifiedLater: true, progress: progress)
    }
    let outcome = try outcome(questionnaire, binding, encoded, jobs: input.options.jobs)
    // Until now answers were decoded while libcsv read the same records.
    try reader.beside?.agree()
    return outcome
  }

  /// The same, on several threads; the outcome does not depend on how many.
  public consuming func read(
    _ questionnaire: Questionnaire, workers: Workers, progress: (Int) -> Void = { _ in }
  ) async throws(ReadFailure) -> SurveyOutcome {
    if workers.count == 1 || pivot != nil { return try read(questionnaire, progress: progress) }
    let binding = binding(questionnaire)
    let encoded = try await reader.encode(plan(binding), workers: workers, progress: progress)
    return try outcome(questionnaire, binding, encoded, jobs: workers.count)
  }

  /// What the questions need, what tells how long people took, and what tells records that were not
  /// finished, where no rule of the questionnaire speaks of them. No column is kept where no answer
  /// can be decoded: the records are read to check them.
  private func modes(_ binding: Binding) -> [Int: ColumnEncoder.Mode] {
    guard binding.isSound else { return [:] }
    var modes = binding.modes
    if let times = binding.times, reader.fileBytes <= TimeColumns.largestFile {
      for position in [times.start, times.end] { modes[position] = .texts }
    }
    if !binding.exclusions.isEmpty { return modes }
    return modes.merging(Unfinished.modes(layout)) { asked, _ in asked }
  }

  private func binding(_ questionnaire: Questionnaire) -> Binding {
    var binding = Binding(questionnaire, layout, file: input.name)
    binding.checkDeclarations()
    return binding
  }

  private func outcome(
    _ questionnaire: Questionnaire, _ binding: Binding, _ encoded: consuming EncodedExport,
    jobs: Int
  ) throws(ReadFailure) -> SurveyOutcome {
    var outcome = SurveyOutcome(
      dataset: nil, layout: layout, report: encoded.report,
      problems: layoutProblems(encoded.report) + binding.problems,
      personal: PersonalColumns(layout: layout, head: head, known: binding.personalColumns))
    var refusals = encoded.problems
    if pivot != nil, let path = input.corrections {
      refusals.append(.correctionsOfLongForm(input.correctionsName ?? path))
    }
    outcome.problems += refusals
    guard binding.isSound, refusals.isEmpty,
      !formProblems.contains(where: { $0.severity == .error })
    else {
      return outcome.inSheet(of: input.name)
    }
    outcome.problems += unfinished(encoded, binding)
    let rule = encoded.rule
    let headerRecords = encoded.layout.headerRecords
    let jobs = workers(jobs, forRecords: encoded.recordCount)
    let fromFile = encoded.recordCount - encoded.correctedRecords
    let corrections = encoded.corrections
    let assembler = DatasetAssembler(
      input: input, questionnaire: questionnaire, binding: binding, encoded: encoded, jobs: jobs)
    let (dataset, problems, keep) = try assembler.assemble()
    outcome.problems += problems
    outcome.dataset = dataset
    outcome.secondPass = SecondPass(
      rule: rule, headerRecords: headerRecords, keep: keep, fromFile: fromFile,
      corrections: corrections, columns: binding.openColumns)
    return outcome.inSheet(of: input.name)
  }

  /// Records that the tool marks as not finished count, unless a person excludes them.
  private func unfinished(_ encoded: EncodedExport, _ binding: Binding) -> [Problem] {
    guard binding.exclusions.isEmpty else { return [] }
    let columns = layout.columns.compactMap { encoded.columns[$0.position] }
    let names = layout.columnNames()
    return Unfinished.among(columns, layout).map {
      .unfinished($0, column: names.name(of: $0.position), input.name)
    }
  }

  /// Reads an export without a questionnaire: the questions are inferred from headings and answers.
  ///
  /// - Parameters:
  ///   - splitting: how a cell with several answers is cut.
  ///   - alone: headings of columns that are wanted as questions of their own, beside their block.
  ///   - progress: told the bytes read so far.
  public consuming func readInferred(
    splitting: SplitChoice = .guess, alone: [String] = [], progress: (Int) -> Void = { _ in }
  ) throws(ReadFailure) -> (outcome: SurveyOutcome, inferred: Inference) {
    let personal = PersonalData(layout: layout, head: head)
    let positions = layout.columns.filter { column in
      column.role != .personal && column.role != .metadata
        && !personal.columns.contains(column.position)
    }.map(\.position)
    let encoded = try encode(
      modes: Dictionary(uniqueKeysWithValues: positions.map { ($0, .texts) }), needed: 1,
      progress: progress)
    let inference = Inference(
      encoded: encoded, splitting: splitting, personal: personal, alone: alone)
    let binding = Binding(inferred: inference, layout, file: input.name)
    let assembler = DatasetAssembler(
      input: input, questionnaire: inference.questionnaire, binding: binding, encoded: encoded)
    let (dataset, problems, _) = try assembler.assemble()
    return (
      SurveyOutcome(
        dataset: dataset, layout: layout, report: encoded.report,
        problems: layoutProblems(encoded.report) + inference.problems + problems,
        personal: PersonalColumns(layout: layout, head: head, known: inference.personal.columns)
      ).inSheet(of: input.name),
      inference
    )
  }
}

/// How a cell with several answers is cut where no questionnaire says so.
public enum SplitChoice: Sendable, Hashable {
  /// By the rule of `Inference`, which is always said.
  case guess
  /// On this text, as the user says.
  case on(String)
  /// Never.
  case never
}
