import SurveyModel
import Tabulation

/// The words that this module adds to tables, French and English side by side.
///
/// Labels, titles, notes and bases come with the tables; vocabulary after the French survey offices.
enum Wording: String, CaseIterable, Sendable {
  case town, emptyBase, base, weightedBase, mentions, count, weightedCount, percent
  case percentRespondents, percentMentions, percentRow, percentTotal, percentStatements, weighted
  case shortWeighted, rank, answer
  case shortRespondents, shortMentions, shortRow, shortTotal, shortStatements
  case ofRespondents, ofMentions, ofRow, ofTotal, ofStatements
  case kindOption, kindOther, kindTheme, kindNet, kindStatistic, kindMissing
  case outsideBase, statistics, value, source, sources, question, by, notes, yes, no, theme
  case tieNote, colon, hidden, hiddenNote
  case interval, shortInterval, rankRange, letters, effectiveBase, designEffect
  case chiSquared, freedom, adjustedP, cramersV, pem, optionTests
  case intervalLow, intervalHigh, residual, summary, tables, byGroup, themes
  case prioritySheet, besideSheet, profileSheet, firstPriorities
  case testPearson, testFisher, testSimulated, testRaoScott, testSeveral

  var text: Bilingual {
    switch self {
    case .town: Bilingual(fr: "Ensemble de la ville", en: "Whole town")
    case .emptyBase:
      Bilingual(fr: "base vide\u{A0}: personne n’a répondu", en: "empty base: nobody answered")
    case .base: Bilingual(fr: "Base", en: "Base")
    case .weightedBase: Bilingual(fr: "Base pondérée", en: "Weighted base")
    case .mentions: Bilingual(fr: "Citations", en: "Mentions")
    case .count: Bilingual(fr: "n", en: "n")
    case .weightedCount: Bilingual(fr: "n pond.", en: "n wtd")
    case .percent: Bilingual(fr: "%", en: "%")
    case .percentRespondents: Bilingual(fr: "% des répondants", en: "% of respondents")
    case .percentMentions: Bilingual(fr: "% des citations", en: "% of mentions")
    case .percentRow: Bilingual(fr: "% en ligne", en: "Row %")
    case .percentTotal: Bilingual(fr: "% du total", en: "% of total")
    case .percentStatements: Bilingual(fr: "% des énoncés", en: "% of statements")
    case .weighted: Bilingual(fr: "(pondéré)", en: "(weighted)")
    case .shortWeighted: Bilingual(fr: "pond.", en: "wtd")
    case .rank: Bilingual(fr: "Rang", en: "Rank")
    case .answer: Bilingual(fr: "Modalité", en: "Category")
    case .shortRespondents: Bilingual(fr: "% rép.", en: "% resp.")
    case .shortMentions: Bilingual(fr: "% cit.", en: "% ment.")
    case .shortRow: Bilingual(fr: "% ligne", en: "row %")
    case .shortTotal: Bilingual(fr: "% total", en: "% total")
    case .shortStatements: Bilingual(fr: "% én.", en: "% stat.")
    case .ofRespondents: Bilingual(fr: "répondants", en: "respondents")
    case .ofMentions: Bilingual(fr: "citations", en: "mentions")
    case .ofRow: Bilingual(fr: "ligne", en: "row")
    case .ofTotal: Bilingual(fr: "total", en: "total")
    case .ofStatements: Bilingual(fr: "énoncés", en: "statements")
    case .kindOption: Bilingual(fr: "modalité", en: "option")
    case .kindOther: Bilingual(fr: "autre", en: "other")
    case .kindTheme: Bilingual(fr: "thème", en: "theme")
    case .kindNet: Bilingual(fr: "regroupement", en: "net")
    case .kindStatistic: Bilingual(fr: "statistique", en: "statistic")
    case .kindMissing: Bilingual(fr: "non-réponse", en: "missing")
    case .outsideBase: Bilingual(fr: "Hors de la base", en: "Outside the base")
    case .statistics: Bilingual(fr: "Statistiques", en: "Statistics")
    case .value: Bilingual(fr: "Valeur", en: "Value")
    case .source: Bilingual(fr: "Source", en: "Source")
    case .sources: Bilingual(fr: "Sources", en: "Sources")
    case .question: Bilingual(fr: "Question", en: "Question")
    case .by: Bilingual(fr: "Croisée par", en: "Crossed by")
    case .notes: Bilingual(fr: "Notes", en: "Notes")
    case .yes: Bilingual(fr: "oui", en: "yes")
    case .no: Bilingual(fr: "non", en: "no")
    case .theme: Bilingual(fr: "Thème", en: "Theme")
    case .tieNote: Bilingual(fr: "=\u{A0}: rang ex æquo", en: "=: tied rank")
    case .hidden:
      Bilingual(
        fr: "donnée masquée pour protéger les personnes",
        en: "withheld to protect the people who answered")
    case .hiddenNote:
      Bilingual(
        fr: "s\u{A0}: donnée masquée pour protéger les personnes (secret statistique)",
        en: "s: withheld to protect the people who answered (statistical confidentiality)")
    case .colon: Bilingual(fr: "\u{A0}: ", en: ": ")
    case .interval: Bilingual(fr: "Intervalle à 95\u{A0}%", en: "95% interval")
    case .shortInterval: Bilingual(fr: "IC 95\u{A0}%", en: "95% CI")
    case .rankRange: Bilingual(fr: "Rangs possibles", en: "Possible ranks")
    case .letters: Bilingual(fr: "Écarts", en: "Gaps")
    case .effectiveBase: Bilingual(fr: "Taille effective", en: "Effective size")
    case .designEffect: Bilingual(fr: "Effet de plan", en: "Design effect")
    case .chiSquared: Bilingual(fr: "khi-deux", en: "chi-squared")
    case .freedom: Bilingual(fr: "ddl", en: "df")
    case .adjustedP: Bilingual(fr: "p corrigé (Holm)", en: "adjusted p (Holm)")
    case .cramersV: Bilingual(fr: "V de Cramér", en: "Cramér’s V")
    case .pem: Bilingual(fr: "PEM", en: "PEM")
    case .optionTests: Bilingual(fr: "Modalité par modalité", en: "Option by option")
    case .intervalLow: Bilingual(fr: "Borne basse (95\u{A0}%)", en: "Lower limit (95%)")
    case .intervalHigh: Bilingual(fr: "Borne haute (95\u{A0}%)", en: "Upper limit (95%)")
    case .residual: Bilingual(fr: "Résidu ajusté", en: "Adjusted residual")
    case .summary: Bilingual(fr: "Sommaire", en: "Contents")
    case .prioritySheet: Bilingual(fr: "Priorités par quartier", en: "Priorities by quartier")
    case .besideSheet: Bilingual(fr: "Sources côte à côte", en: "Sources side by side")
    case .profileSheet: Bilingual(fr: "Profil de chaque quartier", en: "Profile of each quartier")
    case .firstPriorities:
      Bilingual(
        fr: "Les trois premières priorités, ensemble de la ville",
        en: "The first three priorities, whole town")
    case .tables: Bilingual(fr: "Tableaux", en: "Tables")
    case .byGroup: Bilingual(fr: "par quartier", en: "by quartier")
    case .themes: Bilingual(fr: "thèmes", en: "themes")
    case .testPearson: Bilingual(fr: "Test d’indépendance", en: "Test of independence")
    case .testFisher:
      Bilingual(
        fr: "Test exact de Fisher (effectifs attendus faibles)",
        en: "Fisher’s exact test (small expected counts)")
    case .testSimulated:
      Bilingual(
        fr: "Test d’indépendance par simulation (effectifs attendus faibles)",
        en: "Test of independence by simulation (small expected counts)")
    case .testRaoScott:
      Bilingual(
        fr: "Test de Rao et Scott (second ordre)", en: "Rao and Scott’s test (second order)")
    case .testSeveral:
      Bilingual(
        fr: "Test sur toutes les modalités (plusieurs réponses par personne, Rao et Scott)",
        en: "Test over all options (several answers a person, Rao and Scott)")
    }
  }

