internal import Definitions
internal import Glibc
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

  /// - Throws: when the sheet does not exist, too: the user named it.
  func existingDecisions(_ codebook: Codebook) throws(Stop) -> ReviewDecisions {
    guard isReadable(path) else { throw Stop(.input, .noSheet(path)) }
    return try decisions(codebook)
  }
}

extension Problem {
  static func noSheet(_ path: String) -> Problem {
    Problem(
      .error, "no-sheet",
      Bilingual(
        fr: "il n'y a pas de feuille de relecture ici", en: "there is no review sheet here"),
      at: SourceLocation(file: path),
      fix: Bilingual(
        fr: "nommez une feuille écrite par « code » et enregistrée en CSV",
        en: "name a sheet that “code” wrote, saved as CSV"))
  }

  static func noWords(_ project: String) -> Problem {
    Problem(
      .error, "no-words",
      Bilingual(
        fr: "les thèmes du projet n'ont pas de mots : il n'y a rien à chercher dans les réponses",
        en: "the themes of the project have no words: there is nothing to look for in the answers"),
      at: SourceLocation(file: project),
      fix: Bilingual(
        fr: "écrire dans themes.yaml : dictionary: ../dictionnaire.yaml",
        en: "write in themes.yaml: dictionary: ../dictionnaire.yaml"))
  }

  static func sheetNotWritten(_ path: String, _ code: Int32) -> Problem {
    let reason = String(cString: strerror(code))
    return Problem(
      .error, "sheet-not-written",
      Bilingual(
        fr: "la feuille de relecture n'a pas pu être écrite (\(reason)) ; l'ancienne est intacte",
        en: "the review sheet could not be written (\(reason)); the old one is untouched"),
      at: SourceLocation(file: path),
      fix: Bilingual(
        fr: "vérifiez le dossier et la place libre", en: "check the folder and the free space"))
  }
}
