import SurveyModel

/// The words of the report on weights.
enum WeightingWord: String, CaseIterable, Sendable {
  case title, method, startingWeights, allOne, sampling, trim, bounds, atLimit, cycles
  case category, n, before, target, after, targetCount, withoutTarget, keptNote
  case weights, sum, minimum, quantile, maximum, mean, designEffect, effectiveSize, kish

  subscript(language: Language) -> String { text[language] }

  var text: Bilingual {
    switch self {
    case .title: Bilingual(fr: "Redressement", en: "Weighting")
    case .method: Bilingual(fr: "Méthode", en: "Method")
    case .startingWeights: Bilingual(fr: "Poids de départ", en: "Starting weights")
    case .allOne: Bilingual(fr: "tous égaux", en: "all equal")
    case .sampling: Bilingual(fr: "Recueil", en: "Sampling")
    case .trim: Bilingual(fr: "Écrêtage", en: "Trimming")
    case .bounds: Bilingual(fr: "Bornes", en: "Bounds")
    case .atLimit: Bilingual(fr: "poids à une borne", en: "weights at a limit")
    case .cycles: Bilingual(fr: "Itérations", en: "Cycles")
    case .category: Bilingual(fr: "Modalité", en: "Category")
    case .n: Bilingual(fr: "n", en: "n")
    case .before: Bilingual(fr: "Avant", en: "Before")
    case .target: Bilingual(fr: "Population", en: "Population")
    case .after: Bilingual(fr: "Après", en: "After")
    case .targetCount: Bilingual(fr: "Personnes", en: "People")
    case .withoutTarget:
      Bilingual(fr: "sans réponse ou sans cible", en: "without an answer or a target")
    case .keptNote:
      Bilingual(
        fr: "Les enregistrements sans réponse ou sans cible gardent leur part de l’échantillon"
          + "\u{A0}; les autres parts sont calculées sans eux.",
        en: "Records without an answer or a target keep their share of the sample;"
          + " the other shares leave them aside.")
    case .weights: Bilingual(fr: "Poids", en: "Weights")
    case .sum: Bilingual(fr: "Somme", en: "Sum")
    case .minimum: Bilingual(fr: "Min.", en: "Min.")
    case .quantile: Bilingual(fr: "Quantile", en: "Quantile")
    case .maximum: Bilingual(fr: "Max.", en: "Max.")
    case .mean: Bilingual(fr: "Moyenne", en: "Mean")
    case .designEffect: Bilingual(fr: "Effet de plan", en: "Design effect")
    case .effectiveSize: Bilingual(fr: "n efficace", en: "Effective n")
    case .kish:
      Bilingual(
        fr: "Effet de plan et n efficace des poids (Kish)\u{A0}: n efficace = (Σw)² / Σw²,"
          + " effet de plan = n / n efficace. Q5 à Q95\u{A0}: quantiles des poids.",
        en: "Design effect and effective n of the weights (Kish): effective n = (Σw)² / Σw²,"
          + " design effect = n / effective n. Q5 to Q95: quantiles of the weights.")
    }
  }
}
