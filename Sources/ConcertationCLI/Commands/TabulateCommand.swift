internal import ArgumentParser
internal import Concertation
internal import Export
internal import Ingestion
internal import SurveyModel

/// Distributions and cross-tabulations of one export.
struct TabulateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tabulate",
      abstract: said(
        fr: "Tris à plat et tris croisés d'un export, avec ou sans questionnaire.",
        en: "Distributions and cross-tabulations of an export, with or without a questionnaire."))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json, md }

  @OptionGroup var reading: ReadingArguments

  @Option(
    help: ArgumentHelp(
      said(
        fr:
          "La question : identifiant, code de colonne ou intitulé. Répétable ; sans elle, toutes.",
        en: "The question: id, column code or heading. Repeatable; without it, all.")))
  var question: [String] = []

  @Option(
    help: ArgumentHelp(
      said(fr: "Croiser par cette question.", en: "Cross by this question.")))
  var by: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Le questionnaire qui décrit l'export.",
        en: "The questionnaire that describes the export.")),
    completion: .file(extensions: ["yaml"]))
  var questionnaire: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Ce qui sépare plusieurs réponses dans une cellule.",
        en: "What separates several answers in a cell.")))
  var split: String?

  @Flag(
    name: .customLong("no-split"),
    help: ArgumentHelp(said(fr: "Ne jamais couper les cellules.", en: "Never split cells.")))
  var noSplit = false

  @Option(help: ArgumentHelp(said(fr: "La forme du résultat.", en: "The form of the result.")))
  var format = Format.table

  @Option(
    help: ArgumentHelp(
      said(
        fr: "La langue du résultat : fr ou en.",
        en: "The language of the result: fr or en.")),
    transform: language)
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Écrire les tableaux dans ce dossier au lieu de les afficher.",
        en: "Write the tables to this folder instead of printing them.")),
    completion: .directory)
  var out: String?

  func validate() throws {
    if split != nil && noSplit {
      throw ValidationError(
        said(
          fr: "--split et --no-split s'excluent", en: "--split and --no-split exclude each other"))
    }
    if questionnaire != nil && (split != nil || noSplit) {
      throw ValidationError(
        said(
          fr:
            "--split et --no-split sont pour un export sans questionnaire ; dans un questionnaire : separator",
          en:
            "--split and --no-split are for an export without a questionnaire; in a questionnaire: separator"
        ))
    }
  }

  func run() throws {
    let progress = Progress()
    let size = byteCount(ofFile: reading.file)
    let splitting: SplitChoice = noSplit ? .never : split.map { .on($0) } ?? .guess
    let result = try TabulateRun(
      TabulateRun.Request(
        file: reading.file, questions: question, by: by, questionnaire: questionnaire,
        splitting: splitting, options: try reading.options())
    ) { progress.report(reading.file, $0, of: size) }
    progress.end()
    Messages.print(result.problems)
    if let out {
      let receipt = try result.write(to: out, language: lang ?? .french)
      Messages.write(
        said(
          fr: "\(receipt.fileCount) fichiers écrits dans \(receipt.path)\n",
          en: "\(receipt.fileCount) files written to \(receipt.path)\n"))
      return
    }
    Messages.result(render(result))
  }

  private func render(_ result: TabulateRun) -> String {
    switch format {
    case .table: Screen.renderer.render(result.tables, in: lang ?? UserLanguage.current)
    case .csv: CSVRenderer(.international).render(result.tables, in: lang ?? .french)
    case .md: MarkdownRenderer().render(result.tables, in: lang ?? .french)
    case .json:
      JSONRenderer(sources: [result.dataset.source.id: result.summary])
        .render(result.tables, in: lang ?? .french)
    }
  }
}
