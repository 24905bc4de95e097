import SurveyModel
import Tabulation

/// What each figure of a report is, for its method annex.
struct Definition: Sendable, Hashable {
  var term: Bilingual
  var text: Bilingual
}

extension Figure.Measure {
  var definition: Definition {
    switch self {
    case .base:
      Definition(
        term: Wording.base.text,
        text: Bilingual(
          fr: "Les personnes sur lesquelles portent les pourcentages d’une colonne.",
          en: "The people that the percentages of a column are of."))
    case .weightedBase:
      Definition(
        term: Wording.weightedBase.text,
        text: Bilingual(
          fr: "La somme des poids de ces personnes.", en: "The sum of these people’s weights."))
    case .mentions:
      Definition(
        term: Wording.mentions.text,
        text: Bilingual(
          fr:
            "Les réponses données à une question à réponses multiples ; une personne en donne plusieurs.",
          en: "The answers given to a question with several answers; a person gives several."))
    case .weightedMentions:
      Definition(
        term: Bilingual(fr: "Citations pondérées", en: "Weighted mentions"),
        text: Bilingual(
          fr: "La somme des poids des réponses données.",
          en: "The sum of the weights of the answers given."))
    case .count:
      Definition(
        term: Wording.count.text,
        text: Bilingual(
          fr: "Effectif : le nombre de personnes qui ont donné la réponse, sans pondération.",
          en: "Count: the number of people who gave the answer, unweighted."))
    case .weightedCount:
      Definition(
        term: Wording.weightedCount.text,
        text: Bilingual(
          fr: "Effectif pondéré : la somme des poids de ces personnes.",
          en: "Weighted count: the sum of these people’s weights."))
    case .percent(let of): Definition(term: Wording.percent(of: of).text, text: of.definition)
    case .weightedPercent(let of):
      Definition(
        term: TableLayout.Subcolumn.weightedPercent(of).heading,
        text: Bilingual(
          fr: of.definition.fr + " Calculé avec les poids.",
          en: of.definition.en + " Computed with the weights."))
    case .value:
      Definition(
        term: Wording.value.text,
        text: Bilingual(
          fr: "Moyenne, médiane, étendue ou score, selon le libellé de la ligne.",
          en: "A mean, median, range or score, as the row’s label says."))
    case .rank:
      Definition(
        term: Wording.rank.text,
        text: Bilingual(
          fr:
            "La place du thème dans sa colonne, du plus cité au moins cité ; les ex æquo ont la même place et portent le signe =.",
          en:
            "The place of the theme in its column, the most cited first; ties share a place and bear the sign =."
        ))
    case .notTicked:
      Definition(
        term: Bilingual(fr: "Non coché", en: "Not ticked"),
        text: Bilingual(
          fr: "Personnes qui ont vu la case et ne l’ont pas cochée.",
          en: "People who saw the box and left it open."))
    case .notDisplayed:
      Definition(
        term: Bilingual(fr: "Non affiché", en: "Not displayed"),
        text: Bilingual(
          fr: "Personnes à qui la case n’a pas été présentée.",
          en: "People to whom the box was not shown."))
    case .percentLow, .percentHigh, .valueLow, .valueHigh:
      Definition(
        term: Bilingual(fr: "Intervalle à 95\u{A0}%", en: "95% interval"),
        text: Bilingual(
          fr: "Les valeurs que la population peut avoir, au vu de l’échantillon, avec une confiance de 95\u{A0}%.",
          en: "The values that the population may have, given the sample, with 95% confidence."))
    case .rankBest, .rankWorst:
      Definition(
        term: Bilingual(fr: "Rangs possibles", en: "Possible ranks"),
        text: Bilingual(
          fr: "Les rangs entre lesquels le thème peut se trouver dans la population (Klein, Wright et Wieczorek, 2020).",
          en: "The ranks between which the theme may stand in the population (Klein, Wright and Wieczorek, 2020)."))
    case .residual:
      Definition(
        term: Bilingual(fr: "Résidu ajusté", en: "Adjusted residual"),
        text: Bilingual(
          fr: "L’écart à l’indépendance d’une case, en écarts types ; au-delà de 2 en valeur absolue il est notable.",
          en: "How far a cell is from independence, in standard deviations; beyond 2 either way it is notable."))
    case .maximalDeviation:
      Definition(
        term: Bilingual(fr: "PEM", en: "PEM"),
        text: Bilingual(
          fr: "Le pourcentage de l’écart maximum à l’indépendance (Cibois, 1993).",
          en: "The share of the largest possible deviation from independence (Cibois, 1993)."))
    case .effectiveBase:
      Definition(
        term: Bilingual(fr: "Taille effective", en: "Effective size"),
        text: Bilingual(
          fr: "L’effectif d’un échantillon aléatoire simple aussi précis que celui-ci (Kish, 1965).",
          en: "The size of a simple random sample that would be as precise as this one (Kish, 1965)."))
    case .designEffect:
      Definition(
        term: Bilingual(fr: "Effet de plan", en: "Design effect"),
        text: Bilingual(
          fr: "De combien les poids augmentent la variance : la base divisée par la taille effective.",
          en: "By how much the weights raise the variance: the base over the effective size."))
    case .testStatistic, .testFreedom, .testFreedomBelow:
      Definition(
        term: Bilingual(fr: "Statistique de test", en: "Test statistic"),
        text: Bilingual(
          fr: "La distance entre le tableau et l’indépendance, avec ses degrés de liberté.",
          en: "The distance between the table and independence, with its degrees of freedom."))
    case .testP:
      Definition(
        term: Bilingual(fr: "p", en: "p"),
        text: Bilingual(
          fr: "La probabilité d’un écart au moins aussi grand si les deux questions étaient indépendantes.",
          en: "The probability of a gap at least as large if the two questions were independent."))
    case .testAdjustedP:
      Definition(
        term: Bilingual(fr: "p corrigé", en: "Adjusted p"),
        text: Bilingual(
          fr: "Le même, corrigé du nombre de comparaisons (Holm, 1979).",
          en: "The same, corrected for the number of comparisons (Holm, 1979)."))
    case .cramersV:
      Definition(
        term: Bilingual(fr: "V de Cramér", en: "Cramér’s V"),
        text: Bilingual(
          fr: "La force du lien entre deux questions, de 0 (aucun) à 1.",
          en: "The strength of the link between two questions, from 0 (none) to 1."))
    }
  }
}

