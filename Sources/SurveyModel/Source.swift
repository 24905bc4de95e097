/// How the people of a source came to be in it. It decides what may be claimed of its figures.
public enum SamplingKind: String, Sendable, CaseIterable, Hashable {
  case random, quota
  case onSite = "on-site"
  case volunteer, workshop, unknown

  public var label: Bilingual {
    switch self {
    case .random: Bilingual(fr: "échantillon aléatoire", en: "random sample")
    case .quota: Bilingual(fr: "échantillon par quotas", en: "quota sample")
    case .onSite: Bilingual(fr: "recueil sur place", en: "collected on site")
    case .volunteer: Bilingual(fr: "répondants volontaires", en: "volunteer respondents")
    case .workshop: Bilingual(fr: "atelier", en: "workshop")
    case .unknown: Bilingual(fr: "mode de tirage inconnu", en: "unknown sampling")
    }
  }
}

/// One way in which the consultation listened: a survey by phone, an online form, a youth survey.
/// Every number carries the source that it comes from; sources are laid side by side, never
/// added up.
public struct Source: Sendable, Hashable {
  public var id: String
  public var label: Bilingual
  /// How the answers were taken: `online`, `phone`, `paper`, … as the project writes it.
  public var mode: String?
  public var sampling: SamplingKind
  /// When it was collected, as written: a year, a month, a range.
  public var collected: Bilingual?
  /// Who was addressed, as written.
  public var population: Bilingual?
  /// Whether its intervals and tests are printed.
  public var intervals: IntervalRule

  public init(
    id: String, label: Bilingual, mode: String? = nil, sampling: SamplingKind = .unknown,
    collected: Bilingual? = nil, population: Bilingual? = nil, intervals: IntervalRule = .allowed
  ) {
    self.id = id
    self.label = label
    self.mode = mode
    self.sampling = sampling
    self.collected = collected
    self.population = population
    self.intervals = intervals
  }
}

/// A neighbourhood, the unit of analysis.
public struct Quartier: Sendable, Hashable {
  /// A short identifier, or the official code of a priority neighbourhood (`QP011001`).
  public var code: String
  public var name: String
  /// Other spellings that are met in exports.
  public var aliases: [String]
  /// Its codes in the national lists of 2015 (`QP…`) and 2024 (`QN…`), beside `code`.
  public var officialCodes: [String] = []
  /// Residents, where the catalogue gives it.
  public var population: Int?

  public init(code: String, name: String, aliases: [String] = [], population: Int? = nil) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.population = population
  }
}
