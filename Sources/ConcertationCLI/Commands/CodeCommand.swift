internal import ArgumentParser
internal import Concertation
internal import SurveyModel

/// Open answers become themes.
struct CodeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "code",
      abstract: said(
        fr: "Code les réponses ouvertes d'un projet en thèmes, et le fait relire.",
        en: "Codes a project's open answers into themes, and has it reviewed."))
  }

  @Argument(
    help: ArgumentHelp(
      said(
        fr: "Le dossier du projet ; avec --evaluate, aussi une liste de thèmes (.yaml).",
        en: "The project's folder; with --evaluate also a list of themes (.yaml).")),
    completion: .directory)
  var project: String

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Des réponses codées à la main (id,text,themes,irony) : précision et rappel par thème.",
        en: "Answers coded by hand (id,text,themes,irony): precision and recall by theme.")),
    completion: .file())
  var evaluate: String?

  @Flag(
    help: ArgumentHelp(
      said(
        fr: "Avec --evaluate : montrer les réponses codées autrement.",
        en: "With --evaluate: show the answers that are coded otherwise.")))
  var differences = false

  func run() async throws {
    if let evaluate {
      let evaluation = try CodebookEvaluation(codebook: project, corpus: evaluate)
      Messages.print(evaluation.problems)
      try Messages.result(
        evaluation.screen(UserLanguage.current, withDifferences: differences))
      return
    }
  }
}
