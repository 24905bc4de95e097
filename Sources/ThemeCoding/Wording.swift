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

  static func reviewHeadings(_ missing: [Bilingual], _ file: String) -> Problem {
    Problem(
      .error, "review-headings",
      Bilingual(
        fr: "ce n'est pas une feuille de relecture : il manque les colonnes "
          + missing.map { "« \($0.fr) »" }.joined(separator: ", "),
        en: "this is no review sheet: the columns "
          + missing.map { "“\($0.en)”" }.joined(separator: ", ") + " are missing"),
      at: SourceLocation(file: file, line: 1),
      fix: Bilingual(
        fr: "remettez les intitulés de la feuille écrite par « code », ou renommez ce fichier",
        en: "put back the headings of the sheet that “code” wrote, or rename this file"))
  }

  static func reviewRow(_ record: Int, _ file: String) -> Problem {
    Problem(
      .warning, "review-row",
      Bilingual(
        fr:
          "ligne décidée sans numéro d'enregistrement ou sans clé lisible : la décision est perdue",
        en: "decided row without a readable record number or key: the decision is lost"),
      at: SourceLocation(file: file, record: record),
      fix: Bilingual(
        fr: "recopiez les colonnes « enregistrement » et « clé » d'une feuille neuve",
        en: "copy the columns “record” and “key” from a new sheet"))
  }

  static func unknownDecision(
    _ piece: String, _ key: ReviewKey, _ themes: [String], _ file: String
  ) -> Problem {
    let shown = piece.count > 40 ? piece.prefix(39) + "…" : piece[...]
    return Problem(
      .warning, "unknown-decision",
      Bilingual(
        fr:
          "\(key.source), \(key.question), enregistrement \(key.record) : « \(shown) » n'est pas un thème ; la décision est gardée, mais ne compte pas",
        en:
          "\(key.source), \(key.question), record \(key.record): “\(shown)” is no theme; the decision is kept but does not count"
      ),
      at: SourceLocation(file: file),
      fix: nearest(to: piece, among: themes).map {
        Bilingual(fr: "écrire : \($0)", en: "write: \($0)")
      }
        ?? Bilingual(
          fr: "écrire un ou plusieurs de : \(themes.joined(separator: ", ")) ; - pour aucun",
          en: "write one or more of: \(themes.joined(separator: ", ")); - for none"))
  }

  static func textChanged(_ keys: [ReviewKey], _ file: String) -> Problem {
    Problem(
      .warning, "text-changed",
      Bilingual(
        fr:
          "\(keys.count) décision(s) ne comptent plus : le texte de la réponse a changé (\(list(keys, "enregistrement")))",
        en:
          "\(keys.count) decision(s) count no more: the text of the answer changed (\(list(keys, "record")))"
      ),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "relisez ces réponses ; l'ancienne décision reste à la fin de la feuille",
        en: "review these answers; the old decision stays at the end of the sheet"))
  }

  static func answerGone(_ keys: [ReviewKey], _ file: String) -> Problem {
    Problem(
      .note, "answer-gone",
      Bilingual(
        fr:
          "\(keys.count) décision(s) sur des réponses qui ne sont plus dans les exports (\(list(keys, "enregistrement")))",
        en:
          "\(keys.count) decision(s) on answers that are no more in the exports (\(list(keys, "record")))"
      ),
      at: SourceLocation(file: file))
  }

  private static func list(_ keys: [ReviewKey], _ word: String) -> String {
    keys.sorted().prefix(5).map { "\($0.source) \($0.question) \(word) \($0.record)" }
      .joined(separator: ", ") + (keys.count > 5 ? "…" : "")
  }
}
