public import SurveyModel

/// A consultation as its project file states it: what was asked, where, about which themes.
/// A definition: the exports are named, not read.
public struct Project: Sendable, Hashable {
  /// The project file, as messages name it.
  public var file: String
  public var title: Bilingual
  /// The language of the result files.
  public var language: Language
  /// In the order of the list.
  public var quartiers: [Quartier]
  public var codebook: Codebook
  /// In the order of the project file.
  public var sources: [ProjectSource]
  /// Questions of several sources, side by side.
  public var crosswalk = Crosswalk()
  /// What the public edition counts as one.
  public var merges = MergePlan()
  /// Sources that are sheets of sessions, in the order of the project file.
  public var sessionSources: [SessionSource]
  /// Where new sheets arrive, seen from the current folder; `nil`: the project keeps no batches.
  public var inbox: String?
  /// Below this many respondents no ranking is printed.
  public var minimumBase: Int
  public var publication: PublicationThresholds
  /// Whether the working edition may quote open answers.
  public var quotesAnswers = false
  /// Where batches are remembered: a path from the current folder.
  public var stateFolder: String
  /// Every definition file that was read, the project file first, each once.
  public var definitions: [DefinitionFile]

  public init(
    file: String, title: Bilingual, language: Language = .french, quartiers: [Quartier] = [],
    codebook: Codebook = Codebook(), sources: [ProjectSource], sessionSources: [SessionSource] = [],
    inbox: String? = nil, minimumBase: Int = 11,
    publication: PublicationThresholds = PublicationThresholds(), stateFolder: String,
    definitions: [DefinitionFile] = []
  ) {
    self.file = file
    self.title = title
    self.language = language
    self.quartiers = quartiers
    self.codebook = codebook
    self.sources = sources
    self.sessionSources = sessionSources
    self.inbox = inbox
    self.minimumBase = minimumBase
    self.publication = publication
    self.stateFolder = stateFolder
    self.definitions = definitions
  }
}

/// One survey of a project: its definition, its export, and how the export is read.
public struct ProjectSource: Sendable, Hashable {
  public var source: Source
  public var questionnairePath: String
  public var questionnaire: Questionnaire
  public var export: NamedExport
  /// Where the project names the export, for messages.
  public var exportLocation: SourceLocation?
  /// Overrules what the questionnaire says and the program finds.
  public var form: ExportForm
  /// A corrected quarantine of the export, seen from the current folder.
  public var correctionsPath: String?
  public var correctionsLocation: SourceLocation?
  /// Where the project names the encoding, for messages.
  public var encodingLocation: SourceLocation?
  /// Questions whose options carry the themes that are ranked, by id. Empty: none are.
  public var askedIn: [String]
  /// How it is weighted, where the project asks for it.
  public var weighting: WeightingPlan?

  public init(
    source: Source, questionnairePath: String, questionnaire: Questionnaire, export: NamedExport,
    exportLocation: SourceLocation? = nil, form: ExportForm = ExportForm(),
    encodingLocation: SourceLocation? = nil, askedIn: [String] = [],
    weighting: WeightingPlan? = nil
  ) {
    self.source = source
    self.questionnairePath = questionnairePath
    self.questionnaire = questionnaire
    self.export = export
    self.exportLocation = exportLocation
    self.form = form
    self.encodingLocation = encodingLocation
    self.askedIn = askedIn
    self.weighting = weighting
  }
}

/// What is published, and the sizes below which a public edition hides a number.
public struct PublicationThresholds: Sendable, Hashable {
  /// Of a base.
  public var base: Int
  /// Of a cell.
  public var cell: Int
  /// The editions that a run makes unless the user says otherwise.
  public var editions: [Edition]

  public init(base: Int = 11, cell: Int = 5, editions: [Edition] = [.working]) {
    self.base = base
    self.cell = cell
    self.editions = editions
  }
}
