internal import ArgumentParser
internal import Concertation
internal import SurveyModel

/// The questionnaire of a survey tool as our YAML.
struct DraftCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "draft",
      abstract: said(
        fr: "Tire un questionnaire YAML de celui d'un outil : LimeSurvey, XLSForm, Sphinx, SPSS.",
        en: "Makes a YAML questionnaire from a tool's own: LimeSurvey, XLSForm, Sphinx, SPSS."))
  }

  @Argument(
    help: ArgumentHelp(
      said(
        fr:
          "Un .lss, un XLSForm (.xlsx ou sa feuille survey en CSV), la feuille information du Sphinx, un .sav.",
        en:
          "A .lss, an XLSForm (.xlsx, or its sheet survey as CSV), the information sheet of Le Sphinx, a .sav."
      )),
    completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      said(
        fr: "La feuille choices d'un XLSForm donné en CSV.",
        en: "The sheet choices of an XLSForm given as CSV.")),
    completion: .file(extensions: ["csv"]))
  var choices: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Écrire dans ce nouveau fichier au lieu d'afficher.",
        en: "Write to this new file instead of printing.")),
    completion: .file(extensions: ["yaml"]))
  var out: String?

  @Option(
    help: ArgumentHelp(
      said(fr: "La langue des remarques : fr ou en.", en: "The language of the remarks: fr or en.")),
    transform: language)
  var lang: Language?

  func run() throws {
    let draft = try DraftRun(file: file, choices: choices, in: lang ?? UserLanguage.current)
    guard let out else { return try Messages.result(draft.yaml) }
    try draft.write(to: out)
    Messages.write(
      said(
        fr: "\(out) : \(draft.questionCount) questions, \(draft.todoCount) TODO à remplir\n",
        en: "\(out): \(draft.questionCount) questions, \(draft.todoCount) TODOs to fill in\n"))
  }
}
