internal import ArgumentParser
internal import Concertation
internal import Export
internal import SurveyModel

/// Published percentages against their bases.
struct CheckFiguresCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check-figures",
      abstract: said(
        fr:
          "Dit quels pourcentages publiés sont possibles sur leur base, et quelles bases iraient.",
        en: "Says which published percentages are possible of their base, and which bases fit."),
      discussion: said(
        fr: """
          Le fichier est un CSV : survey, figure, percent, decimals (autant que d'écrites sans elle),
          base, et whole pour les parts d'un même tout. Code de sortie 1 si un chiffre est impossible.
          """,
        en: """
          The file is a CSV: survey, figure, percent, decimals (as many as written without it), base,
          and whole for the parts of one whole. Exit code 1 if a figure is impossible.
          """))
  }

  enum Format: String, Choice { case text, csv, json }

  @Argument(
    help: ArgumentHelp(
      said(fr: "La liste des pourcentages publiés.", en: "The list of published percentages.")),
    completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: ArgumentHelp(said(fr: "La forme du résultat.", en: "The form of the result.")))
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      said(fr: "La langue du résultat : fr ou en.", en: "The language of the result: fr or en.")),
    transform: language)
  var lang: Language?

  func run() throws {
    let run = try CheckFiguresRun(file: file)
    Messages.print(run.problems)
    switch format {
    case .text: try Messages.result(run.text(in: lang ?? UserLanguage.current))
    case .csv: try Messages.result(run.csv())
    case .json: try Messages.result(run.json)
    }
    if !run.isConsistent { throw ExitCode(Stop.Reason.problems.rawValue) }
  }
}
