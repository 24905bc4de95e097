/// One statement heard in a session: what was said, of which kind, by whom, about which theme.
public struct Contribution: Sendable, Hashable {
  /// Who speaks.
  public enum Origin: UInt8, Sendable, CaseIterable, Hashable {
    case resident, youth, council, partner, elected, other
  }

  /// What a statement is.
  public enum Kind: UInt8, Sendable, CaseIterable, Hashable {
    /// A lack, a complaint, a finding.
    case shortcoming
    case proposal
    /// What a partner answers or commits to.
    case answer
    /// What a walk found good, and what it did not.
    case strength, weakness
    /// The four panes of a Johari window: known to both groups, to the others only, to one's own
    /// group only, to nobody yet.
    case open, blind, hidden, unknown
  }

  /// Who said what it is about.
  public enum Coder: UInt8, Sendable, Hashable {
    /// The sheet itself; the dictionary, to be checked; a person, in the review sheet.
    case sheet, dictionary, person
  }

  /// The position of its session in `ContributionSet.sessions`.
  public var session: Int
  /// By code; `nil`: the whole town.
  public var quartier: String?
  public var origin: Origin
  public var kind: Kind
  /// Themes or groups of themes, by id, each once.
  public var themes: [String]
  /// Who gave the themes; `nil`: still to be coded. A person may have said that there is none.
  public var coder: Coder?
  /// What was said, without what identifies a person.
  public var text: String
  /// Votes or dots that it got; 1 where none were given.
  public var count: Int
  /// The line of its sheet.
  public var line: Int

  public init(
    session: Int = 0, quartier: String? = nil, origin: Origin, kind: Kind,
    themes: [String] = [], text: String, count: Int = 1, line: Int = 0
  ) {
    self.session = session
    self.quartier = quartier
    self.origin = origin
    self.kind = kind
    self.themes = themes
    coder = themes.isEmpty ? nil : .sheet
    self.text = text
    self.count = count
    self.line = line
  }
}

extension Contribution.Origin {
  /// The stable word in files.
  public var word: String {
    switch self {
    case .resident: "resident"
    case .youth: "youth"
    case .council: "citizen-council"
    case .partner: "partner"
    case .elected: "elected"
    case .other: "other"
    }
  }

  public var label: Bilingual {
    switch self {
    case .resident: Bilingual(fr: "habitant", en: "resident")
    case .youth: Bilingual(fr: "jeune", en: "youth")
    case .council: Bilingual(fr: "conseil citoyen", en: "citizen council")
    case .partner: Bilingual(fr: "partenaire", en: "partner")
    case .elected: Bilingual(fr: "élu", en: "elected")
    case .other: Bilingual(fr: "autre", en: "other")
    }
  }

  /// Whether it is a voice of the people who live there.
  public var isResident: Bool {
    switch self {
    case .resident, .youth, .council: true
    case .partner, .elected, .other: false
    }
  }
}

extension Contribution.Kind {
  /// The stable word in files.
  public var word: String {
    switch self {
    case .shortcoming: "shortcoming"
    case .proposal: "proposal"
    case .answer: "answer"
    case .strength: "strength"
    case .weakness: "weakness"
    case .open: "open"
    case .blind: "blind"
    case .hidden: "hidden"
    case .unknown: "unknown"
    }
  }

  public var label: Bilingual {
    switch self {
    case .shortcoming: Bilingual(fr: "constat, manquement", en: "shortcoming")
    case .proposal: Bilingual(fr: "proposition", en: "proposal")
    case .answer: Bilingual(fr: "réponse de partenaire", en: "partner's answer")
    case .strength: Bilingual(fr: "point fort (+)", en: "strength (+)")
    case .weakness: Bilingual(fr: "point faible (-)", en: "weakness (-)")
    case .open: Bilingual(fr: "connu de tous", en: "known to all")
    case .blind: Bilingual(fr: "connu des autres seulement", en: "known to the others only")
    case .hidden: Bilingual(fr: "connu de nous seulement", en: "known to us only")
    case .unknown: Bilingual(fr: "inconnu de tous", en: "unknown to all")
    }
  }

  /// Whether it says what is lacking or wanted: what priorities are read from. Strengths, answers and
  /// panes are not.
  public var isNeed: Bool {
    switch self {
    case .shortcoming, .proposal, .weakness: true
    case .answer, .strength, .open, .blind, .hidden, .unknown: false
    }
  }

  /// The panes of a Johari window in the order in which they are drawn.
  public static let panes: [Contribution.Kind] = [.open, .blind, .hidden, .unknown]
}
