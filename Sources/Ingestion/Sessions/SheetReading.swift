public import SurveyModel

/// What one sheet says, and everything that is wrong with it.
public struct SheetReading: Sendable {
  /// `nil` when its head does not say what it is.
  public internal(set) var session: Session?
  /// The source that the sheet says it belongs to.
  public internal(set) var source: String?
  public internal(set) var statements: [Contribution] = []
  public internal(set) var matrix: MarkMatrix?
  public internal(set) var objectives: [Objective] = []
  public internal(set) var series: [IndicatorSeries] = []
  public internal(set) var actions: [PlannedAction] = []
  public internal(set) var priorities: [StatedPriority] = []
  /// Rows under the headings that hold anything.
  public internal(set) var read = 0
  public internal(set) var quarantined: [SetAside] = []
  public internal(set) var problems: [Problem] = []
  /// The cells of its filled rows as bytes: the same for the same sheet saved by another program.
  public internal(set) var content: [UInt8] = []

  /// Gives `content` away.
  public mutating func takeContent() -> [UInt8] {
    defer { content = [] }
    return content
  }

  /// Names the cells of a workbook as a spreadsheet does, and says what it hides.
  mutating func place(in workbook: WorkbookReport, file: String) {
    func placed(_ location: SourceLocation) -> SourceLocation {
      var location = location
      location.sheet = workbook.sheet
      location.record = location.record ?? location.line
      return location
    }
    for index in problems.indices {
      problems[index].location = problems[index].location.map(placed)
    }
    for index in quarantined.indices {
      quarantined[index].record.location = placed(quarantined[index].record.location)
    }
    for index in series.indices {
      for value in series[index].values.indices {
        series[index].values[value].location = placed(series[index].values[value].location)
      }
    }
    problems += workbook.problems(in: file).map { problem in
      problem.code == "xlsx-other-sheets"
        ? .otherSheets(workbook.otherSheets, at: problem.location) : problem
    }
  }

  /// A row that could not be read, with its cells, so that a person can correct it.
  public struct SetAside: Sendable, Hashable {
    public var record: Ledger.Quarantined
    public var cells: [String]
  }

  /// Rows that count.
  public var accepted: Int { read - quarantined.count }
}

/// What the readers of sheets share: the neighbourhoods and themes that words are matched against.
public struct SheetContext: Sendable {
  let quartiers: [Quartier]
  private let places: QuartierNames
  private let themes: [String: String]
  private let themeNames: [String]

  public init(quartiers: [Quartier], codebook: Codebook) {
    self.quartiers = quartiers
    places = QuartierNames(quartiers)
    var themes: [String: String] = [:]
    var names: [String] = []
    // A group may bear the id of one of its themes, and then stands for it.
    let all =
      codebook.groups.map { ($0.id, $0.label) } + codebook.themes.map { ($0.id, $0.label) }
    for (id, label) in all {
      for text in [id, label.fr, label.en] where themes[foldedPlace(text)] == nil {
        themes[foldedPlace(text)] = id
      }
      names.append(label.fr)
    }
    self.themes = themes
    themeNames = names
  }

  func quartier(_ text: String) -> Quartier? { places.index(of: text).map { quartiers[$0] } }
  /// One theme, or several separated by `|`, `;` or line ends; labels may hold commas.
  ///
  /// - Returns: `nil` where a piece names none.
  func themes(_ text: String) -> [String]? {
    if let theme = themes[foldedPlace(text)] { return [theme] }
    var found: [String] = []
    for piece in text.split(whereSeparator: { "|;".contains($0) || $0.isNewline }) {
      guard let theme = themes[foldedPlace(String(piece))] else { return nil }
      if !found.contains(theme) { found.append(theme) }
    }
    return found.isEmpty ? nil : found
  }
  func nearestTheme(_ text: String) -> String? { nearest(to: text, among: themeNames) }
  func nearestQuartier(_ text: String) -> String? {
    places.proposal(for: text).map { quartiers[$0].name }
  }
}
