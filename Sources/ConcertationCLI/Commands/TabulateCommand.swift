internal import ArgumentParser
internal import Concertation
internal import Export
internal import Ingestion
internal import SurveyModel
internal import Tabulation

/// Distributions and cross-tabulations of one export.
struct TabulateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tabulate",
      abstract: said(
        fr: "Tris à plat et tris croisés d'un export, avec ou sans questionnaire.",
        en: "Distributions and cross-tabulations of an export, with or without a questionnaire."))
  }

  enum Format: String, Choice { case table, csv, json, md }
  enum Order: String, Choice { case count, label, questionnaire }
  enum Percent: String, Choice { case row, column, total }

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var form: FormArguments

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

  @Option(
    help: ArgumentHelp(
      said(
        fr: "L'ordre des lignes : count (les plus citées d'abord), label, questionnaire.",
        en: "The order of the rows: count (the most frequent first), label, questionnaire.")))
  var sort: Order?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Les N lignes les plus citées seulement.", en: "The N most frequent rows only.")))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Ce dont les pourcentages sont la part : row (la ligne), column, total.",
        en: "What the percentages are of: row, column, total.")))
  var percent = Percent.column

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
    if split?.isEmpty == true {
      throw ValidationError(
        said(
          fr: "--split prend au moins un caractère ; --no-split pour ne pas couper",
          en: "--split takes at least one character; --no-split not to split"))
    }
    if split != nil && noSplit {
      throw ValidationError(
        said(
          fr: "--split et --no-split s'excluent", en: "--split and --no-split exclude each other"))
    }
    if let top, top < 1 {
      throw ValidationError(
        said(fr: "--top prend un nombre à partir de 1", en: "--top takes a number from 1"))
    }
    if percent == .row, by == nil {
      throw ValidationError(
        said(
          fr: "--percent row répartit une ligne sur les colonnes d'un tri croisé : ajoutez --by",
          en: "--percent row spreads a row over the columns of a cross-tabulation: add --by"))
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

  private var arrangement: TableArrangement {
    let order = sort ?? (top == nil ? .questionnaire : .count)
    return TableArrangement(
      order: TableArrangement.Order(rawValue: order.rawValue) ?? .questionnaire, top: top,
      percent: TableArrangement.Percent(rawValue: percent.rawValue) ?? .column)
  }

  func run() throws {
    let progress = Progress()
    let size = byteCount(ofFile: reading.file)
    let splitting: SplitChoice = noSplit ? .never : split.map { .on($0) } ?? .guess
    let result = try TabulateRun(
      TabulateRun.Request(
        file: reading.file, questions: question, by: by, questionnaire: questionnaire,
        splitting: splitting, options: try reading.options(), form: form.form,
        arrangement: arrangement)
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
    try Messages.result(render(result))
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
