internal import ArgumentParser
internal import Concertation
internal import Export
internal import Ingestion

/// The raw cells of a file, for programs.
struct RecordsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "records",
      abstract: said(
        fr: "Les cellules brutes d'un fichier, en JSON, ou la raison de son refus.",
        en: "The raw cells of a file, as JSON, or why it is refused."))
  }

  @OptionGroup var reading: ReadingArguments

  @Flag(
    help: ArgumentHelp(
      said(fr: "Sortie en JSON (la seule forme).", en: "JSON output (the only form).")))
  var json = false

  func validate() throws {
    guard json else {
      throw ValidationError(
        said(
          fr: "records n'a qu'une forme de sortie : ajoutez --json",
          en: "records has one output form: add --json"))
    }
  }

  func run() throws {
    let report = RecordsReport(path: reading.file, options: try reading.options())
    Messages.result(report.json)
    if let stop = report.stop { throw stop }
  }
}
