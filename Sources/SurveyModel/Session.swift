/// The form of a sheet: which event it tells of, and what its rows are.
public enum SessionForm: String, Sendable, CaseIterable, Hashable {
  case citizenTable = "citizen-table"
  case workshop
  case focusGroup = "focus-group"
  case walk
  case seminar
  case gathering
  /// Statements in three columns, a theme at a time: proposals, shortcomings, answers of partners.
  case themeTable = "theme-table"
  case johari
  /// A cross where a need is raised in a quartier.
  case needsByQuartier = "needs-by-quartier"
  /// A cross where an action answers a need.
  case needsByAction = "needs-by-action"
  case objectives
  case indicators
  /// What is to be done: who leads it, what covers it already, by when.
  case actions
  /// What residents, elected officials or partners put first, in their order.
  case priorities

  /// The word that stands on a sheet, in each language.
  public var label: Bilingual {
    switch self {
    case .citizenTable: Bilingual(fr: "table citoyenne", en: "citizen table")
    case .workshop: Bilingual(fr: "atelier", en: "workshop")
    case .focusGroup: Bilingual(fr: "groupe de discussion", en: "focus group")
    case .walk: Bilingual(fr: "marche exploratoire", en: "exploratory walk")
    case .seminar: Bilingual(fr: "séminaire", en: "seminar")
    case .gathering: Bilingual(fr: "temps convivial", en: "gathering")
    case .themeTable: Bilingual(fr: "tableau par thème", en: "theme table")
    case .johari: Bilingual(fr: "fenêtre de Johari", en: "Johari window")
    case .needsByQuartier: Bilingual(fr: "besoins par quartier", en: "needs by quartier")
    case .needsByAction: Bilingual(fr: "besoins par action", en: "needs by action")
    case .objectives: Bilingual(fr: "arbre d'objectifs", en: "objectives tree")
    case .indicators: Bilingual(fr: "indicateurs", en: "indicators")
    case .actions: Bilingual(fr: "suivi des actions", en: "actions")
    case .priorities: Bilingual(fr: "priorités énoncées", en: "stated priorities")
    }
  }

  /// Whether it tells of people who met on a day, rather than of a synthesis or a series.
  public var isEvent: Bool {
    switch self {
    case .citizenTable, .workshop, .focusGroup, .walk, .seminar, .gathering, .johari: true
    case .themeTable, .needsByQuartier, .needsByAction, .objectives, .indicators, .actions,
      .priorities:
      false
    }
  }
}

/// An event of the consultation, or a synthesis made of several: what the head of its sheet says.
public struct Session: Sendable, Hashable {
  /// Its own name, which corrections and withdrawals refer to.
  public var id: String
  public var form: SessionForm
  /// What it is called; `nil`: its form and day.
  public var title: String?
  /// Days since 1970-01-01.
  public var date: Int?
  /// By code; `nil`: the whole town.
  public var quartier: String?
  /// People who were there; `nil`: not counted.
  public var present: Int?
  /// The role of who led it ("centre social"), never a name.
  public var facilitation: String?
  /// Sessions that this sheet corrects or replaces, by id.
  public var replaces: [String]
  /// The sheet, as messages name it.
  public var file: String

  public init(
    id: String, form: SessionForm, title: String? = nil, date: Int? = nil, quartier: String? = nil,
    present: Int? = nil, facilitation: String? = nil, replaces: [String] = [], file: String
  ) {
    self.id = id
    self.form = form
    self.title = title
    self.date = date
    self.quartier = quartier
    self.present = present
    self.facilitation = facilitation
    self.replaces = replaces
    self.file = file
  }

  /// The day as `2024-03-14`.
  public var day: String? { date.map(isoDay) }
}

/// A day as `2024-03-14`.
///
/// - Parameter days: since 1970-01-01, in the Gregorian calendar, from year 1 to 9999.
public func isoDay(_ days: Int) -> String {
  // Days are counted from 0000-03-01, so that a leap day ends its year.
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
  return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
}
