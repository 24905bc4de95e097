internal import ArgumentParser
internal import Concertation
internal import Export
internal import SurveyModel
internal import Tabulation

/// Batches, and what became of the first themes over them.
struct HistoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: said(
        fr: "Montre les lots d'un projet et l'évolution de ses premiers thèmes.",
        en: "Shows the batches of a project and how its first themes moved."))
  }

  @Argument(
    help: ArgumentHelp(
      said(
        fr: "Le dossier du projet, ou son concertation.yaml.",
        en: "The project's folder, or its concertation.yaml.")),
    completion: .directory)
  var project: String

  @Flag(
    help: ArgumentHelp(
      said(
        fr: "Refaire history.sqlite à partir des lots et des publications du dossier d'état.",
        en: "Make history.sqlite anew from the batches and releases of the state folder.")))
  var rebuild = false

  func run() throws {
    let history = try ProjectHistory(project: project)
    let state = history.statePath
    if let problem = rebuild ? HistoryProgram.rebuild(state) : HistoryProgram.take(state) {
      throw Stop(.output, problem)
    }
    let (batches, first) = HistoryProgram.rows("batches", of: state)
    let (trends, second) = HistoryProgram.rows("trends", of: state)
    if let problem = first ?? second { throw Stop(.output, problem) }
    let language = UserLanguage.current
    let page = HistoryPage(
      title: history.title, batches: batches, trends: trends, language: language)
    try Messages.result(
      Screen.renderer.render(page.report)
        + said(
          fr:
            "\n\(state)/history.sqlite : tables et vues batches, trends, years, common, releases\n",
          en:
            "\n\(state)/history.sqlite: tables and views batches, trends, years, common, releases\n"
        ))
  }
}

/// Two batches, or two waves of a survey.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: said(
        fr: "Compare deux lots d'un projet, ou deux vagues d'une enquête.",
        en: "Compares two batches of a project, or two waves of a survey."))
  }

  @Argument(
    help: ArgumentHelp(
      said(
        fr: "Le dossier du projet, ou son concertation.yaml.",
        en: "The project's folder, or its concertation.yaml.")),
    completion: .directory)
  var project: String

  @Argument(
    help: ArgumentHelp(
      said(
        fr: "Le premier lot (son numéro), ou une source du dernier lot.",
        en: "The first batch (its number), or a source of the last batch.")))
  var first: String

  @Argument(
    help: ArgumentHelp(
      said(fr: "Le second lot, ou la seconde source.", en: "The second batch, or source.")))
  var second: String

  enum Format: String, Choice { case table, csv, json, md }

  @Option(
    help: ArgumentHelp(
      said(fr: "La forme : table, csv, json ou md.", en: "The form: table, csv, json or md.")))
  var format = Format.table

  func run() throws {
    let comparison = try ProjectHistory(project: project).comparison(first, second)
    let table = PublishableTable.workingEdition(comparison.table("comparison"))
    let language = UserLanguage.current
    switch format {
    case .table: try Messages.result(ChangesPage(comparison, in: language).text)
    case .csv: try Messages.result(CSVRenderer(.international).render(table, in: language))
    case .json: try Messages.result(JSONRenderer().render(table, in: language))
    case .md: try Messages.result(ChangesPage(comparison, in: language).markdown)
    }
  }
}
