internal import Glibc
internal import SurveyModel

/// The language of messages on the terminal: `LC_ALL`, `LC_MESSAGES`, `LANG`, in this order; French
/// where they do not say English.
enum UserLanguage {
  static let current: Language = {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .english : .french
    }
    return .french
  }()
}

/// A text of the program in the user's language.
func said(fr: String, en: String) -> String {
  UserLanguage.current == .french ? fr : en
}
