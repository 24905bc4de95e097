/// A line of the follow-up of actions: what is to be done, by whom, and what covers it already.
public struct PlannedAction: Sendable, Hashable {
  /// Whether something that exists covers it: the mainstream policies of the State and the town, the
  /// programme of the city contract, both, or nothing yet.
  public enum Cover: UInt8, Sendable, CaseIterable, Hashable {
    case mainstream, programme, both, uncovered
  }

  public var session: String
  public var text: String
  /// The issue or project that it is part of; empty: none.
  public var issue: String
  /// `nil`: not said yet.
  public var cover: Cover?
  /// Who leads it: an organisation or a role, never a name; empty: nobody yet.
  public var lead: String
  /// By code; empty: the whole town.
  public var quartiers: [String]
  public var indicator: String
  public var target: String
  public var deadline: String

  public init(
    session: String, text: String, issue: String, cover: Cover?, lead: String,
    quartiers: [String], indicator: String, target: String, deadline: String
  ) {
    self.session = session
    self.text = text
    self.issue = issue
    self.cover = cover
    self.lead = lead
    self.quartiers = quartiers
    self.indicator = indicator
    self.target = target
    self.deadline = deadline
  }
}

extension PlannedAction.Cover {
  public var word: String {
    switch self {
    case .mainstream: "mainstream"
    case .programme: "programme"
    case .both: "both"
    case .uncovered: "not-covered"
    }
  }

  public var label: Bilingual {
    switch self {
    case .mainstream: Bilingual(fr: "droit commun", en: "mainstream policies")
    case .programme: Bilingual(fr: "politique de la ville", en: "city contract programme")
    case .both: Bilingual(fr: "les deux", en: "both")
    case .uncovered: Bilingual(fr: "non couverte", en: "not covered")
    }
  }
}

/// What somebody put first, second, third.
public struct StatedPriority: Sendable, Hashable {
  public var session: String
  public var origin: Contribution.Origin
  /// From 1.
  public var rank: Int
  public var text: String
  /// Themes or groups of themes, by id, each once.
  public var themes: [String]

  public init(
    session: String, origin: Contribution.Origin, rank: Int, text: String, themes: [String]
  ) {
    self.session = session
    self.origin = origin
    self.rank = rank
    self.text = text
    self.themes = themes
  }
}
