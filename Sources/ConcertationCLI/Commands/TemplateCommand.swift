internal import ArgumentParser
internal import Concertation
internal import Export
internal import Ingestion
internal import SurveyModel

/// A blank form for an animator.
struct TemplateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: said(
        fr: "Donne le formulaire vierge d'une fiche de séance, à remplir dans un tableur.",
        en: "Prints the blank form of a session's sheet, to fill in a spreadsheet."),
      discussion: SessionForm.allCases.map { form in
        "\(form.rawValue): \(said(fr: form.label.fr, en: form.label.en))"
      }.joined(separator: "\n"))
  }

  @Argument(
    help: ArgumentHelp(
      said(
        fr: "La fiche : \(SessionForm.allCases.map(\.rawValue).joined(separator: ", ")).",
        en: "The sheet: \(SessionForm.allCases.map(\.rawValue).joined(separator: ", "))."),
      valueName: said(fr: "fiche", en: "sheet")),
    completion: .list(SessionForm.allCases.map(\.rawValue)),
    transform: { text in
      guard let form = SessionForm(rawValue: text) else {
        throw ValidationError(
          said(
            fr:
              "fiche inconnue : \(text) ; l'une de \(SessionForm.allCases.map(\.rawValue).joined(separator: ", "))",
            en:
              "unknown sheet: \(text); one of \(SessionForm.allCases.map(\.rawValue).joined(separator: ", "))"
          ))
      }
      return form
    })
  var form: SessionForm

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Un projet : ses quartiers font les colonnes d'une fiche à croix.",
        en: "A project: its quartiers make the columns of a sheet with crosses.")),
    completion: .directory)
  var project: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Le fichier à écrire, jamais par-dessus un autre ; sans cette option, à l'écran.",
        en: "The file to write, never over another; without this option, to the screen.")),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    help: ArgumentHelp(
      said(fr: "La langue du formulaire : fr ou en.", en: "The language of the form: fr or en.")),
    transform: language)
  var lang: Language?

  func run() throws {
    let language = lang ?? UserLanguage.current
    let sheet = try TemplateSheet(form, project: project, in: language)
    guard let output else {
      try Messages.result(sheet.text)
      return
    }
    try sheet.write(to: output)
    Messages.write(said(fr: "écrit : \(output)\n", en: "written: \(output)\n"))
  }
}
