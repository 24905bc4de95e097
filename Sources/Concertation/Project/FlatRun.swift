internal import Definitions
public import Export
internal import Ingestion
internal import SurveyModel
internal import Tabulation

/// A project's answers as flat files: `dist.csv`, `cross.csv` and `tests.csv`, by quartier.
public struct FlatRun: Sendable {
  private let reading: ProjectReading
  private let files: [ResultFile]

  /// - Parameter jobs: how many questions are tabulated at a time.
  /// - Throws: `Stop` with exit code 2 when a source has no question of quartier to cross by.
  public init(_ reading: ProjectReading, jobs: Int) throws(Stop) {
    self.reading = reading
    var files: [ResultFile] = []
    for survey in reading.surveys {
      let folder = reading.surveys.count == 1 ? "" : FileName.safe(survey.source.source.id) + "/"
      let questions = survey.dataset.questionnaire.questions
      guard let place = questions.firstIndex(where: { $0.type == .quartier }),
        let tables = FlatTables(survey.dataset, by: place, workers: jobs)
      else { throw Stop(.usage, .noQuartierQuestion(survey.source.questionnairePath)) }
      files += [
        ResultFile(path: folder + "dist.csv", bytes: tables.distributions),
        ResultFile(path: folder + "cross.csv", bytes: tables.crossTabulations),
        ResultFile(path: folder + "tests.csv", bytes: tables.tests),
      ]
    }
    self.files = files
  }

  /// Writes the files, whole or not at all.
  ///
  /// The manifest names the exports by path and size: to hash a long one takes longer than all else.
  public func write(to path: String) throws(Stop) -> ResultsFolder.Receipt {
    let project = reading.project
    let paths = ProjectPaths(project)
    var inputs = project.definitions.map {
      Manifest.Input(
        path: paths.inResults($0.path), bytes: $0.bytes.count, sha256: FileHash.of($0.bytes))
    }
    for survey in reading.surveys {
      inputs.append(
        Manifest.Input(
          path: paths.inResults(survey.input.path), bytes: byteCount(ofFile: survey.input.path),
          sha256: nil))
    }
    let manifest = Manifest(
      version: concertationVersion, project: project.title.fr, inputs: inputs,
      options: [Manifest.Setting("tables", .text("peer-job"))])
    do throws(FolderError) {
      let folder = try ResultsFolder(claiming: path)
      return try folder.write(files, manifest: manifest, hash: FileHash.of)
    } catch {
      throw Stop(error)
    }
  }
}
