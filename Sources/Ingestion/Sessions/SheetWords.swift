public import SurveyModel

/// The words of the sheets that animators fill in, in both languages. What is printed by
/// `concertation template` is read back by these.
public enum SheetWords {
  /// The lines of a sheet's head.
  public enum Key: String, CaseIterable, Sendable {
    case form, id, title, date, quartier, present, facilitation, theme, origin, replaces, source

    public var label: Bilingual {
      switch self {
      case .form: Bilingual(fr: "Fiche", en: "Sheet")
      case .id: Bilingual(fr: "Identifiant", en: "Identifier")
      case .title: Bilingual(fr: "Titre", en: "Title")
      case .date: Bilingual(fr: "Date", en: "Date")
      case .quartier: Bilingual(fr: "Quartier", en: "Quartier")
      case .present: Bilingual(fr: "Personnes présentes", en: "People present")
      case .facilitation: Bilingual(fr: "Animation (rôle)", en: "Facilitation (role)")
      case .theme: Bilingual(fr: "Thème", en: "Theme")
      case .origin: Bilingual(fr: "Origine", en: "Origin")
      case .replaces: Bilingual(fr: "Remplace", en: "Replaces")
      case .source: Bilingual(fr: "Source", en: "Source")
      }
    }
  }

  /// The columns of a sheet's rows.
  public enum Column: String, CaseIterable, Sendable {
    case statement, kind, origin, theme, votes, quartier
    case proposals, shortcomings, answers
    case need, total
    case issue, objective
    case action, cover, lead, rank, priority
    case indicator, group, year, value, unit, target, deadline, baseline, `operator`

    public var label: Bilingual {
      switch self {
      case .statement: Bilingual(fr: "Énoncé", en: "Statement")
      case .kind: Bilingual(fr: "Nature", en: "Kind")
      case .origin: Bilingual(fr: "Origine", en: "Origin")
      case .theme: Bilingual(fr: "Thème", en: "Theme")
      case .votes: Bilingual(fr: "Voix", en: "Votes")
      case .quartier: Bilingual(fr: "Quartier", en: "Quartier")
      case .proposals: Bilingual(fr: "Propositions", en: "Proposals")
      case .shortcomings: Bilingual(fr: "Manquements", en: "Shortcomings")
      case .answers: Bilingual(fr: "Partenaires", en: "Partners")
      case .need: Bilingual(fr: "Besoin", en: "Need")
      case .total: Bilingual(fr: "Total", en: "Total")
      case .issue: Bilingual(fr: "Enjeu", en: "Issue")
      case .objective: Bilingual(fr: "Objectif", en: "Objective")
      case .action: Bilingual(fr: "Action", en: "Action")
      case .cover: Bilingual(fr: "Couverture", en: "Covered by")
      case .lead: Bilingual(fr: "Pilote", en: "Lead")
      case .rank: Bilingual(fr: "Rang", en: "Rank")
      case .priority: Bilingual(fr: "Priorité", en: "Priority")
      case .indicator: Bilingual(fr: "Indicateur", en: "Indicator")
      case .group: Bilingual(fr: "Modalité", en: "Group")
      case .year: Bilingual(fr: "Année", en: "Year")
      case .value: Bilingual(fr: "Valeur", en: "Value")
      case .unit: Bilingual(fr: "Unité", en: "Unit")
      case .target: Bilingual(fr: "Cible", en: "Target")
      case .deadline: Bilingual(fr: "Échéance", en: "Deadline")
      case .baseline: Bilingual(fr: "Point de départ", en: "Baseline")
      case .operator: Bilingual(fr: "Opérateur", en: "Operator")
      }
    }
  }

  static func key(_ text: String) -> Key? { keys[foldedPlace(text)] }
  static func column(_ text: String) -> Column? { columns[foldedPlace(text)] }
  static func form(_ text: String) -> SessionForm? { forms[foldedPlace(text)] }
  static func kind(_ text: String) -> Contribution.Kind? {
    switch text {
    case "+": .strength
    case "-", "\u{2212}", "\u{2013}": .weakness
    default: kinds[foldedPlace(text)]
    }
  }
  static func origin(_ text: String) -> Contribution.Origin? { origins[foldedPlace(text)] }
  static func cover(_ text: String) -> PlannedAction.Cover? { covers[foldedPlace(text)] }

  private static let keys = index(
    Key.allCases.map { ($0, [$0.label.fr, $0.label.en]) }
      + [
        (.present, ["Présents", "Participants", "Present"]), (.id, ["Id"]),
        (.facilitation, ["Animation", "Facilitation", "Rôle de l'animation"]),
      ])

  private static let columns = index(
    Column.allCases.map { ($0, [$0.label.fr, $0.label.en]) }
      + [
        (.votes, ["Points", "Gommettes", "Dots"]), (.kind, ["Signe", "Sign", "Case", "Pane"]),
        (.proposals, ["Propositions des habitants"]),
        (.shortcomings, ["Manquements, dysfonctionnements", "Dysfonctionnements"]),
        (.answers, ["Mobilisation des partenaires", "Réponses des partenaires"]),
        (.statement, ["Énoncés", "Statements"]), (.quartier, ["Quartiers"]),
        (.lead, ["Chef de projet", "Porteur", "Owner"]), (.cover, ["Statut", "Status"]),
        (.origin, ["Qui", "Who"]),
      ])

  private static let forms = index(
    SessionForm.allCases.map { ($0, [$0.label.fr, $0.label.en, $0.rawValue]) })

  private static let kinds = index(
    Contribution.Kind.allCases.map { ($0, [$0.label.fr, $0.label.en, $0.word]) }
      + [
        (.shortcoming, ["constat", "manquement", "constats", "manquements", "dysfonctionnement"]),
        (.proposal, ["propositions", "piste d'action", "pistes d'action"]),
        (.answer, ["réponse", "partenaire", "partner answer"]),
        (.strength, ["point fort", "positif", "plus"]), (.weakness, ["point faible", "négatif"]),
        (.open, ["zone publique"]), (.blind, ["zone aveugle"]),
        (.hidden, ["zone cachée"]), (.unknown, ["zone inconnue"]),
      ])

  private static let origins = index(
    Contribution.Origin.allCases.map { ($0, [$0.label.fr, $0.label.en, $0.word]) }
      + [
        (.resident, ["habitants", "habitante", "residents"]), (.youth, ["jeunes"]),
        (.partner, ["partenaires", "partners", "professionnel", "professionnels"]),
        (.elected, ["élus", "élue"]),
      ])

  private static let covers = index(
    PlannedAction.Cover.allCases.map { ($0, [$0.label.fr, $0.label.en, $0.word]) }
      + [
        (.mainstream, ["DC", "couverte", "couvert", "covered"]),
        (.programme, ["PDV", "programme", "contrat de ville"]),
        (.both, ["PDV et DC", "droit commun et politique de la ville"]),
        (.uncovered, ["non couvert", "pas couverte", "aucune", "non", "none"]),
      ])

  private static func index<Value>(_ words: [(Value, [String])]) -> [String: Value] {
    var out: [String: Value] = [:]
    for (value, texts) in words {
      for text in texts where out[foldedPlace(text)] == nil { out[foldedPlace(text)] = value }
    }
    return out
  }
}
