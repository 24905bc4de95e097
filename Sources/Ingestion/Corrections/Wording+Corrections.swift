internal import SurveyModel

/// What is wrong with a file of corrections.
extension Problem {
  static func notACorrection(at place: SourceLocation) -> Problem {
    Problem(
      .error, "not-a-correction",
      Bilingual(
        fr: "les intitulés ne sont pas ceux d'une quarantaine de cette source",
        en: "the headings are not those of a quarantine of this source"),
      at: place,
      fix: Bilingual(
        fr: "partez de quarantine/<source>.csv, écrit par « run », sans changer ses intitulés",
        en: "start from quarantine/<source>.csv as “run” writes it, its headings unchanged"))
  }

  static func correctionWithoutRecord(at place: SourceLocation) -> Problem {
    Problem(
      .error, "correction-without-record",
      Bilingual(
        fr: "cette correction ne dit pas quel enregistrement elle remplace",
        en: "this correction does not say which record it stands for"),
      at: place,
      fix: Bilingual(
        fr: "gardez le numéro de la colonne « record »",
        en: "keep the number in the column “record”"))
  }

  static func correctedTwice(_ number: Int, first: Int, at place: SourceLocation) -> Problem {
    Problem(
      .error, "corrected-twice",
      Bilingual(
        fr: "l'enregistrement \(number) est corrigé deux fois (déjà ligne \(first))",
        en: "record \(number) is corrected twice (first in line \(first))"),
      at: place,
      fix: Bilingual(fr: "gardez une des deux lignes", en: "keep one of the two lines"))
  }

  static func nothingToCorrect(_ number: Int, at place: SourceLocation) -> Problem {
    Problem(
      .error, "nothing-to-correct",
      Bilingual(
        fr:
          "l'enregistrement \(number) n'est pas en quarantaine : une correction ne change pas une "
          + "réponse acceptée",
        en: "record \(number) is not quarantined: a correction does not change an accepted answer"),
      at: place,
      fix: Bilingual(
        fr: "retirez cette ligne ; si l'export a changé, repartez de sa nouvelle quarantaine",
        en: "remove this line; if the export has changed, start from its new quarantine"))
  }

  static func correctionOfNoRecord(_ number: Int, at place: SourceLocation) -> Problem {
    Problem(
      .error, "correction-of-no-record",
      Bilingual(
        fr: "l'export n'a pas d'enregistrement \(number)", en: "the export has no record \(number)"),
      at: place,
      fix: Bilingual(
        fr: "retirez cette ligne ; si l'export a changé, repartez de sa nouvelle quarantaine",
        en: "remove this line; if the export has changed, start from its new quarantine"))
  }

  static func correctionsOfLongForm(_ file: String) -> Problem {
    Problem(
      .error, "corrections-of-long-form",
      Bilingual(
        fr: "un export d'une ligne par réponse (long) n'a pas de corrections",
        en: "an export of a line an answer (long) has no corrections"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "retirez corrections: et corrigez l'export",
        en: "remove corrections: and mend the export"))
  }
}
