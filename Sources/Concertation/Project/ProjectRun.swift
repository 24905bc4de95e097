internal import Definitions
internal import Dispatch
public import Export
internal import Ingestion
public import SurveyModel
public import Tabulation

/// One batch: a project's exports in, a folder of results out.
public struct ProjectRun: Sendable {
  let reading: ProjectReading
  let tables: ProjectTables
  /// The language of the result files.
  public let language: Language
  /// Whom the results are for.
  public let editions: [Edition]
  /// `nil` where no public edition is made.
  let publication: Publication?

  /// - Parameters:
  ///   - language: as the user says; `nil`: as the project says.
  ///   - editions: as the user says; `nil`: as the project says.
  ///   - jobs: how many threads tabulate at most; the tables do not depend on it.
  public init(
    _ reading: ProjectReading, language: Language?, editions: [Edition]? = nil, jobs: Int = 1
  ) {
    self.reading = reading
    self.language = language ?? reading.project.language
    tables = ProjectTables(reading, jobs: jobs)
    self.editions = editions ?? reading.project.publication.editions
    self.publication =
      self.editions.contains(.public) ? Publication(reading, tables, jobs: jobs) : nil
  }

  /// What this run publishes.
  var publicTables: [PublishableTable] { publication?.tables ?? [] }

  /// What the public edition withholds, and which merges would open more: a line each.
  public func account(in language: Language) -> [String] {
    publication.map { PublicationFiles(publication: $0, language: language).lines(in: language) }
      ?? []
  }

  /// The table of priorities, for the terminal; `nil` when no source asks for them.
  public var priorities: PublishableTable? {
    editions.contains(.working)
      ? tables.priorities.map { .workingEdition($0) }
      : publicTables.first { $0.table.kind == .priorities }
  }

  public var title: Bilingual { reading.project.title }

  /// What this machine lacks to write everything.
  public var lacks: [Problem] {
    var lacks: [Problem] = []
    if !ReportWorkbook.isAvailable {
      lacks.append(.noWorkbookLibrary(ReportWorkbook.libraryName))
    }
    guard editions.contains(.working) else { return lacks }
    if !CodedDataset.isAvailable { lacks.append(.noDatasetLibrary(CodedDataset.libraryName)) }
    for survey in reading.surveys where survey.dataset.recordCount > CodedDataset.mostRecords {
      lacks.append(.tooLongForDataset(survey.source.source.id, most: CodedDataset.mostRecords))
    }
    return lacks
  }

  /// The folder of results where the user names none: `results/<project>`, the project being named
  /// after its folder.
  public static func defaultFolder(project path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    if parts.last?.hasSuffix(".yaml") == true { parts.removeLast() }
    let name = parts.last { $0 != "." && $0 != ".." } ?? "concertation"
    return "results/" + FileName.safe(name)
  }

  /// Writes the results, whole or not at all.
  ///
  /// - Parameters:
  ///   - options: what the user asked for, as the manifest states it.
  ///   - jobs: how many threads write tables at most; the bytes do not depend on it.
  ///   - batch: what `batch()` gave: it is remembered once the results stand.
  ///   - release: the name under which the project remembers what is published; `nil`: it does not.
  ///   - outputs: everything, or tables and the data of charts only.
  ///   - picture: makes a PNG picture of an SVG one, to be written beside each chart; `nil`: none is.
  /// - Throws: what `picture` throws; `Stop` with exit code 4 when the folder cannot be written, 3
  ///   when an input changed or went away since it was read.
  public func write(
    to path: String, options: [Manifest.Setting], jobs: Int = 1, batch: KeptBatch? = nil,
    release: String? = nil, outputs: Outputs = .all,
    picture: (([UInt8]) throws(Stop) -> [UInt8])? = nil
  ) throws(Stop) -> ResultsFolder.Receipt {
    if let publication, !publication.refusals.isEmpty {
      throw Stop(.problems, publication.refusals)
    }
    if let release {
      if publication == nil { throw Stop(.usage, .releaseWithoutPublic()) }
      if FileName.safe(release) != release { throw Stop(.usage, .badReleaseName(release)) }
    }
    let manifest = try manifest(options)
    let folder = try Stop.catching { () throws(FolderError) in
      try ResultsFolder(claiming: path)
    }
    let draft = try Stop.catching { () throws(FolderError) in
      try folder.draft(hash: FileHash.of)
    }
    let work = work(jobs: jobs, batch, outputs)
    let files = try work.write(to: draft, jobs: jobs)
    if let picture {
      for file in files where file.path.hasSuffix(".svg") {
        let path = String(file.path.dropLast(3)) + "png"
        let picture = ResultFile(path: path, bytes: try picture(file.bytes))
        try Stop.catching { () throws(FolderError) in try draft.add(picture) }
      }
    }
    // Laid out tables and files are much to take apart: it is done while the disk is busy.
    DispatchQueue.global().async { withExtendedLifetime((work, files)) {} }
    let receipt = try Stop.catching { () throws(FolderError) in
      try folder.finish(draft, manifest: manifest, jobs: jobs)
    }
    // Killed before this line, the next run makes the same results and remembers them.
    try batch?.remember()
    if let release, let publication {
      let figures = PublishedFigures(name: release, of: publication.tables)
      try StateFolder(path: reading.project.stateFolder).write(
        release: ReleaseText.bytes(
          figures, project: reading.project.title[language], thresholds: publication.thresholds),
        name: release)
    }
    return receipt
  }

