internal import ArgumentParser
internal import SurveyModel

/// Reads `fr` or `en`.
func language(_ text: String) throws -> Language {
  guard let language = Language(rawValue: text.lowercased()) else {
    throw ValidationError(
      said(
        fr: "--lang prend fr ou en, pas « \(text) »", en: "--lang takes fr or en, not “\(text)”"))
  }
  return language
}
