/// Everything that a source's sessions gave: statements, crosses, objectives and indicators, and what
/// became of every row of every sheet.
public struct ContributionSet: Sendable {
  public var source: Source
  /// Those that count, by date and id.
  public var sessions: [Session]
  /// In the order of the sessions and of their sheets.
  public var statements: [Contribution]
  public var matrices: [MarkMatrix]
  public var objectives: [Objective]
  public var series: [IndicatorSeries]
  public var actions: [PlannedAction] = []
  public var priorities: [StatedPriority] = []
  /// Rows of sheets.
  public var ledger: Ledger
  /// The neighbourhoods of the project.
  public var quartiers: [Quartier]

  public init(
    source: Source, sessions: [Session] = [], statements: [Contribution] = [],
    matrices: [MarkMatrix] = [], objectives: [Objective] = [], series: [IndicatorSeries] = [],
    ledger: Ledger, quartiers: [Quartier] = []
  ) {
    self.source = source
    self.sessions = sessions
    self.statements = statements
    self.matrices = matrices
    self.objectives = objectives
    self.series = series
    self.ledger = ledger
    self.quartiers = quartiers
  }
}

extension ContributionSet {
  /// The same with its files called otherwise.
  public func naming(_ name: (String) -> String) -> ContributionSet {
    var copy = self
    for index in copy.sessions.indices { copy.sessions[index].file = name(sessions[index].file) }
    for index in copy.series.indices {
      for value in copy.series[index].values.indices {
        let file = copy.series[index].values[value].location.file
        copy.series[index].values[value].location.file = name(file)
      }
    }
    let quarantined = ledger.quarantined.map { record in
      var record = record
      record.location.file = name(record.location.file)
      return record
    }
    copy.ledger =
      Ledger(
        read: ledger.read, accepted: ledger.accepted, excluded: ledger.excluded,
        quarantined: quarantined) ?? ledger
    return copy
  }

  /// Its rows as the ledger of records lists them: a source without questions.
  public var asRecords: Dataset {
    Dataset(
      source: source, questionnaire: Questionnaire(title: source.label, questions: []),
      recordCount: ledger.accepted, answers: [], states: [], weights: nil, ledger: ledger,
      quartiers: quartiers)
  }
}

/// Crosses of needs by quartiers or by actions.
public struct MarkMatrix: Sendable, Hashable {
  /// The session that it stands in, by id.
  public var session: String
  public var title: String
  /// `needsByQuartier` or `needsByAction`.
  public var form: SessionForm
  public var columns: [Column]
  public var rows: [Row]

  public struct Column: Sendable, Hashable {
    /// The quartier's code, where quartiers make the columns.
    public var code: String?
    public var label: String
    public init(code: String?, label: String) {
      self.code = code
      self.label = label
    }
  }

  public struct Row: Sendable, Hashable {
    public var label: String
    /// Positions of the columns with a cross.
    public var marks: [Int]
    public init(label: String, marks: [Int]) {
      self.label = label
      self.marks = marks
    }
  }

  public init(
    session: String, title: String, form: SessionForm, columns: [Column], rows: [Row]
  ) {
    self.session = session
    self.title = title
    self.form = form
    self.columns = columns
    self.rows = rows
  }
}

/// A line of a tree of objectives: an issue, and an objective under it.
public struct Objective: Sendable, Hashable {
  public var session: String
  public var issue: String
  public var text: String
  public init(session: String, issue: String, text: String) {
    self.session = session
    self.issue = issue
    self.text = text
  }
}

/// An indicator over the years, of everybody or of a subgroup, with its target.
public struct IndicatorSeries: Sendable, Hashable {
  public var indicator: String
  /// "Femme", "Total"; empty: everybody.
  public var group: String
  /// `%`, `€`, `élèves`, as written.
  public var unit: String
  public var values: [Value]
  public var targets: [Target]

  public struct Value: Sendable, Hashable {
    public var year: Int
    /// `nil`: stated as missing.
    public var value: Double?
    public var location: SourceLocation
    public init(year: Int, value: Double?, location: SourceLocation) {
      self.year = year
      self.value = value
      self.location = location
    }
  }

  public struct Target: Sendable, Hashable {
    public var value: Double
    /// The year by which it is to be met; `nil`: not said.
    public var year: Int?
    /// What it is compared with, where no value of the series is.
    public var baseline: Double?
    public var operatorName: String?
    /// The target is met by this or less, not by this or more.
    public var isCeiling: Bool
    public init(
      value: Double, year: Int?, baseline: Double?, operatorName: String?, isCeiling: Bool
    ) {
      self.value = value
      self.year = year
      self.baseline = baseline
      self.operatorName = operatorName
      self.isCeiling = isCeiling
    }
  }

  public init(
    indicator: String, group: String, unit: String, values: [Value] = [], targets: [Target] = []
  ) {
    self.indicator = indicator
    self.group = group
    self.unit = unit
    self.values = values
    self.targets = targets
  }

  /// A share: its changes are in points.
  public var isPercent: Bool { unit == "%" || unit == "pct" }
}
