internal import ArgumentParser
internal import Concertation
internal import SurveyModel

/// Definitions against exports: every mismatch at once.
struct CheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: said(
        fr: "Confronte les définitions d'un projet à ses exports et dit tout ce qui ne va pas.",
        en: "Holds a project's definitions against its exports and says all that does not fit."))
  }

  @Argument(
    help: ArgumentHelp(
      said(
        fr: "Le dossier du projet, ou son concertation.yaml.",
        en: "The project's folder, or its concertation.yaml.")),
    completion: .directory)
  var project: String

  func run() async throws {
    do {
      let reading = try await ProjectReading.load(project)
      Messages.print(reading.problems)
      let warnings = reading.problems.count { $0.severity == .warning }
      Messages.result(
        said(
          fr: "\(project) : aucune erreur, \(warnings) avertissement(s)\n",
          en: "\(project): no error, \(warnings) warning(s)\n"))
    } catch {
      guard error.reason == .input else { throw error }
      let stop = error
      Messages.print(stop.problems)
      let errors = stop.problems.count { $0.severity == .error }
      Messages.write(said(fr: "\(errors) erreur(s)\n", en: "\(errors) error(s)\n"))
      throw ExitCode(Stop.Reason.problems.rawValue)
    }
  }
}
