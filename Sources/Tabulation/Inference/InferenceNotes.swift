internal import Statistics
internal import SurveyModel

/// What a reader must know of the intervals, letters and tests of a table.
struct InferenceNotes {
  let isWeighted: Bool
  let isIndicative: Bool
  var hasMeans = false
  private var hasIntervals = false
  private var hasFinitePopulation = false
  private var hasLetters = false
  private var hasResiduals = false
  private var hasRankRanges = false
  private var gaps: Set<Undefined> = []

  init(sample: SampleDesign) {
    isWeighted = sample.design.isWeighted
    isIndicative = sample.inference == .indicative
  }

  /// - Parameter isCompared: whether the table shows what columns say of each other.
  mutating func add(_ found: TableInference.Findings, isCompared: Bool = true) {
    let cells = found.cells.joined()
    hasIntervals = hasIntervals || cells.contains { $0.interval != nil }
    hasFinitePopulation = hasFinitePopulation || found.hasFinitePopulation
    hasLetters = hasLetters || isCompared && found.letters.contains { $0 != nil }
    hasResiduals = hasResiduals || isCompared && cells.contains { $0.residual != nil }
    hasRankRanges = hasRankRanges || cells.contains { $0.rankRange != nil }
    gaps.formUnion(found.gaps)
  }

  var lines: [Bilingual] {
    var lines: [Bilingual] = []
    if hasIntervals || hasMeans { lines.append(intervals) }
    if gaps.contains(.noVariation) { lines.append(Self.fixed) }
    if gaps.contains(.sampleExceedsPopulation) { lines.append(Self.tooMany) }
    if gaps.contains(.wholePopulation) { lines.append(Self.everybody) }
    if hasRankRanges { lines.append(Self.ranges) }
    if hasLetters { lines.append(letters) }
    if hasResiduals { lines.append(Self.residuals) }
    return lines
  }

  private var intervals: Bilingual {
    let name =
      isIndicative
      ? Bilingual(fr: "Intervalles indicatifs à 95 %", en: "Indicative 95% intervals")
      : Bilingual(fr: "Intervalles de confiance à 95 %", en: "95% confidence intervals")
    var methods: [Bilingual] = []
    if hasIntervals {
      if isWeighted {
        methods.append(
          Bilingual(
            fr: "Korn et Graubard, autour de la part pondérée, poids et calage pris en compte",
            en: "Korn and Graubard, around the weighted share, weights and calibration included"))
      } else if hasFinitePopulation {
        methods.append(
          Bilingual(
            fr: "exacts (loi hypergéométrique), le nombre d'habitants étant connu",
            en: "exact (hypergeometric law), the number of residents being known"))
      } else {
        methods.append(
          Bilingual(fr: "exacts (Clopper-Pearson)", en: "exact (Clopper-Pearson)"))
      }
    }
    if hasMeans {
      methods.append(
        Bilingual(fr: "loi de Student pour les moyennes", en: "Student's law for means"))
    }
    return Bilingual(
      fr: "\(name.fr) : \(methods.map(\.fr).joined(separator: " ; ")).",
      en: "\(name.en): \(methods.map(\.en).joined(separator: "; ")).")
  }

  private var letters: Bilingual {
    let test =
      isWeighted
      ? Bilingual(fr: "test du plan de sondage", en: "design-based test")
      : Bilingual(fr: "test z de deux parts", en: "z test of two shares")
    return Bilingual(
      fr:
        "Lettres : la part est significativement plus élevée que dans les colonnes nommées (\(test.fr), 5 %, Holm ; colonnes d'au moins \(TableInference.comparedFrom) répondants).",
      en:
        "Letters: the share is significantly higher than in the columns named (\(test.en), 5%, Holm; columns of \(TableInference.comparedFrom) respondents or more)."
    )
  }

  private static let residuals = Bilingual(
    fr:
      "▲ ▼ : surreprésenté, sous-représenté par rapport aux autres colonnes (résidu standardisé ajusté au-delà de ± 1,96).",
    en:
      "▲ ▼: over- or under-represented against the other columns (adjusted residual beyond ± 1.96)."
  )
  private static let ranges = Bilingual(
    fr:
      "Rangs possibles : places que le thème peut occuper dans la population, tous thèmes ensemble, au niveau de 95 %.",
    en:
      "Possible ranks: places that the theme may have in the population, all themes together, at the level of 95%."
  )
  private static let fixed = Bilingual(
    fr: "Parts fixées par le redressement : sans intervalle.",
    en: "Shares fixed by the weighting: no interval.")
  private static let tooMany = Bilingual(
    fr:
      "Plus de répondants que d'habitants déclarés : sans intervalle ; la population de la liste des quartiers est à vérifier.",
    en:
      "More respondents than declared residents: no interval; check the population in the list of quartiers."
  )
  private static let everybody = Bilingual(
    fr: "Tous les habitants ont répondu : rien à estimer, sans intervalle.",
    en: "All residents answered: nothing to estimate, no interval.")
}
