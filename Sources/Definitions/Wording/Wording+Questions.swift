import SurveyModel

/// A question whose keys do not fit together.
extension Problem {
  static func keyNotForType(
    _ key: String, type: String, types: [String], at place: SourceLocation
  ) -> Problem {
    let list = types.joined(separator: ", ")
    return Problem(
      .keyNotForType, at: place,
      fr: "`\(key)` ne va pas avec le type \(type), seulement avec : \(list)",
      en: "`\(key)` does not go with the type \(type), only with: \(list)",
      fix: .fix(
        fr: "effacer `\(key)`, ou écrire : type: \(types.first ?? type)",
        en: "delete `\(key)`, or write: type: \(types.first ?? type)"))
  }

  static func unknownQuestion(
    _ id: String, known: [String], at place: SourceLocation
  ) -> Problem {
    let q = Quoted(id)
    return Problem(
      .unknownQuestion, at: place, fr: "question \(q.fr) inconnue",
      en: "unknown question \(q.en)",
      fix: nearest(to: id, among: known).map { .fix(fr: "écrire : \($0)", en: "write: \($0)") }
        ?? .fix(
          fr: "questions connues : \(Quoted.list(known, .french))",
          en: "known questions: \(Quoted.list(known, .english))"))
  }

  static func laterQuestion(_ id: String, line: Int, at place: SourceLocation) -> Problem {
    let q = Quoted(id)
    return Problem(
      .laterQuestion, at: place,
      fr: "`asked-if` nomme \(q.fr), qui n'est pas avant cette question (ligne \(line))",
      en: "`asked-if` names \(q.en), which does not come before this question (line \(line))",
      fix: .fix(
        fr: "nommer une question posée plus tôt, ou changer l'ordre",
        en: "name a question that is asked earlier, or change the order"))
  }

  static func unknownOption(
    _ code: String, of question: String, known: [String], byLabel: String?,
    at place: SourceLocation
  ) -> Problem {
    let q = Quoted(code)
    let of = Quoted(question)
    return Problem(
      .unknownOption, at: place, fr: "la question \(of.fr) n'a pas d'option de code \(q.fr)",
      en: "the question \(of.en) has no option with the code \(q.en)",
      fix: (byLabel ?? nearest(to: code, among: known)).map {
        .write("\(question): \(yamlQuoted($0))")
      }
        ?? .fix(
          fr: "codes connus : \(Quoted.list(known, .french))",
          en: "known codes: \(Quoted.list(known, .english))"))
  }

  static func questionWithoutOptions(
    _ id: String, type: String, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(id)
    return Problem(
      .questionWithoutOptions, at: place,
      fr: "\(q.fr) (type \(type)) n'a pas d'options : `asked-if` ne peut pas s'y rapporter",
      en: "\(q.en) (type \(type)) has no options: `asked-if` cannot rest on it",
      fix: .fix(
        fr: "nommer une question à options", en: "name a question that has options"))
  }

  static func blankNotTicked(type: String, at place: SourceLocation) -> Problem {
    Problem(
      .blankNotTicked, at: place,
      fr: "`blank: not-ticked` ne va qu'avec le type multiple, ici \(type)",
      en: "`blank: not-ticked` goes with the type multiple only, here \(type)",
      fix: .write("blank: no-answer"))
  }

  static func columnsCount(
    found: Int, expected: Int, unit: Bilingual, at place: SourceLocation
  ) -> Problem {
    Problem(
      .columnsCount, at: place, fr: "colonnes nommées : \(found) ; \(unit.fr) : \(expected)",
      en: "columns named: \(found); \(unit.en): \(expected)",
      fix: .fix(
        fr: "nommer autant de colonnes que de \(unit.fr), dans le même ordre",
        en: "name as many columns as \(unit.en), in the same order"))
  }

  static func columnsNotForLayout(_ layout: String, at place: SourceLocation) -> Problem {
    let q = Quoted(layout)
    return Problem(
      .columnsNotForLayout, at: place, fr: "\(q.fr) se lit dans une seule colonne",
      en: "\(q.en) is read from a single column", fix: .write("column: …"))
  }

  static func columnTwice(
    _ first: String, _ second: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .columnTwice, at: place, fr: "`\(first)` et `\(second)` nomment tous deux des colonnes",
      en: "`\(first)` and `\(second)` both name columns",
      fix: .fix(fr: "ne garder que `\(second)`", en: "keep `\(second)` only"))
  }

  static func separatorWithoutCell(at place: SourceLocation) -> Problem {
    Problem(
      .separatorWithoutCell, at: place,
      fr: "`separator` ne sert que lorsque les réponses sont dans une cellule",
      en: "`separator` serves only where the answers stand in one cell",
      fix: .write("layout: cell"))
  }

  static func missingSeparator(at place: SourceLocation) -> Problem {
    Problem(
      .missingSeparator, at: place, fr: "`layout: cell` demande le séparateur des réponses",
      en: "`layout: cell` wants the separator of the answers", fix: .write("separator: \", \""))
  }

  static func tickedWithoutColumns(_ key: String, at place: SourceLocation) -> Problem {
    Problem(
      .tickedWithoutColumns, at: place,
      fr: "`\(key)` ne sert qu'avec une colonne par option",
      en: "`\(key)` serves only with a column per option", fix: .write("layout: columns"))
  }
}
