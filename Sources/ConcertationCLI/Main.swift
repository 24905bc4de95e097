internal import ArgumentParser
internal import Concertation
internal import Glibc
internal import SurveyModel

/// The program: it parses what the user typed, runs the verb, and turns every end into an exit code.
@main
enum Main {
  static func main() async {
    Allocator.takeLargeSteps()
    do {
      var command = try parsed()
      if var command = command as? any ConcurrentVerb {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let stop as Stop {
      Messages.print(stop.problems)
      exit(stop.reason.rawValue)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      finish(error)
    }
  }

  /// The command that the user typed.
  ///
  /// Where the first word names a verb, the rest is read as its arguments, without setting up all
  /// other verbs, which takes longer than a small file. What fails so is read again from the root,
  /// which knows help, versions and what to say of mistakes.
  private static func parsed() throws -> any ParsableCommand {
    let words = CommandLine.arguments.dropFirst()
    let rest = Array(words.dropFirst())
    let verb = ConcertationCommand.configuration.subcommands.first {
      $0.configuration.commandName == words.first
    }
    if let verb = verb as? any ConcurrentVerb.Type {
      Allocator.askAhead(then: verb.ahead(of: rest))
    }
    if let command = try? verb?.parse(rest) { return command }
    return try ConcertationCommand.parseAsRoot()
  }

  /// Help, version and wrong use, in the user's language.
  private static func finish(_ error: any Error) -> Never {
    let text = UsageWords.translated(ConcertationCommand.fullMessage(for: error))
    if ConcertationCommand.exitCode(for: error) == .success {
      try? Messages.result(text + "\n")
      exit(0)
    }
    Messages.write(text + "\n")
    exit(Stop.Reason.usage.rawValue)
  }
}

/// A verb that may have several threads work for it. It runs on the program's own thread as long as
/// nothing is to be waited for; an `AsyncParsableCommand` would have one started at once.
protocol ConcurrentVerb: ParsableCommand {
  /// What another thread may begin with while these words are made out.
  static func ahead(of words: [String]) -> @Sendable () -> Void

  mutating func run() async throws
}

extension ConcurrentVerb {
  static func ahead(of words: [String]) -> @Sendable () -> Void { {} }
}

struct ConcertationCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "concertation",
      abstract: said(
        fr: "Des exports d'une concertation aux tableaux par quartier.",
        en: "From the exports of a consultation to tables by quartier."),
      discussion: said(
        fr: """
          Commencer : concertation tabulate export.csv
          Un projet entier : concertation run surveys/carcassonne-2023 --out results/

          Codes de sortie : 0 fait ; 1 des données posent problème (--strict, check) ; 2 mauvais usage ;
          3 entrée illisible ou refusée ; 4 sortie impossible ; 70 défaut du programme.
          """,
        en: """
          To begin: concertation tabulate export.csv
          A whole project: concertation run surveys/carcassonne-2023 --out results/

          Exit codes: 0 done; 1 the data have problems (--strict, check); 2 wrong use;
          3 an input could not be read or was refused; 4 the output could not be written; 70 a fault
          of the program.
          """),
      version: concertationVersion,
      subcommands: [
        TabulateCommand.self, InspectCommand.self, CheckCommand.self, RunCommand.self,
        CodeCommand.self, DraftCommand.self, RecordsCommand.self, CheckFiguresCommand.self,
        TemplateCommand.self, HistoryCommand.self, CompareCommand.self, VerifyCommand.self,
      ])
  }
}