  subscript(language: Language) -> String { text[language] }

  /// The heading of a percentage, in full.
  static func percent(of kind: Share.Of) -> Wording {
    switch kind {
    case .respondents: .percentRespondents
    case .mentions: .percentMentions
    case .row: .percentRow
    case .total: .percentTotal
    case .statements: .percentStatements
    }
  }

  /// The heading of a percentage where room is scarce.
  static func shortPercent(of kind: Share.Of) -> Wording {
    switch kind {
    case .respondents: .shortRespondents
    case .mentions: .shortMentions
    case .row: .shortRow
    case .total: .shortTotal
    case .statements: .shortStatements
    }
  }

  /// What a percentage is of, as a word of a data file.
  static func of(_ kind: Share.Of) -> Wording {
    switch kind {
    case .respondents: .ofRespondents
    case .mentions: .ofMentions
    case .row: .ofRow
    case .total: .ofTotal
    case .statements: .ofStatements
    }
  }

  /// What a test is called.
  static func of(_ method: TableTest.Method, _ language: Language) -> String {
    switch method {
    case .pearson: Wording.testPearson[language]
    case .fisher: Wording.testFisher[language]
    case .monteCarlo: Wording.testSimulated[language]
    case .raoScott: Wording.testRaoScott[language]
    case .marginalHomogeneity: Wording.testSeveral[language]
    }
  }

  static func kind(_ kind: StubItem.Kind) -> Wording {
    switch kind {
    case .option: .kindOption
    case .other: .kindOther
    case .theme: .kindTheme
    case .net: .kindNet
    case .statistic: .kindStatistic
    case .missing: .kindMissing
    }
  }
}
