import SurveyModel

/// The words that the report adds to tables and charts.
enum ReportWord: String, CaseIterable, Sendable {
  case report, contents, skip, sheets, priorities, results, annex, filters, quartier, source
  case allQuartiers, allSources, filterHelp, reset, mode, sampling, collected, population
  case respondents, mostAnswered, profile, topics, method, figures, questions, scales, themes
  case crossed, inWords, dataTable, prioritiesLead, rounding, roundingText, reading, readingText
  case definitions, filtered, notes, top, chartUnfiltered, nothingShown, beside, sessions

  var text: Bilingual {
    switch self {
    case .report: Bilingual(fr: "Rapport", en: "Report")
    case .contents: Bilingual(fr: "Sommaire", en: "Contents")
    case .skip: Bilingual(fr: "Aller au contenu", en: "Skip to content")
    case .sheets: Bilingual(fr: "Fiches d’enquête", en: "Survey sheets")
    case .priorities: Bilingual(fr: "Priorités par quartier", en: "Priorities by quartier")
    case .results: Bilingual(fr: "Résultats", en: "Results")
    case .annex: Bilingual(fr: "Annexe de méthode", en: "Method annex")
    case .filters: Bilingual(fr: "Filtrer la page", en: "Filter the page")
    case .quartier: Bilingual(fr: "Quartier", en: "Quartier")
    case .source: Bilingual(fr: "Source", en: "Source")
    case .allQuartiers: Bilingual(fr: "Tous les quartiers", en: "All quartiers")
    case .allSources: Bilingual(fr: "Toutes les sources", en: "All sources")
    case .filterHelp:
      Bilingual(
        fr: "L’ensemble reste affiché à côté du quartier choisi.",
        en: "The whole stays beside the quartier chosen.")
    case .reset: Bilingual(fr: "Tout afficher", en: "Show all")
    case .mode: Bilingual(fr: "Mode de collecte", en: "Mode of collection")
    case .sampling: Bilingual(fr: "Qui a répondu", en: "Who answered")
    case .collected: Bilingual(fr: "Date", en: "Date")
    case .population: Bilingual(fr: "Public", en: "Public")
    case .respondents: Bilingual(fr: "Répondants", en: "Respondents")
    case .mostAnswered:
      Bilingual(
        fr: "à la question qui a reçu le plus de réponses", en: "to the question most answered")
    case .profile: Bilingual(fr: "Profil des répondants", en: "Profile of respondents")
    case .topics: Bilingual(fr: "Questions posées", en: "Questions asked")
    case .method: Bilingual(fr: "Note de méthode", en: "Method note")
    case .figures: Bilingual(fr: "Les chiffres", en: "The figures")
    case .questions: Bilingual(fr: "Question par question", en: "Question by question")
    case .scales: Bilingual(fr: "Échelles par quartier", en: "Scales by quartier")
    case .themes: Bilingual(fr: "Thèmes par quartier", en: "Themes by quartier")
    case .crossed: Bilingual(fr: "Tris croisés par quartier", en: "Cross-tabulations by quartier")
    case .inWords: Bilingual(fr: "En mots", en: "In words")
    case .dataTable: Bilingual(fr: "Voir le tableau", en: "See the table")
    case .prioritiesLead:
      Bilingual(
        fr: "Les sources sont placées côte à côte, jamais additionnées.",
        en: "Sources stand side by side and are never added up.")
    case .rounding: Bilingual(fr: "Arrondi", en: "Rounding")
    case .roundingText:
      Bilingual(
        fr:
          "Les calculs se font sur les nombres exacts. Chaque nombre est arrondi une seule fois, à l’affichage, au plus proche, les demis en s’éloignant de zéro. La somme de parts arrondies peut donc s’écarter du total.",
        en:
          "Computations use exact numbers. Each number is rounded once, when it is printed, to the nearest, halves away from zero. Rounded shares may therefore not add up to the total."
      )
    case .reading: Bilingual(fr: "Lecture", en: "How to read")
    case .readingText:
      Bilingual(
        fr:
          "Un pourcentage se lit avec sa base, imprimée en tête de colonne. Une lettre entre parenthèses tient la place d’un nombre absent et renvoie à sa raison, sous le tableau.",
        en:
          "A percentage is read with its base, printed at the top of its column. A letter in brackets stands for a number that is lacking and leads to the reason, under the table."
      )
    case .beside: Bilingual(fr: "Sources côte à côte", en: "Sources side by side")
    case .sessions: Bilingual(fr: "Ce qui a été dit en séance", en: "What was said in sessions")
    case .nothingShown:
      Bilingual(
        fr: "Aucun chiffre ne peut être représenté ici.", en: "No figure can be drawn here.")
    case .definitions: Bilingual(fr: "Définitions", en: "Definitions")
    case .filtered: Bilingual(fr: "Page filtrée", en: "Page filtered")
    case .notes: Bilingual(fr: "Notes", en: "Notes")
    case .top: Bilingual(fr: "Retour au sommaire", en: "Back to contents")
    case .chartUnfiltered:
      Bilingual(
        fr: "Les graphiques qui comparent les quartiers les montrent toujours tous.",
        en: "Charts that compare quartiers always show them all.")
    }
  }

  subscript(language: Language) -> String { text[language] }
}

/// Ways of collecting answers, as projects write them.
enum CollectionMode {
  static func label(_ word: String) -> Bilingual {
    switch word {
    case "online", "web": Bilingual(fr: "en ligne", en: "online")
    case "phone": Bilingual(fr: "par téléphone", en: "by phone")
    case "paper": Bilingual(fr: "sur papier", en: "on paper")
    case "mail", "post": Bilingual(fr: "par courrier", en: "by post")
    case "street", "on-site":
      Bilingual(fr: "sur place, en face à face", en: "on site, face to face")
    case "face-to-face": Bilingual(fr: "en face à face", en: "face to face")
    case "workshop": Bilingual(fr: "en atelier", en: "in a workshop")
    case "youth": Bilingual(fr: "auprès des jeunes", en: "among young people")
    default: Bilingual(word)
    }
  }
}
