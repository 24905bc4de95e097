internal import ArgumentParser
internal import Concertation
internal import SurveyModel

/// Definitions against exports: every mismatch at once.
struct CheckCommand: ConcurrentVerb {
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

  @Option(
    name: .customLong("write-matches"),
    help: ArgumentHelp(
      said(
        fr:
          "Écrire les noms de quartier non reconnus, avec des propositions, dans ce nouveau fichier.",
        en: "Write the names of quartiers that are not known, with proposals, to this new file.")),
    completion: .file(extensions: ["csv"]))
  var matchesPath: String?

  func run() async throws {
    do {
      let reading = try await ProjectReading.load(project)
      Messages.print(reading.problems)
      if let matchesPath {
        let count = try reading.writeMatches(to: matchesPath)
        Messages.write(
          said(
            fr:
              "\(matchesPath) : \(count) nom(s) à confirmer dans la colonne quartier, puis : quartier-matches: dans le projet\n",
            en:
              "\(matchesPath): \(count) name(s) to confirm in the column quartier, then: quartier-matches: in the project\n"
          ))
      }
      let warnings = reading.problems.count { $0.severity == .warning }
      try Messages.result(
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
