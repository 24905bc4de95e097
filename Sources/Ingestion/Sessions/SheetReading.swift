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
  /// Rows under the headings that hold anything.
  public internal(set) var read = 0
  public internal(set) var quarantined: [SetAside] = []
  public internal(set) var problems: [Problem] = []

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
  private let places: [String: Int]
  private let themes: [String: String]
  private let themeNames: [String]

  public init(quartiers: [Quartier], codebook: Codebook) {
    self.quartiers = quartiers
    var places: [String: Int] = [:]
    for (index, quartier) in quartiers.enumerated() {
      for name in [quartier.code, quartier.name] + quartier.aliases {
        let key = foldedPlace(name)
        if places[key] == nil { places[key] = index }
      }
    }
    self.places = places
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

  func quartier(_ text: String) -> Quartier? { places[foldedPlace(text)].map { quartiers[$0] } }
  func theme(_ text: String) -> String? { themes[foldedPlace(text)] }
  func nearestTheme(_ text: String) -> String? { nearest(to: text, among: themeNames) }
  func nearestQuartier(_ text: String) -> String? {
    nearest(to: text, among: quartiers.map(\.name))
  }
}
