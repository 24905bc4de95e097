/// The tools whose exports are known. The raw value is the word of `--dialect` and of `dialect:`.
public enum Dialect: String, Sendable, CaseIterable {
  case googleForms = "google-forms"
  case googleFormsDownload = "google-forms-download"
  case microsoftForms = "microsoft-forms"
  case limeSurveyCodes = "limesurvey-codes"
  case limeSurveyText = "limesurvey-text"
  case framaforms
  case framaformsFlat = "framaforms-flat"
  case drupalWebform = "drupal-webform"
  case kobo
  case odkCentral = "odk-central"
  case surveyMonkey = "surveymonkey"
  case surveyMonkeyCondensed = "surveymonkey-condensed"
  case qualtrics
  case qualtricsLegacy = "qualtrics-legacy"
  case sphinx
  case decidim
  case capCollectif = "cap-collectif"
  case phone
  /// A line an answer: respondent, question, answer.
  case long
  case plain

  public var name: Bilingual {
    switch self {
    case .googleForms: Bilingual(fr: "Google Forms (feuille)", en: "Google Forms (sheet)")
    case .googleFormsDownload:
      Bilingual(fr: "Google Forms (téléchargement direct)", en: "Google Forms (direct download)")
    case .microsoftForms: Bilingual("Microsoft Forms")
    case .limeSurveyCodes: Bilingual(fr: "LimeSurvey (codes)", en: "LimeSurvey (codes)")
    case .limeSurveyText:
      Bilingual(fr: "LimeSurvey (réponses complètes)", en: "LimeSurvey (full answers)")
    case .framaforms: Bilingual("Framaforms (Drupal Webform)")
    case .framaformsFlat:
      Bilingual(
        fr: "Framaforms, intitulés mis sur une ligne", en: "Framaforms, headings on one row")
    case .drupalWebform: Bilingual("Drupal Webform 8+")
    case .kobo: Bilingual("KoboToolbox")
    case .odkCentral: Bilingual("ODK Central")
    case .surveyMonkey: Bilingual("SurveyMonkey")
    case .surveyMonkeyCondensed:
      Bilingual(fr: "SurveyMonkey (condensé)", en: "SurveyMonkey (condensed)")
    case .qualtrics: Bilingual("Qualtrics")
    case .qualtricsLegacy:
      Bilingual(fr: "Qualtrics (ancien format)", en: "Qualtrics (legacy)")
    case .sphinx: Bilingual("Le Sphinx")
    case .decidim: Bilingual("Decidim")
    case .capCollectif: Bilingual("Cap Collectif / Grand Débat")
    case .phone: Bilingual(fr: "enquête par téléphone", en: "phone survey")
    case .long: Bilingual(fr: "une ligne par réponse", en: "a line an answer")
    case .plain: Bilingual(fr: "tableau simple", en: "plain spreadsheet")
    }
  }
}