  /// Everything that is to be written, as pieces of work.
  private func work(jobs: Int, _ batch: KeptBatch?, _ outputs: Outputs) -> ResultWork {
    let paths = ProjectPaths(reading.project)
    var summaries: [String: JSONRenderer.SourceSummary] = [:]
    for survey in reading.surveys {
      summaries[survey.source.source.id] = JSONRenderer.SourceSummary(
        file: paths.inResults(survey.input.path), ledger: survey.dataset.ledger)
    }
    for gathering in reading.gatherings {
      summaries[gathering.set.source.id] = JSONRenderer.SourceSummary(
        file: nil, ledger: gathering.set.ledger)
    }
    let details = ReportDetails(
      title: reading.project.title, colours: ThemeColours(reading.project.codebook))
    let language = language
    var work = ResultWork()
    if editions.contains(.public) {
      let tables = publicTables
      work.add(
        EditionWork(of: tables, in: language, details: details, jobs: jobs, outputs: outputs))
      if outputs == .all {
        work.add { residentFiles(of: tables, details: details, in: language) }
      }
      if let publication {
        work.add { PublicationFiles(publication: publication, language: language).all() }
      }
    }
    guard editions.contains(.working) else { return work }
    let working = tables.all + tables.workingOnly + (batch.map { [$0.table] } ?? [])
    work.add(
      EditionWork(
        of: working.map { .workingEdition($0) }, in: language, sources: summaries,
        details: details, jobs: jobs, outputs: outputs))
    let reading = reading
    if outputs == .all {
      work.add { synthesisFiles() }
      for survey in reading.surveys {
        work.add { CodedDataset(survey.dataset, in: language)?.files() ?? [] }
      }
    }
    work.add {
      ledgerFiles(
        of: reading.surveys.map { $0.dataset.naming(export: paths.inResults($0.input.path)) }
          + reading.gatherings.map { $0.setInResults.asRecords },
        in: language)
    }
    for gathering in reading.gatherings {
      work.add { gathering.files(codebook: reading.project.codebook, in: language) }
    }
    work.add { weightingFiles(of: reading.surveys.map(\.dataset), in: language) }
    work.add(result: { verbatimFiles(in: language) })
    for survey in reading.surveys {
      work.add(result: { quarantineFiles(survey, in: language) })
    }
    if let batch {
      // What changed, in words, in the place of its table.
      work.replacement = batch.page(in: language)
    }
    return work
  }

  /// The records that were set aside, ready to be corrected; read again from the export.
  private func quarantineFiles(
    _ survey: ProjectReading.Survey, in language: Language
  ) -> Result<[ResultFile], Stop> {
    do throws(ReadFailure) {
      let records = try QuarantinedRecords(survey.input, survey.outcome)
      if records.records.isEmpty { return .success([]) }
      return .success([
        quarantineFile(
          source: survey.source.source.id, headings: records.headings,
          records: records.records.map { QuarantinedRecord(entry: $0.record, cells: $0.cells) },
          in: language)
      ])
    } catch {
      return .failure(Stop(error, name: survey.input.name))
    }
  }

  private func verbatimFiles(in language: Language) -> Result<[ResultFile], Stop> {
    do throws(Stop) {
      return .success(try VerbatimFiles(reading).files(in: language))
    } catch {
      return .failure(error)
    }
  }

  /// "Ce qu'on retient", from the tables of the working edition.
  private func synthesisFiles() -> [ResultFile] {
    guard let priorities = tables.priorities else { return [] }
    let comparisons = tables.contributions.filter { $0.id.name == "residents-and-partners" }
    let synthesis = Synthesis(
      priorities: .workingEdition(priorities),
      triangulation: tables.triangulation.map { .workingEdition($0) },
      profiles: tables.profiles.map { .workingEdition($0) },
      comparisons: comparisons.map { .workingEdition($0) },
      minimumBase: reading.project.minimumBase, in: language)
    return synthesis.files(edition: .working)
  }

  private func manifest(_ options: [Manifest.Setting]) throws(Stop) -> Manifest {
    let project = reading.project
    let paths = ProjectPaths(project)
    var inputs = project.definitions.map {
      Manifest.Input(
        path: paths.inResults($0.path), bytes: $0.bytes.count, sha256: FileHash.of($0.bytes))
    }
    for survey in reading.surveys {
      guard let file = FileHash.of(path: survey.input.path) else {
        throw Stop(.input, .inputGone(survey.input.name))
      }
      inputs.append(
        Manifest.Input(
          path: paths.inResults(survey.input.path), bytes: file.bytes, sha256: file.hash))
      guard let path = survey.input.corrections else { continue }
      guard let file = FileHash.of(path: path) else { throw Stop(.input, .inputGone(path)) }
      inputs.append(
        Manifest.Input(path: paths.inResults(path), bytes: file.bytes, sha256: file.hash))
    }
    let review = ReviewFile(project).path
    if reading.isCoded, let file = FileHash.of(path: review) {
      inputs.append(
        Manifest.Input(path: paths.inResults(review), bytes: file.bytes, sha256: file.hash))
    }
    for sheet in reading.gatherings.flatMap(\.sheets) {
      inputs.append(
        Manifest.Input(
          path: sheet.file, bytes: sheet.bytes, sha256: sheet.hash))
    }
    return Manifest(
      version: concertationVersion, project: project.title[language], inputs: inputs,
      options: [Manifest.Setting("lang", .text(language.rawValue))] + options,
      thresholds: [
        Manifest.Setting("ranking-minimum-base", .whole(project.minimumBase)),
        Manifest.Setting("publication-base", .whole(project.publication.base)),
        Manifest.Setting("publication-cell", .whole(project.publication.cell)),
      ])
  }
}
