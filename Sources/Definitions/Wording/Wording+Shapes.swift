import SurveyModel

/// A key or a value that is not of the form that its place wants.
extension Problem {
  static func unknownKey(
    _ key: String, in what: Bilingual, known: [String], at place: SourceLocation
  ) -> Problem {
    let q = Quoted(key)
    let near = nearest(to: key, among: known)
    return Problem(
      .unknownKey, at: place, fr: "clé \(q.fr) inconnue dans \(what.fr)",
      en: "unknown key \(q.en) in \(what.en)",
      fix: near.map { .write("\($0):") }
        ?? .fix(
          fr: "clés possibles : \(known.joined(separator: ", "))",
          en: "possible keys: \(known.joined(separator: ", "))"))
  }

  static func missingKey(
    _ key: String, in what: Bilingual, example: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .missingKey, at: place, fr: "il manque `\(key)` dans \(what.fr)",
      en: "\(what.en) lacks `\(key)`", fix: .write(example))
  }

  static func wrongShape(
    _ key: String, expected: Bilingual, example: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .wrongShape, at: place, fr: "`\(Quoted(key).bare)` : il faut \(expected.fr)",
      en: "`\(Quoted(key).bare)`: \(expected.en) wanted", fix: .write(example))
  }

  static func emptyValue(_ key: String, at place: SourceLocation) -> Problem {
    Problem(
      .emptyValue, at: place, fr: "rien après `\(Quoted(key).bare)`",
      en: "nothing after `\(Quoted(key).bare)`",
      fix: .fix(
        fr: "écrire la valeur, ou effacer la ligne", en: "write the value, or delete the line"))
  }

  static func badFlag(_ key: String, _ found: String, at place: SourceLocation) -> Problem {
    let q = Quoted(found)
    let isNo = ["no", "non", "off", "0", "faux"].contains(foldedLabel(found))
    return Problem(
      .badFlag, at: place, fr: "`\(key)` : \(q.fr) trouvé, true ou false attendu",
      en: "`\(key)`: \(q.en) found, true or false expected",
      fix: .write("\(key): \(isNo ? "false" : "true")"))
  }

  static func badNumber(
    _ key: String, _ found: String, range: ClosedRange<Int>, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(found)
    let (low, high) = (range.lowerBound, range.upperBound)
    let near = min(max(Int(found) ?? low, low), high)
    return Problem(
      .badNumber, at: place,
      fr: "`\(key)` : \(q.fr) trouvé, nombre entier de \(low) à \(high) attendu",
      en: "`\(key)`: \(q.en) found, a whole number from \(low) to \(high) expected",
      fix: .write("\(key): \(near)"))
  }

  /// A word that is not one of the choices; `code` tells which kind of word.
  static func unknownWord(
    _ code: DefinitionCode, _ key: String, _ found: String, choices: [String],
    at place: SourceLocation
  ) -> Problem {
    let q = Quoted(found)
    let list = choices.joined(separator: ", ")
    let example = "\(yamlQuoted(key)): \(choices.first ?? "…")"
    return Problem(
      code, at: place, fr: "`\(Quoted(key).bare)` : \(q.fr) trouvé ; choix possibles : \(list)",
      en: "`\(Quoted(key).bare)`: \(q.en) found; possible choices: \(list)",
      fix: nearest(to: found, among: choices).map { .write("\(yamlQuoted(key)): \($0)") }
        ?? .fix(fr: "écrire par exemple : \(example)", en: "write for example: \(example)"))
  }

  static func todo(_ key: String, choices: [String], at place: SourceLocation) -> Problem {
    let name = Quoted(key).bare
    let list = choices.joined(separator: ", ")
    return Problem(
      .todo, at: place, fr: "`\(name)` : TODO, à répondre avant de lancer le calcul",
      en: "`\(name)`: TODO, this must be answered before a run",
      fix: choices.isEmpty
        ? .fix(fr: "écrire la valeur de `\(name)`", en: "write the value of `\(name)`")
        : .fix(fr: "choisir : \(list)", en: "choose: \(list)"))
  }

  static func badID(
    _ found: String, proposal: String, allowed: Bilingual, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(found)
    return Problem(
      .badID, at: place, fr: "identifiant \(q.fr) : \(allowed.fr) attendus",
      en: "id \(q.en): \(allowed.en) expected", fix: .write("id: \(proposal)"))
  }

  static func duplicateID(
    _ id: String, of what: Bilingual, firstLine: Int, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(id)
    return Problem(
      .duplicateID, at: place,
      fr: "l'identifiant \(q.fr) désigne déjà \(what.fr) de la ligne \(firstLine)",
      en: "the id \(q.en) already names \(what.en) of line \(firstLine)",
      fix: .write("id: \(id)-2"))
  }
}
