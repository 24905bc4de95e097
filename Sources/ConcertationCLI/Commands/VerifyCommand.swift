internal import ArgumentParser
internal import Concertation
internal import SurveyModel

/// Whether a results folder is what a run wrote.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: said(
        fr: "Vérifie qu'un dossier de résultats est intact et que ses nombres concordent.",
        en: "Checks that a results folder is intact and that its numbers agree."),
      discussion: said(
        fr: """
          Chaque fichier du manifeste est là avec son empreinte, aucun autre ne l'est, et chaque nombre des
          tableaux, des graphiques (données), du rapport et des pages aux habitants est dans cells.csv.
          Code de sortie 1 si quelque chose diffère.
          """,
        en: """
          Each file of the manifest is there with its hash, no other is, and every number of the tables, of
          the charts (their data), of the report and of the residents' pages is in cells.csv. Exit code 1 if
          anything differs.
          """))
  }

  @Argument(
    help: ArgumentHelp(said(fr: "Le dossier de résultats.", en: "The results folder.")),
    completion: .directory)
  var results: String

  func run() throws {
    let run = try VerifyRun(folder: results)
    Messages.print(run.problems)
    guard run.isIntact else { throw ExitCode(Stop.Reason.problems.rawValue) }
    try Messages.result(
      said(
        fr:
          "\(run.fileCount) fichiers intacts ; \(run.numberCount) nombres de \(run.comparedCount) fichiers sont dans cells.csv\n",
        en:
          "\(run.fileCount) files intact; \(run.numberCount) numbers of \(run.comparedCount) files are in cells.csv\n"
      ))
  }
}
