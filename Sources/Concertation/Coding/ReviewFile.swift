internal import Definitions
internal import Ingestion
internal import SurveyModel
internal import ThemeCoding

/// The sheet of a project in which a person decides what open answers speak of.
struct ReviewFile {
  /// Seen from the current folder.
  let path: String

  /// In the project's state folder, since it quotes answers: that folder is no part of a repository.
  init(_ project: Project) { path = project.stateFolder + "/review.csv" }

  init(path: String) { self.path = path }

  /// - Returns: no decisions where the sheet does not exist.
  /// - Throws: when it exists and cannot be read: decisions are never passed over in silence.
  func decisions(_ codebook: Codebook) throws(Stop) -> ReviewDecisions {
    guard exists(path) else { return ReviewDecisions() }
    let rows: [[String]]
    do throws(ReadFailure) {
      rows = try RecordReader.readAllRows(path: path).rows
    } catch {
      throw Stop(error, name: path)
    }
    let (sheet, problems) = ReviewSheet.read(rows, file: path)
    guard let sheet else { throw Stop(.input, problems) }
    return ReviewDecisions(sheet, codebook: codebook, file: path, noticed: problems)
  }
}
