internal import ArgumentParser
internal import Concertation
internal import SurveyModel

/// Open answers become themes.
struct CodeCommand: ConcurrentVerb {
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

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Une feuille de relecture remplie, dont les décisions sont reprises.",
        en: "A review sheet that was filled in; its decisions are taken over.")),
    completion: .file())
  var take: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "La feuille d'une autre personne : accord entre les deux, par thème.",
        en: "The sheet of another person: their agreement, by theme.")),
    completion: .file())
  var compare: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Combien de réponses la feuille montre, tirées toujours de la même façon.",
        en: "How many answers the sheet shows, drawn the same way each time.")))
  var sample: Int?

  @Flag(
    help: ArgumentHelp(
      said(
        fr: "Montrer les mots que le dictionnaire ne connaît pas, avec des exemples.",
        en: "Show the words that the dictionary does not know, with examples.")))
  var suggest = false

  func validate() throws {
    if differences, evaluate == nil {
      throw ValidationError(
        said(fr: "--differences va avec --evaluate", en: "--differences goes with --evaluate"))
    }
    if evaluate != nil, take != nil || compare != nil || sample != nil || suggest {
      throw ValidationError(
        said(
          fr: "--evaluate se passe des autres options",
          en: "--evaluate goes without the other options"))
    }
    if let sample, sample < 1 {
      throw ValidationError(
        said(fr: "--sample prend un nombre à partir de 1", en: "--sample takes a number from 1"))
    }
  }

  func run() async throws {
    if let evaluate {
      let evaluation = try CodebookEvaluation(codebook: project, corpus: evaluate)
      Messages.print(evaluation.problems)
      try Messages.result(
        evaluation.screen(UserLanguage.current, withDifferences: differences))
      return
    }
    let reading = try await ProjectReading.load(project)
    let coding = try CodingRun(reading, taking: take, comparing: compare, sample: sample)
    Messages.print(reading.problems + coding.problems)
    try coding.writeSheet()
    try Messages.result(
      coding.screen(UserLanguage.current, withSuggestions: suggest)
        + said(
          fr: "\nFeuille de relecture : \(coding.sheetPath)\n",
          en: "\nReview sheet: \(coding.sheetPath)\n"))
  }
}
