import SurveyModel

/// The words of the ledger.
enum LedgerWord: String, CaseIterable, Sendable {
  case title, notice, read, accepted, excluded, quarantined, sum, excludedBecause,
    quarantinedRecords
  case answered, folded, masked, notKept, unknownValue, firstPlace
  case corrected, nearText, nearOption, indication, among

  subscript(language: Language) -> String { text[language] }

  var text: Bilingual {
    switch self {
    case .title: Bilingual(fr: "Registre des réponses", en: "Ledger of records")
    case .notice:
      Bilingual(
        fr: "Document de travail – ne pas diffuser", en: "Working document – not for release")
    case .read: Bilingual(fr: "Lus", en: "Read")
    case .accepted: Bilingual(fr: "Acceptés", en: "Accepted")
    case .excluded: Bilingual(fr: "Exclus", en: "Excluded")
    case .quarantined: Bilingual(fr: "En quarantaine", en: "Quarantined")
    case .sum:
      Bilingual(
        fr: "Pour chaque source\u{A0}: lus = acceptés + exclus + en quarantaine.",
        en: "For every source: read = accepted + excluded + quarantined.")
    case .excludedBecause: Bilingual(fr: "Motif d’exclusion", en: "Excluded because")
    case .quarantinedRecords:
      Bilingual(fr: "Enregistrements en quarantaine\u{A0}:", en: "Quarantined records:")
    case .answered: Bilingual(fr: "Réponses", en: "Answered")
    case .folded:
      Bilingual(fr: "dont rapprochées d’une modalité", en: "of which matched by folding")
    case .masked:
      Bilingual(
        fr: "dont avec coordonnées, masquées", en: "of which with personal data, masked")
    case .notKept: Bilingual(fr: "non conservée", en: "not kept")
    case .unknownValue: Bilingual(fr: "Valeur non reconnue", en: "Unrecognised value")
    case .corrected:
      Bilingual(fr: "Acceptés après correction", en: "Accepted after correction")
    case .nearText: Bilingual(fr: "Texte proche d’une modalité", en: "Text near an option")
    case .nearOption: Bilingual(fr: "Modalité la plus proche", en: "Nearest option")
    case .indication:
      Bilingual(
        fr: "À savoir (aucun enregistrement n’est écarté pour cela)",
        en: "Worth knowing (no record is left out for it)")
    case .among: Bilingual(fr: "parmi", en: "among")
    case .firstPlace: Bilingual(fr: "Première occurrence", en: "First seen at")
    }
  }
}
