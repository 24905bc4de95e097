public import SurveyModel

/// What is said of batches.
extension Problem {
  static func brokenBatch(_ file: String) -> Problem {
    Problem(
      .error, "broken-batch",
      Bilingual(
        fr: "ce lot ne peut pas être relu", en: "this batch cannot be read back"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "remettez le fichier tel qu'il a été écrit, depuis une sauvegarde",
        en: "put the file back as it was written, from a backup"))
  }

  static func batchTaken(_ file: String) -> Problem {
    Problem(
      .error, "batch-taken",
      Bilingual(
        fr: "un autre calcul vient d'écrire ce lot", en: "another run has just written this batch"),
      at: SourceLocation(file: file), fix: Bilingual(fr: "relancez le calcul", en: "run again"))
  }

  static func sheetVanished(
    _ id: String, source: String, batch: Int, _ project: String
  ) -> Problem {
    Problem(
      .error, "sheet-vanished",
      Bilingual(
        fr: "la fiche « \(id) » (source \(source)), comptée au lot \(batch), a disparu",
        en: "the sheet “\(id)” (source \(source)), counted in batch \(batch), has gone"),
      at: SourceLocation(file: project),
      fix: Bilingual(
        fr: "remettez-la, ou retirez-la en l'écrivant dans le projet : withdrawn: [\(id)]",
        en: "put it back, or withdraw it in the project: withdrawn: [\(id)]"))
  }

  static func noHistory(_ project: String) -> Problem {
    Problem(
      .error, "no-history",
      Bilingual(
        fr: "ce projet ne garde pas d'historique", en: "this project keeps no history"),
      at: SourceLocation(file: project),
      fix: Bilingual(
        fr: "écrivez dans le projet : inbox: inbox, puis relancez run",
        en: "write in the project: inbox: inbox, then run again"))
  }

  static func noBatch(_ text: String, known: Int, sources: [String]) -> Problem {
    let list = sources.joined(separator: ", ")
    return Problem(
      .error, "no-batch",
      Bilingual(fr: "aucun lot « \(text) »", en: "no batch “\(text)”"),
      fix: Bilingual(
        fr: "donnez deux numéros de 1 à \(known), ou deux sources du dernier lot : \(list)",
        en: "give two numbers from 1 to \(known), or two sources of the last batch: \(list)"))
  }

  /// - Parameter number: of the system's fault, or the exit code.
  public static func historyProgram(_ path: String, _ number: Int32) -> Problem {
    Problem(
      .warning, "history-tool",
      Bilingual(
        fr: "l'historique SQLite n'est pas à jour : \(path) n'a pas pu s'exécuter (\(number))",
        en: "the SQLite history is not up to date: \(path) could not run (\(number))"),
      fix: Bilingual(
        fr: "installez concertation-history à côté de concertation ; les lots sont gardés",
        en: "install concertation-history beside concertation; the batches are kept"))
  }
}
