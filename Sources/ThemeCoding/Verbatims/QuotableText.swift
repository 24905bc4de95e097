internal import SurveyModel

/// Whether a text can be quoted without leading to its author: no figure, no mark of masked data, no
/// name, nothing of the family or the health of one person. When in doubt it cannot.
struct QuotableText: Sendable {
  private let placeWords: Set<String>

  /// Whoever says this speaks of somebody.
  private static let personal: Set<String> = [
    "monsieur", "madame", "mademoiselle", "mr", "mme", "mlle", "docteur", "maman", "papa", "veuf",
    "veuve", "divorce", "divorcee", "enceinte", "cancer", "malade", "handicape", "handicapee",
    "fauteuil", "depressif", "depressive", "prison", "curatelle", "tutelle",
  ]
  /// With a word of kin behind it: "mon fils", "ma voisine".
  private static let mine: Set<String> = ["mon", "ma", "mes"]
  private static let kin: Set<String> = [
    "mari", "femme", "fils", "fille", "filles", "enfant", "enfants", "mere", "pere", "frere",
    "soeur",
    "voisin", "voisine", "voisins", "immeuble", "escalier", "batiment", "patron", "ex", "conjoint",
    "compagnon", "compagne", "copain", "copine", "bebe", "tante", "oncle", "grand", "parents",
  ]

  init(placeNames: [String]) {
    placeWords = Set(placeNames.flatMap(foldedWords))
  }

  func isQuotable(_ text: String) -> Bool {
    if text.contains(where: { $0.isNumber || "@[]#".contains($0) }) { return false }
    let letters = text.filter(\.isLetter)
    // Capitals throughout hide names.
    if letters.count(where: \.isUppercase) * 3 > letters.count { return false }
    let words = foldedWords(text)
    if words.contains(where: Self.personal.contains) { return false }
    for (word, next) in zip(words, words.dropFirst()) {
      if Self.mine.contains(word), Self.kin.contains(next) { return false }
    }
    return !holdsName(text)
  }

  /// A capital inside a sentence, on a word that is no place and no acronym.
  private func holdsName(_ text: String) -> Bool {
    var beginsSentence = true
    for word in text.split(whereSeparator: { $0.isWhitespace || "'’-(«\"".contains($0) }) {
      let letters = word.filter(\.isLetter)
      if let first = letters.first {
        let isAcronym = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        if first.isUppercase, !beginsSentence, !isAcronym,
          !foldedWords(String(letters)).allSatisfy(placeWords.contains)
        {
          return true
        }
        beginsSentence = false
      }
      if let last = word.last, ".!?:;…".contains(last) { beginsSentence = true }
    }
    return false
  }
}
