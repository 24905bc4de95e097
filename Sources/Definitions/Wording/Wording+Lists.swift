import SurveyModel

/// A list in CSV that cannot be read.
extension Problem {
  static func openQuote(at place: SourceLocation) -> Problem {
    Problem(
      .openQuote, at: place, fr: "guillemet ouvert ici et jamais fermé",
      en: "a quote opened here and never closed",
      fix: .fix(fr: "fermer le guillemet", en: "close the quote"))
  }

  static func strayQuote(at place: SourceLocation) -> Problem {
    Problem(
      .strayQuote, at: place, fr: "guillemet au milieu d'une cellule",
      en: "a quote inside a cell",
      fix: .fix(
        fr: "entourer la cellule de guillemets et doubler ceux du texte : \"la \"\"Reille\"\"\"",
        en: "put the cell in quotes and double those of the text: \"la \"\"Reille\"\"\""))
  }

  static func tooManyCells(found: Int, expected: Int, at place: SourceLocation) -> Problem {
    Problem(
      .tooManyCells, at: place, fr: "\(found) cellules pour \(expected) titres",
      en: "\(found) cells for \(expected) headings",
      fix: .fix(
        fr: "mettre entre guillemets un texte qui contient le séparateur",
        en: "put a text that holds the separator in quotes"))
  }

  static func unknownHeading(
    _ heading: String, known: [String], at place: SourceLocation
  ) -> Problem {
    let q = Quoted(heading)
    let form = nearest(to: heading, among: known) ?? known.joined(separator: ",")
    return Problem(
      .unknownHeading, at: place, fr: "titre de colonne \(q.fr) inconnu",
      en: "unknown heading \(q.en)", fix: .write(form))
  }

  static func missingHeading(
    _ heading: String, known: [String], at place: SourceLocation
  ) -> Problem {
    Problem(
      .missingHeading, at: place, fr: "il manque la colonne `\(heading)`",
      en: "the column `\(heading)` is missing", fix: .write(known.joined(separator: ",")))
  }

  static func duplicateHeading(_ heading: String, at place: SourceLocation) -> Problem {
    let q = Quoted(heading)
    return Problem(
      .duplicateHeading, at: place, fr: "deux colonnes ont le titre \(q.fr)",
      en: "two columns have the heading \(q.en)",
      fix: .fix(fr: "n'en garder qu'une", en: "keep one of them"))
  }

  static func duplicateName(
    _ text: String, firstLine: Int, of what: Bilingual, ignoring: Bilingual,
    at place: SourceLocation
  ) -> Problem {
    let q = Quoted(text)
    return Problem(
      .duplicateName, at: place,
      fr: "\(q.fr) désigne déjà \(what.fr) de la ligne \(firstLine)"
        + " (\(ignoring.fr) ne comptent pas)",
      en: "\(q.en) already names \(what.en) of line \(firstLine)"
        + " (\(ignoring.en) do not count)",
      fix: .fix(fr: "n'en garder qu'un", en: "keep one of them"))
  }

  static func badPopulation(_ found: String, at place: SourceLocation) -> Problem {
    let q = Quoted(found)
    let digits = found.filter { ("0"..."9").contains($0) }
    return Problem(
      .badPopulation, at: place,
      fr: "population \(q.fr) : un nombre entier supérieur à 0, sans espace, ou rien",
      en: "population \(q.en): a whole number above 0, without spaces, or nothing",
      fix: digits.contains { $0 != "0" }
        ? .write(digits)
        : .fix(fr: "laisser la cellule vide", en: "leave the cell blank"))
  }
}