extension Share.Of {
  fileprivate var definition: Bilingual {
    switch self {
    case .respondents:
      Bilingual(
        fr: "La part des personnes de la base qui ont donné la réponse.",
        en: "The share of the people of the base who gave the answer.")
    case .mentions:
      Bilingual(
        fr: "La part de cette réponse parmi toutes les réponses données.",
        en: "The share of this answer among all answers given.")
    case .row:
      Bilingual(
        fr: "La part de la colonne parmi les personnes de la ligne.",
        en: "The share of the column among the people of the row.")
    case .total:
      Bilingual(
        fr: "La part de la case parmi toutes les personnes du tableau.",
        en: "The share of the cell among everybody in the table.")
    }
  }
}

/// Terms of the report that are no measure of a single cell.
enum GeneralDefinition {
  static func of(_ tables: [TableLayout]) -> [Definition] {
    var out: [Definition] = []
    if tables.contains(where: { $0.table.stub.contains { $0.kind == .net } }) {
      out.append(
        Definition(
          term: Bilingual(fr: "Total favorable, total défavorable", en: "Top box, bottom box"),
          text: Bilingual(
            fr: "Les personnes qui ont choisi l’un des échelons nommés entre parenthèses.",
            en: "The people who chose one of the steps named in brackets.")))
    }
    if tables.contains(where: { !$0.missing.isEmpty }) {
      out.append(
        Definition(
          term: Wording.outsideBase.text,
          text: Bilingual(
            fr:
              "Les personnes sans réponse à la question, selon la raison ; elles ne comptent dans aucun pourcentage.",
            en: "People without an answer to the question, by reason; no percentage counts them.")))
    }
    for sampling in SamplingKind.allCases
    where tables.contains(where: { $0.table.sources.contains { $0.sampling == sampling } }) {
      out.append(Definition(term: sampling.label, text: sampling.definition))
    }
    return out
  }
}

extension SamplingKind {
  /// Who is in such a source, and what its figures allow.
  var definition: Bilingual {
    switch self {
    case .random:
      Bilingual(
        fr:
          "Les personnes ont été tirées au hasard : les résultats valent pour le public visé, à une marge près.",
        en: "People were drawn at random: the results hold for the population, within a margin.")
    case .quota:
      Bilingual(
        fr:
          "Les personnes ont été choisies pour ressembler au public visé ; les marges supposent que ce choix vaut un tirage.",
        en:
          "People were chosen to resemble the population; margins assume that the choice is as good as a draw."
      )
    case .onSite:
      Bilingual(
        fr:
          "Les personnes ont été rencontrées sur place : les résultats décrivent celles qui y étaient.",
        en: "People were met on site: the results describe those who were there.")
    case .volunteer:
      Bilingual(
        fr:
          "Les personnes ont répondu d’elles-mêmes : les résultats les décrivent, et elles seules.",
        en: "People answered of their own accord: the results describe them, and only them.")
    case .workshop:
      Bilingual(
        fr:
          "Les personnes ont parlé en groupe : les résultats disent ce qui a été dit, pas combien le pensent.",
        en: "People spoke in a group: the results say what was said, not how many think it.")
    case .unknown:
      Bilingual(
        fr:
          "La façon de choisir les personnes n’est pas connue : les résultats décrivent celles qui ont répondu.",
        en: "How people were chosen is not known: the results describe those who answered.")
    }
  }
}
