/// Why a record has no answer to a question. The reasons are never merged before tabulation, since
/// the base depends on them.
public enum MissingReason: Int, Sendable, CaseIterable, Hashable {
  /// The question was not put to this person (routing, a section skipped).
  case notDisplayed
  /// The question was shown and left blank.
  case noAnswer
  /// "Ne sait pas", "sans opinion", where the questionnaire declares it so.
  case doesNotKnow
  /// "Ne souhaite pas répondre".
  case refused
  /// A value that the question does not know.
  case invalid

  /// The word used in JSON and CSV.
  public var word: String {
    switch self {
    case .notDisplayed: "notDisplayed"
    case .noAnswer: "noAnswer"
    case .doesNotKnow: "doesNotKnow"
    case .refused: "refused"
    case .invalid: "invalid"
    }
  }

  /// The word used in the YAML definitions: `not-displayed`, `no-answer`, …
  public var yamlWord: String {
    switch self {
    case .notDisplayed: "not-displayed"
    case .noAnswer: "no-answer"
    case .doesNotKnow: "does-not-know"
    case .refused: "refused"
    case .invalid: "invalid"
    }
  }

  public var label: Bilingual {
    switch self {
    case .notDisplayed: Bilingual(fr: "Question non posée", en: "Not asked")
    case .noAnswer: Bilingual(fr: "Sans réponse", en: "No answer")
    case .doesNotKnow: Bilingual(fr: "Ne sait pas", en: "Does not know")
    case .refused: Bilingual(fr: "Refus de répondre", en: "Refused")
    case .invalid: Bilingual(fr: "Réponse non reconnue", en: "Unrecognised answer")
    }
  }
}
