internal import ArgumentParser
internal import Concertation
internal import Export
internal import Ingestion
internal import SurveyModel

/// What an export is, with evidence.
struct InspectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: said(
        fr: "Ce qu'est un export, colonne par colonne, avec les indices.",
        en: "What an export is, column by column, with the evidence."))
  }

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var form: FormArguments

  @Flag(
    help: ArgumentHelp(
      said(fr: "Sortie en JSON, pour les programmes.", en: "JSON output, for programs.")))
  var json = false

  @Option(
    name: .customLong("write-questionnaire"),
    help: ArgumentHelp(
      said(
        fr: "Écrire l'ébauche d'un questionnaire dans ce nouveau fichier.",
        en: "Write the draft of a questionnaire to this new file.")),
    completion: .file(extensions: ["yaml"]))
  var questionnairePath: String?

  @Option(
    help: ArgumentHelp(
      said(fr: "La langue du résultat : fr ou en.", en: "The language of the result: fr or en.")),
    transform: language)
  var lang: Language?

  func run() throws {
    let progress = Progress()
    let size = byteCount(ofFile: reading.file)
    let run = try InspectRun(file: reading.file, options: try reading.options(), form: form.form) {
      progress.report(reading.file, $0, of: size)
    }
    progress.end()
    try Messages.result(
      json
        ? run.json(in: lang ?? UserLanguage.current)
        : Screen.renderer.render(run.screen(in: lang ?? UserLanguage.current)))
    if let questionnairePath { try writeDraft(of: run, to: questionnairePath) }
  }

  private func writeDraft(of run: InspectRun, to path: String) throws {
    let draft = run.draft(in: lang ?? UserLanguage.current)
    try draft.write(to: path)
    Messages.write(
      said(
        fr:
          "\(path) : \(draft.questionCount) questions, \(draft.todoCount) TODO à remplir, puis : concertation tabulate \(reading.file) --questionnaire \(path)\n",
        en:
          "\(path): \(draft.questionCount) questions, \(draft.todoCount) TODOs to fill in, then: concertation tabulate \(reading.file) --questionnaire \(path)\n"
      ))
  }
}
