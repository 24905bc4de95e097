internal import SurveyModel

/// What a reader of a table of one question must know.
struct TableNotes {
  let dataset: Dataset
  let question: Question
  let states: AnswerStates

  /// Below this many respondents a percentage says little.
  static let smallBase = 30

  /// All notes, and those of them that state numbers of people.
  func notes(_ banner: [BannerItem]) -> (all: [Bilingual], withCounts: Set<Bilingual>) {
    var notes: [Bilingual] = []
    var withCounts: Set<Bilingual> = []
    func count(_ note: Bilingual) {
      notes.append(note)
      withCounts.insert(note)
    }
    let small = banner.filter { (1..<Self.smallBase).contains($0.base.n) }
    if !small.isEmpty {
      let names = Bilingual(
        fr: small.map { "\($0.label.fr) (\($0.base.n))" }.joined(separator: ", "),
        en: small.map { "\($0.label.en) (\($0.base.n))" }.joined(separator: ", "))
      count(
        Bilingual(
          fr:
            "Base faible (moins de \(Self.smallBase) répondants), à lire avec prudence : \(names.fr).",
          en: "Small base (under \(Self.smallBase) respondents), read with care: \(names.en)."))
    }
    let inGroups = banner.dropFirst().reduce(0) { $0 + $1.base.n }
    if banner.count > 1, let all = banner.first, question.type.word != "ranking",
      inGroups < all.base.n, banner.dropFirst().contains(where: { $0.quartier != nil })
    {
      count(
        Bilingual(
          fr:
            "\(all.base.n - inGroups) répondant(s) sans quartier reconnu, comptés dans l'ensemble seulement.",
          en:
            "\(all.base.n - inGroups) respondent(s) without a known quartier, counted under “All” only."
        ))
    }
    notes += states.remarks
    if let weights = dataset.weightNote { notes.append(weights) }
    if let claim = dataset.source.claim { notes.append(claim) }
    if question.isReconstructed {
      notes.append(
        Bilingual(
          fr: "Libellé reconstitué : le texte de la question n'est pas publié.",
          en: "Reconstructed wording: the text of the question is not published."))
    }
    if !states.invalid.isEmpty {
      let invalid = states[.invalid]
      count(
        Bilingual(
          fr: "\(invalid) réponse(s) non reconnue(s), hors base ; le registre les liste.",
          en: "\(invalid) unrecognised answer(s), outside the base; the ledger lists them."))
    }
    return (notes, withCounts)
  }
}

extension Dataset {
  /// What the weights are; `nil` in an unweighted survey.
  var weightNote: Bilingual? {
    if let weighting { return weighting.note(startingFrom: questionnaire.weight) }
    guard weights != nil, let column = questionnaire.weight?.text else { return nil }
    return Bilingual(
      fr: "Pondéré par la colonne « \(column) » de l'export.",
      en: "Weighted by the column “\(column)” of the export.")
  }
}

extension Source {
  /// Why no interval is printed, or with what reserve; `nil` where the sampling speaks for itself.
  var claim: Bilingual? {
    switch inference {
    case .probability: nil
    case .quotaModel:
      Bilingual(
        fr:
          "Modèle de quotas : intervalles et tests supposent que, dans chaque quota, les personnes ont été rencontrées comme au hasard.",
        en:
          "Quota model: intervals and tests assume that, within each quota, people were met as if at random."
      )
    case .indicative:
      Bilingual(
        fr:
          "Source : \(sampling.label.fr). Intervalles et tests à titre indicatif : ils ne disent rien des personnes qui n'ont pas répondu.",
        en:
          "Source: \(sampling.label.en). Intervals and tests are indicative: they say nothing of people who did not answer."
      )
    case nil:
      Bilingual(
        fr:
          "Source : \(sampling.label.fr). Ces chiffres décrivent les personnes qui ont répondu ; aucune marge d'erreur n'est calculée.",
        en:
          "Source: \(sampling.label.en). These figures describe the people who answered; no margin of error is given."
      )
    }
  }
}
