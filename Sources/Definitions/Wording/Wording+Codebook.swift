import SurveyModel

/// What does not hold in the words of a codebook.
extension Problem {
  static func badExpression(_ text: String, at place: SourceLocation) -> Problem {
    let q = Quoted(text)
    return Problem(
      .badExpression, at: place,
      fr: "expression \(q.fr) : « * » finit un mot d'au moins trois lettres, « = » en commence un",
      en: "expression \(q.en): “*” ends a word of three letters at least, “=” begins one",
      fix: .fix(
        fr: "écrire : insécuri* (tout ce qui commence ainsi), =vol (ce mot et son pluriel)",
        en: "write: insécuri* (all that begins so), =vol (that word and its plural)"))
  }

  static func expressionTwice(_ text: String, firstLine: Int, at place: SourceLocation) -> Problem {
    let q = Quoted(text)
    return Problem(
      .expressionTwice, .warning, at: place,
      fr: "expression \(q.fr) déjà écrite ligne \(firstLine)",
      en: "expression \(q.en) already written on line \(firstLine)",
      fix: .fix(fr: "l'effacer", en: "delete it"))
  }

  static func dictionaryOfDictionary(at place: SourceLocation) -> Problem {
    Problem(
      .dictionaryOfDictionary, at: place,
      fr: "un dictionnaire ne renvoie pas à un autre",
      en: "a dictionary does not lead to another one",
      fix: .fix(fr: "effacer `dictionary`", en: "delete `dictionary`"))
  }
}
