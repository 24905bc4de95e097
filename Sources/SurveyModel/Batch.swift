/// One state of a consultation: what had arrived, and what the priorities were. Batches are numbered
/// from 1; a new one begins when an input or a definition differs from the last.
public struct Batch: Sendable, Hashable {
  public var number: Int
  /// The latest day of the sessions that are new in it, `2024-03-14`; `nil`: no session is.
  public var date: String?
  /// The hash of everything that it was made of.
  public var fingerprint: String
  public var inputs: [Input]
  public var sources: [SourceState]
  public var sessions: [SessionState]
  public var figures: [ThemeFigure]
  /// The common questions of the crosswalk, source by source.
  public var common: [CommonFigure]

  public init(
    number: Int, date: String? = nil, fingerprint: String, inputs: [Input] = [],
    sources: [SourceState] = [], sessions: [SessionState] = [], figures: [ThemeFigure] = [],
    common: [CommonFigure] = []
  ) {
    self.number = number
    self.date = date
    self.fingerprint = fingerprint
    self.inputs = inputs
    self.sources = sources
    self.sessions = sessions
    self.figures = figures
    self.common = common
  }

  /// A file that it was made of.
  public struct Input: Sendable, Hashable {
    /// `definition`, `export`, `corrections`, `decisions` or `sheet`.
    public var kind: String
    public var file: String
    public var hash: String
    public init(kind: String, file: String, hash: String) {
      self.kind = kind
      self.file = file
      self.hash = hash
    }
  }

  public struct SourceState: Sendable, Hashable {
    public var id: String
    public var label: Bilingual
    public var sampling: SamplingKind
    public var isWeighted: Bool
    /// What its figures depend on besides the answers: two batches compare where it is the same.
    public var definition: String
    public init(
      id: String, label: Bilingual, sampling: SamplingKind, isWeighted: Bool, definition: String
    ) {
      self.id = id
      self.label = label
      self.sampling = sampling
      self.isWeighted = isWeighted
      self.definition = definition
    }
  }

  public struct SessionState: Sendable, Hashable {
    public var source: String
    public var id: String
    public var form: String
    public var date: String?
    public var quartier: String?
    public var present: Int?
    public var statements: Int
    public var hash: String
    /// `counts`, `replaced` or `withdrawn`.
    public var fate: String
    public init(
      source: String, id: String, form: String, date: String?, quartier: String?, present: Int?,
      statements: Int, hash: String, fate: String
    ) {
      self.source = source
      self.id = id
      self.form = form
      self.date = date
      self.quartier = quartier
      self.present = present
      self.statements = statements
      self.hash = hash
      self.fate = fate
    }
  }

  /// A cell of the priorities: a theme, in a place, by a source.
  public struct ThemeFigure: Sendable, Hashable {
    public var source: String
    /// By code; empty: the town.
    public var quartier: String
    public var place: String
    public var theme: String
    public var label: Bilingual
    public var n: Int
    public var base: Int
    public var rank: Int?
    /// Whether the public edition shows the count; `nil`: not known.
    public var isPublic: Bool?
    public init(
      source: String, quartier: String, place: String, theme: String, label: Bilingual, n: Int,
      base: Int, rank: Int?, isPublic: Bool? = nil
    ) {
      self.source = source
      self.quartier = quartier
      self.place = place
      self.theme = theme
      self.label = label
      self.n = n
      self.base = base
      self.rank = rank
      self.isPublic = isPublic
    }
  }

  /// How many respondents of a source gave a common answer to a common question.
  public struct CommonFigure: Sendable, Hashable {
    public var source: String
    /// In the words of the tables.
    public var question: String
    public var option: String
    /// `nil`: it cannot be compared, or the source did not offer it.
    public var n: Int?
    public var base: Int
    public var comparable: Crosswalk.Comparability
    /// Why not, or what differs.
    public var note: String
    public init(
      source: String, question: String, option: String, n: Int?, base: Int,
      comparable: Crosswalk.Comparability, note: String
    ) {
      self.source = source
      self.question = question
      self.option = option
      self.n = n
      self.base = base
      self.comparable = comparable
      self.note = note
    }
  }
}
