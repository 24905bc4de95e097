public import SurveyModel

/// A table as every renderer takes it: a stub (the rows), a banner (the columns), the cells, the
/// base of every column, and notes. Numbers are exact; rounding is the renderer's, once.
public struct Table: Sendable {
  public var id: TableID
  public var kind: Kind
  public var title: Bilingual
  /// The question that it answers; `nil` for tables over several questions or sources.
  public var question: QuestionReference?
  /// The question that makes the columns.
  public var by: QuestionReference?
  /// The sources that its numbers come from, in the order of the project.
  public var sources: [Source]
  public var stub: [StubItem]
  public var banner: [BannerItem]
  /// `cells[row][column]`; as many rows as `stub`, as many columns as `banner`.
  public var cells: [[Cell]]
  /// Whether rows and columns hang together, where the sampling allows a test.
  public var tests: [TableTest] = []
  /// Those of the notes that explain intervals, letters and tests; they go where these go.
  public var inferenceNotes: [Bilingual] = []
  /// What a reader must know, in the order in which it matters.
  public var notes: [Bilingual]
  /// Those of `notes` that state numbers of people: they are for the team, and a public edition
  /// leaves them out.
  public var notesWithCounts: Set<Bilingual>
  /// Of a number or a date: what `Disclosure` makes classes of.
  var distribution: ValueDistribution?

  public enum Kind: String, Sendable {
    /// One question ("tri à plat"): one column.
    case distribution
    /// One question by another ("tri croisé"): a column a group, the whole first.
    case crossTabulation
    /// Themes by quartier within one source.
    case themes
    /// Themes × quartiers × sources.
    case priorities
    /// A common question of several sources: a column a source.
    case pooled
    /// What sessions gave: statements, crosses, indicators, and what sources say side by side.
    case contributions
  }

  public init(
    id: TableID, kind: Kind, title: Bilingual, question: QuestionReference? = nil,
    by: QuestionReference? = nil, sources: [Source], stub: [StubItem], banner: [BannerItem],
    cells: [[Cell]], notes: [Bilingual] = [],
    notesWithCounts: Set<Bilingual> = []
  ) {
    precondition(cells.count == stub.count && cells.allSatisfy { $0.count == banner.count })
    self.id = id
    self.kind = kind
    self.title = title
    self.question = question
    self.by = by
    self.sources = sources
    self.stub = stub
    self.banner = banner
    self.cells = cells
    self.notes = notes
    self.notesWithCounts = notesWithCounts
  }
}

/// What a table is called in files: `online/wellbeing`, `online/wellbeing--by-quartier`,
/// `priorities`.
public struct TableID: Sendable, Hashable {
  /// The source's id; `nil` for a table over several sources.
  public var source: String?
  /// A question id, `themes`, `priorities`.
  public var name: String
  public var by: String?

  public init(source: String?, name: String, by: String? = nil) {
    self.source = source
    self.name = name
    self.by = by
  }

  /// The name without its folder: `wellbeing--by-quartier`.
  public var stem: String { by.map { "\(name)--by-\($0)" } ?? name }
  /// `source/stem`, or the stem alone.
  public var path: String { source.map { "\($0)/\(stem)" } ?? stem }
}

/// A question as a table names it.
public struct QuestionReference: Sendable, Hashable {
  /// Its id; without a questionnaire its heading.
  public var id: String
  public var text: Bilingual
  /// The YAML word of its type: `single`, `multiple`, `scale`…
  public var type: String
  /// Of a scale: the end that is the good one, where the questionnaire declares it.
  public var best: OrdinalScale.BestEnd?
  public init(
    id: String, text: Bilingual, type: String, best: OrdinalScale.BestEnd? = nil
  ) {
    self.id = id
    self.text = text
    self.type = type
    self.best = best
  }
}
