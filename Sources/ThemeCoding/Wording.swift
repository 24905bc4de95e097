internal import SurveyModel

/// What can be wrong with the files of coding.
extension Problem {
  static func corpusHeadings(_ file: String) -> Problem {
    Problem(
      .error, "corpus-headings",
      Bilingual(
        fr: "il faut les colonnes id, text et themes (et, au besoin, irony)",
        en: "the columns id, text and themes are needed (and irony, where there is any)"),
      at: SourceLocation(file: file, line: 1),
      fix: Bilingual(
        fr: "première ligne : id,text,themes,irony ; thèmes séparés par |",
        en: "first line: id,text,themes,irony; themes separated by |"))
  }
}
