internal import Definitions
internal import Ingestion
internal import SurveyModel
internal import Tabulation

/// A source of sessions as it was read: what counts, and what became of each sheet.
struct Gathering: Sendable {
  var source: SessionSource
  var set: ContributionSet
  var sheets: [Sheet]
  var quarantine: [SheetReading.SetAside]

  /// The same as results name its sheets: as the project writes them, wherever it was run.
  var setInResults: ContributionSet {
    let names = Dictionary(
      sheets.map { ($0.session.file, $0.file) }, uniquingKeysWith: { first, _ in first })
    return set.naming { names[$0] ?? $0 }
  }

  struct Sheet: Sendable {
    /// As results name it.
    var file: String
    var bytes: Int
    /// Of its bytes.
    var hash: String
    /// Of what it says, whatever program saved it.
    var contentHash: String
    var session: Session
    var fate: SessionMerger.Fate
    var statements: Int
  }
}

/// Reads the sheets of a project's sources, several at once.
struct GatheringReader: Sendable {
  let project: Project
  let jobs: Int

  struct Outcome: Sendable {
    var gatherings: [Gathering] = []
    var problems: [Problem] = []
    var isRefused: Bool { problems.contains { $0.severity == .error } }
  }

  fileprivate struct Found: Sendable {
    var path: String
    /// The position of the source whose folder it lies in; `nil`: the inbox.
    var source: Int?
  }

  /// What was found and read, before it is known to which source it belongs.
  struct Sheets: Sendable {
    fileprivate var found: [Found] = []
    fileprivate var reads: [Read] = []
    fileprivate var problems: [Problem] = []
  }

  fileprivate struct Read: Sendable {
    var sheet: HashedSheet?
    var bytes: Int
    var hash = ""
    var problems: [Problem]
  }

  /// Reads all sheets.
  func readSheets() -> Sheets {
    let (found, problems) = find()
    var sheets = Sheets(found: found, problems: problems)
    let context = SheetContext(quartiers: project.quartiers, codebook: project.codebook)
    sheets.reads = read(found, context)
    return sheets
  }

  /// Sorts sheets into their sources.
  func gather(_ read: Sheets) -> Outcome {
    var outcome = Outcome()
    outcome.problems = read.problems
    guard !project.sessionSources.isEmpty else { return outcome }
    let (found, reads) = (read.found, read.reads)
    var sheets = [[(sheet: HashedSheet, bytes: Int, hash: String)]](
      repeating: [], count: project.sessionSources.count)
    for (file, read) in zip(found, reads) {
      outcome.problems += read.problems
      guard let sheet = read.sheet else { continue }
      if let place = file.source ?? place(of: sheet, &outcome.problems) {
        sheets[place].append((sheet, read.bytes, read.hash))
      } else {
        outcome.problems += sheet.reading.problems
      }
    }
    for (index, source) in project.sessionSources.enumerated() {
      let sound = sheets[index].filter { $0.sheet.reading.session != nil }
      let broken = sheets[index].filter { $0.sheet.reading.session == nil }
      outcome.problems += broken.flatMap(\.sheet.reading.problems)
      let merged = SessionMerger(
        source: source.source, quartiers: project.quartiers, withdrawn: source.withdrawn
      ).merge(sound.map(\.sheet))
      outcome.problems += merged.problems
      outcome.gatherings.append(
        Gathering(
          source: source, set: merged.set,
          sheets: zip(sound, merged.fates).map { file, fate in
            Gathering.Sheet(
              file: file.sheet.file, bytes: file.bytes, hash: file.hash,
              contentHash: file.sheet.hash,
              session: file.sheet.reading.session!, fate: fate,
              statements: file.sheet.reading.statements.count)
          }, quarantine: merged.quarantine))
    }
    return outcome
  }

  private func find() -> ([Found], [Problem]) {
    var found: [Found] = []
    var problems: [Problem] = []
    var seen: Set<String> = []
    for (index, source) in project.sessionSources.enumerated() {
      for pattern in source.sheets {
        let files = SheetFinder.files(matching: pattern.path)
        if files.isEmpty {
          problems.append(
            .noSheets(
              ProjectPaths.inMessages(pattern.path), hasInbox: project.inbox != nil,
              at: pattern.location))
        }
        for path in files where seen.insert(path).inserted {
          found.append(Found(path: path, source: index))
        }
      }
    }
    if let inbox = project.inbox {
      for path in SheetFinder.files(matching: inbox + "/*") where seen.insert(path).inserted {
        if SheetFinder.isSheet(path) {
          found.append(Found(path: path, source: nil))
        } else if !SheetFinder.isFolder(path) {
          problems.append(.notASheet(ProjectPaths.inMessages(path)))
        }
      }
    }
    return (found, problems)
  }

  /// The source of a sheet of the inbox: the one that it names, or the only one there is.
  private func place(of sheet: HashedSheet, _ problems: inout [Problem]) -> Int? {
    let ids = project.sessionSources.map(\.source.id)
    guard let name = sheet.reading.source else {
      if ids.count == 1 { return 0 }
      problems.append(.sheetWithoutSource(sheet.file, known: ids))
      return nil
    }
    if let place = ids.firstIndex(of: name) { return place }
    problems.append(.sheetOfUnknownSource(name, sheet.file, known: ids))
    return nil
  }

  private func read(_ found: [Found], _ context: SheetContext) -> [Read] {
    concurrentMap(found.count, jobs: min(jobs, found.count / 16)) { read(found[$0], context) }
  }

  private func read(_ file: Found, _ context: SheetContext) -> Read {
    let name = ProjectPaths.inMessages(file.path)
    guard let bytes = SheetFinder.bytes(of: file.path) else {
      return Read(sheet: nil, bytes: 0, problems: [.unreadableSheet(name)])
    }
    do throws(ReadFailure) {
      var reading = try SheetReader(bytes, file: name, context: context).read()
      let sheet = HashedSheet(
        file: ProjectPaths(project).inResults(file.path),
        hash: FileHash.of(reading.takeContent()), reading: reading)
      return Read(sheet: sheet, bytes: bytes.count, hash: FileHash.of(bytes), problems: [])
    } catch {
      return Read(sheet: nil, bytes: bytes.count, problems: [error.problem(in: name)])
    }
  }
}
