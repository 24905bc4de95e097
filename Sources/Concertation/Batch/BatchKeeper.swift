internal import Definitions
internal import Ingestion
internal import SurveyModel
internal import Tabulation

/// Finds which batch a run makes, and the one before it.
struct BatchKeeper {
  let reading: ProjectReading
  let state: StateFolder
  /// The batch that these inputs make; the last one when nothing differs from it.
  let current: Batch
  let previous: Batch?
  /// Sheets of the last batch that are gone without being withdrawn.
  let problems: [Problem]

  /// - Returns: `nil` for a project without an inbox, which keeps no batches.
  init?(_ reading: ProjectReading, _ figures: BatchFigures) throws(Stop) {
    guard reading.project.inbox != nil else { return nil }
    self.reading = reading
    let state = StateFolder(path: reading.project.stateFolder)
    self.state = state
    let number = state.lastNumber
    let last = try state.batch(number)
    var batch = try Self.batch(reading, figures)
    if let last, last.fingerprint == batch.fingerprint {
      batch.number = last.number
    } else {
      batch.number = number + 1
    }
    let before = try state.batch(batch.number - 1)
    batch.date = Self.date(batch, since: before, reading)
    problems =
      last.map { Self.vanished($0, batch, reading.gatherings.map(\.source), reading.project.file) }
      ?? []
    current = batch
    previous = before
  }

  private static func batch(
    _ reading: ProjectReading, _ figures: BatchFigures
  ) throws(Stop) -> Batch {
    let paths = ProjectPaths(reading.project)
    var inputs = reading.project.definitions.map {
      Batch.Input(
        kind: "definition", file: paths.inResults($0.path), hash: FileHash.of($0.bytes))
    }
    for survey in reading.surveys {
      guard let file = FileHash.of(path: survey.input.path) else {
        throw Stop(.input, .inputGone(survey.input.name))
      }
      inputs.append(
        Batch.Input(
          kind: "export", file: paths.inResults(survey.input.path), hash: file.hash))
      guard let path = survey.input.corrections else { continue }
      guard let file = FileHash.of(path: path) else { throw Stop(.input, .inputGone(path)) }
      inputs.append(
        Batch.Input(kind: "corrections", file: paths.inResults(path), hash: file.hash))
    }
    if !reading.decisions.isEmpty {
      inputs.append(
        Batch.Input(
          kind: "decisions", file: paths.inResults(ReviewFile(reading.project).path),
          hash: FileHash.of(Array(reading.decisions.utf8))))
    }
    var sessions: [Batch.SessionState] = []
    for gathering in reading.gatherings {
      for sheet in gathering.sheets {
        let fate: String
        switch sheet.fate {
        case .copy: continue
        case .counts: fate = "counts"
        case .replaced: fate = "replaced"
        case .withdrawn: fate = "withdrawn"
        }
        inputs.append(Batch.Input(kind: "sheet", file: sheet.file, hash: sheet.contentHash))
        sessions.append(
          Batch.SessionState(
            source: gathering.source.source.id, id: sheet.session.id,
            form: sheet.session.form.rawValue, date: sheet.session.day,
            quartier: sheet.session.quartier, present: sheet.session.present,
            statements: sheet.statements, hash: sheet.contentHash, fate: fate))
      }
    }
    sessions.sort { ($0.source, $0.id) < ($1.source, $1.id) }
    // Names of files do not count: a sheet may move from the inbox to its folder.
    let facts = inputs.map { input in
      input.kind == "sheet" ? "sheet \(input.hash)" : "\(input.kind) \(input.file) \(input.hash)"
    }
    return Batch(
      number: 0, fingerprint: FileHash.of(Array(facts.sorted().joined(separator: "\n").utf8)),
      inputs: inputs, sources: sources(reading), sessions: sessions,
      figures: figures.themes, common: figures.common)
  }

  private static func sources(_ reading: ProjectReading) -> [Batch.SourceState] {
    let definitions = Dictionary(
      reading.project.definitions.map { ($0.path, FileHash.of($0.bytes)) },
      uniquingKeysWith: { first, _ in first })
    return reading.surveys.map { survey in
      let source = survey.source.source
      let hash = definitions[survey.source.questionnairePath] ?? ""
      return Batch.SourceState(
        id: source.id, label: source.label, sampling: source.sampling,
        isWeighted: survey.dataset.weights != nil,
        definition: hash + " " + survey.source.askedIn.joined(separator: " "))
    }
      + reading.gatherings.map { gathering in
        let source = gathering.source.source
        return Batch.SourceState(
          id: source.id, label: source.label, sampling: source.sampling, isWeighted: false,
          definition: "sessions")
      }
  }

  /// The latest day of the sessions that are not in the batch before, or the year in which a new
  /// survey was collected.
  private static func date(
    _ batch: Batch, since before: Batch?, _ reading: ProjectReading
  ) -> String? {
    let known = Set(before?.sessions.map(\.hash) ?? [])
    let days = batch.sessions.filter { !known.contains($0.hash) }.compactMap(\.date)
    let old = Set(before?.sources.map(\.id) ?? [])
    let years = reading.surveys.map(\.source.source).filter { !old.contains($0.id) }
      .compactMap { $0.collected.flatMap { year($0.fr) } }
    return (days + years).max()
  }

  /// The last four digits in a row that are a year: of `juin 2023`, of `2023-2024`.
  private static func year(_ text: String) -> String? {
    text.split { !$0.isASCII || !$0.isNumber }.last {
      $0.utf8.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20"))
    }.map(String.init)
  }

  private static func vanished(
    _ last: Batch, _ now: Batch, _ sources: [SessionSource], _ file: String
  ) -> [Problem] {
    let present = Set(now.sessions.map { [$0.source, $0.id] })
    return last.sessions.filter { session in
      session.fate == "counts" && !present.contains([session.source, session.id])
        && sources.first { $0.source.id == session.source }?.withdrawn[session.id] == nil
    }.map { .sheetVanished($0.id, source: $0.source, batch: last.number, file) }
  }
}
