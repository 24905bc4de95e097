internal import ArgumentParser
internal import Concertation
internal import Export
internal import Glibc
internal import Ingestion
internal import SurveyModel

/// The whole batch: every table of a project.
struct RunCommand: ConcurrentVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: said(
        fr: "Calcule et écrit tous les tableaux d'un projet.",
        en: "Computes and writes all tables of a project."))
  }

  enum EditionChoice: String, Choice {
    case working, `public`, both

    var editions: [Edition] {
      switch self {
      case .working: [.working]
      case .public: [.public]
      case .both: Edition.allCases
      }
    }
  }

  @Argument(
    help: ArgumentHelp(
      said(
        fr: "Le dossier du projet, ou son concertation.yaml.",
        en: "The project's folder, or its concertation.yaml.")),
    completion: .directory)
  var project: String

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Le dossier des résultats ; sans cette option, results/<projet>.",
        en: "The folder of results; without this option, results/<project>.")),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr:
          "L'édition : working (pour l'équipe), public (protégée) ou both ; sans cette option, celles du projet.",
        en:
          "The edition: working (for the team), public (protected) or both; without this option, the project's."
      )))
  var edition: EditionChoice?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "La langue des fichiers : fr ou en ; sans cette option, celle du projet.",
        en: "The language of the files: fr or en; without this option, the project's.")),
    transform: language)
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      said(
        fr:
          "Combien de cœurs sont employés ; sans cette option, tous. Les résultats sont les mêmes.",
        en: "How many cores are used; without this option, all. The results are the same.")))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "L'export à lire à la place de celui du projet, qui a une seule source.",
        en: "The export to read in place of the one of the project, which has one source.")),
    completion: .file())
  var input: String?

  @OptionGroup var largeFiles: LargeFileArguments

  enum TableSet: String, Choice {
    case all
    case peerJob = "peer-job"
  }

  @Option(
    help: ArgumentHelp(
      said(
        fr:
          "Les tableaux écrits : all, ou peer-job (dist.csv, cross.csv, tests.csv, pour d'autres programmes) ; sans cette option, all.",
        en:
          "The tables written: all, or peer-job (dist.csv, cross.csv, tests.csv, for other programs); without this option, all."
      )))
  var tables: TableSet?

  enum OutputSet: String, Choice {
    case all, tables

    var outputs: Outputs { self == .all ? .all : .tables }
  }

  @Option(
    help: ArgumentHelp(
      said(
        fr:
          "Ce qui est écrit : all, ou tables (tableaux, données des graphiques et registre, sans rapport, classeur ni dessins, plus vite) ; sans cette option, all.",
        en:
          "What is written: all, or tables (tables, data of charts and ledger, without report, workbook or drawings, faster); without this option, all."
      )))
  var outputs: OutputSet?

  @Option(
    help: ArgumentHelp(
      said(
        fr:
          "Retenir l'édition publique comme publiée, sous ce nom : les suivantes ne diront rien de plus par différence.",
        en:
          "Remember the public edition as published, under this name: later ones will tell nothing more by difference."
      )))
  var release: String?

  @Flag(
    help: ArgumentHelp(
      said(
        fr: "Dire à la fin ce que chaque étape a pris.",
        en: "Say at the end what each step took.")))
  var timings = false

  @Flag(
    help: ArgumentHelp(
      said(
        fr: "Écrire aussi chaque graphique en PNG, par le programme rsvg-convert.",
        en: "Write each chart as PNG, too, by the program rsvg-convert.")))
  var png = false

  @Flag(
    help: ArgumentHelp(
      said(
        fr: "S'arrêter avec le code 1, sans rien écrire, au premier avertissement.",
        en: "Stop with exit code 1, writing nothing, when there is any warning.")))
  var strict = false

  /// The export that is opened while all else is made out. Set before any other thread runs.
  nonisolated(unsafe) private static var begun: OpeningExport?

  /// Opens the export that is named. Where it then turns out to be read otherwise than by default, it
  /// is opened again.
  static func ahead(of words: [String]) -> @Sendable () -> Void {
    guard let option = words.firstIndex(of: "--input"), option + 1 < words.count,
      !words.contains("--jobs")
    else { return {} }
    var options = ReadOptions()
    options.jobs = Processors.available
    let opening = OpeningExport(words[option + 1], options)
    begun = opening
    return opening.open
  }

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(
        said(fr: "--jobs prend un nombre à partir de 1", en: "--jobs takes a number from 1"))
    }
    if png, outputs == .tables {
      throw ValidationError(
        said(
          fr: "--outputs tables n'écrit aucun dessin : retirez --png",
          en: "--outputs tables writes no drawing: remove --png"))
    }
  }

  func run() async throws {
    let progress = Progress()
    var watch = Stopwatch()
    defer { if timings { Messages.write(watch.report) } }
    let jobs = jobs ?? Processors.available
    var options = ReadOptions()
    options.jobs = jobs
    try largeFiles.apply(to: &options)
    let reading = try await ProjectReading.load(
      project, input: input, begun: Self.begun, options: options, jobs: jobs
    ) {
      progress.report($0, $1, of: $2)
    }
    progress.end()
    Allocator.giveBack(afterReading: reading.recordCount)
    watch.end(fr: "lecture", en: "reading")
    Messages.print(reading.problems)
    if strict, reading.problems.contains(where: { $0.severity >= .warning }) {
      Messages.write(
        said(
          fr: "rien n'est écrit : des avertissements, et --strict\n",
          en: "nothing is written: there are warnings, and --strict\n"))
      throw ExitCode(Stop.Reason.problems.rawValue)
    }
    let folder = out ?? ProjectRun.defaultFolder(project: project)
    if tables == .peerJob {
      let run = try FlatRun(reading, jobs: jobs)
      watch.end(fr: "tableaux", en: "tables")
      try say(run.write(to: folder))
      watch.end(fr: "écriture", en: "writing")
      // The program ends before all this is taken apart.
      Task.detached { withExtendedLifetime(run) {} }
      return
    }
    let run = ProjectRun(reading, language: lang, editions: edition?.editions, jobs: jobs)
    watch.end(fr: "tableaux", en: "tables")
    let made = run.editions.count > 1 ? "both" : run.editions.first?.rawValue ?? ""
    let batch = try run.batch()
    var settings = [Manifest.Setting("edition", .text(made))]
    let outputs = outputs ?? .all
    if outputs != .all { settings.append(Manifest.Setting("outputs", .text(outputs.rawValue))) }
    // Beside the files: what the screen shows.
    let language = UserLanguage.current
    async let podium = run.priorities.map { Screen.renderer.podium($0, in: language) }
    let receipt = try run.write(
      to: folder, options: settings, jobs: jobs, batch: batch, release: release,
      outputs: outputs.outputs,
      picture: png ? { (svg) throws(Stop) in try RsvgConvert.picture(of: svg) } : nil)
    watch.end(fr: "écriture", en: "writing")
    if outputs == .all { Messages.print(run.lacks) }
    if let podium = await podium { try Messages.result(podium) }
    let account = run.account(in: language)
    if !account.isEmpty {
      try Messages.result("\n" + account.map { "  \($0)\n" }.joined())
    }
    if let batch, run.editions.contains(.working) { try say(batch) }
    try say(receipt)
    // The process ends here: to take everything apart in memory first would only take time.
    if timings { Messages.write(watch.report) }
    Glibc.exit(0)
  }

  /// What changed since the last batch, in words; the SQLite history follows.
  private func say(_ batch: KeptBatch) throws {
    let language = UserLanguage.current
    let lines = batch.changes.prefix(12).map { "  " + $0[language] + "\n" }.joined()
    let more =
      batch.changes.count > 12
      ? said(fr: "  … la suite dans changes.md\n", en: "  … the rest is in changes.md\n") : ""
    try Messages.result("\n\(batch.title[language])\n\(lines)\(more)")
    if let problem = HistoryProgram.take(batch.statePath) { Messages.print([problem]) }
  }

  private func say(_ receipt: ResultsFolder.Receipt) throws {
    if let leftover = receipt.leftover { Messages.print([leftover.problem]) }
    try Messages.result(
      said(
        fr: "\n\(receipt.fileCount) fichiers de résultats dans \(receipt.path)\n",
        en: "\n\(receipt.fileCount) files of results in \(receipt.path)\n"))
  }
}
