import SurveyModel

extension Problem {
  /// An error of libyaml, whose words are for programmers, in those of a survey officer.
  static func yamlSyntax(_ words: String, openedAt: Int?, at place: SourceLocation?) -> Problem {
    let found = syntaxWording.first { words.contains($0.words) }
    let opened = openedAt.flatMap { $0 < place?.line ?? 0 ? $0 : nil }
    let q = Quoted(words, limit: 120)
    let generic = Bilingual(
      fr: "ce n'est pas du YAML (\(q.fr))", en: "this is not YAML (\(q.en))")
    let message = found?.message ?? generic
    return Problem(
      .yamlSyntax, at: place,
      fr: message.fr + (opened.map { " ; commencé ligne \($0)" } ?? ""),
      en: message.en + (opened.map { "; begun on line \($0)" } ?? ""),
      fix: found?.fix
        ?? .fix(
          fr: "mettre les textes entre guillemets et vérifier les retraits",
          en: "put texts in quotes and check the indentation"))
  }
}

private let quoteText = Bilingual(
  fr: "mettre le texte entre guillemets : text: \"Selon vous : quel quartier ?\"",
  en: "put the text in quotes: text: \"Selon vous : quel quartier ?\"")

private let alignKeys = Bilingual(
  fr: "aligner les clés d'une même question, et fermer guillemets et crochets",
  en: "align the keys of one question, and close quotes and brackets")

private let syntaxWording: [(words: String, message: Bilingual, fix: Bilingual)] = [
  (
    "mapping values are not allowed",
    Bilingual(
      fr: "un deux-points de trop, ou un retrait irrégulier",
      en: "one colon too many, or uneven indentation"), quoteText
  ),
  (
    "cannot start any token",
    Bilingual(
      fr: "un texte ne peut pas commencer par ce caractère",
      en: "a text cannot start with this character"), quoteText
  ),
  (
    "could not find expected ':'",
    Bilingual(
      fr: "« clé: valeur » attendu, deux-points introuvable",
      en: "“key: value” expected, no colon found"), alignKeys
  ),
  (
    "end of stream",
    Bilingual(
      fr: "ouvert ici et jamais fermé : guillemet, crochet ou accolade",
      en: "opened here and never closed: a quote, a bracket or a brace"), alignKeys
  ),
  (
    "did not find expected key",
    Bilingual(
      fr: "une clé était attendue ici : retrait irrégulier, ou texte après un guillemet fermé",
      en: "a key was expected here: uneven indentation, or text after a closed quote"), alignKeys
  ),
  (
    "did not find expected ','",
    Bilingual(
      fr: "virgule ou fermeture attendue dans la liste",
      en: "a comma or the end of the list expected"
    ),
    Bilingual(
      fr: "séparer par des virgules ; mettre entre guillemets un texte qui en contient",
      en: "separate by commas; put a text that holds one in quotes")
  ),
  (
    "did not find expected '-'",
    Bilingual(
      fr: "une ligne « - » était attendue : retrait irrégulier dans la liste",
      en: "a “-” line was expected: uneven indentation in the list"), alignKeys
  ),
  (
    "undefined alias",
    Bilingual(
      fr: "alias (*nom) sans ancre (&nom) avant lui",
      en: "an alias (*name) without its anchor (&name)"
    ),
    Bilingual(
      fr: "mettre le texte entre guillemets s'il commence par *",
      en: "put the text in quotes if it starts with *")
  ),
  (
    "escape",
    Bilingual(
      fr: "« \\ » inconnu dans un texte entre guillemets doubles",
      en: "unknown “\\” in a double-quoted text"),
    Bilingual(fr: "écrire \\\\, ou des guillemets simples", en: "write \\\\, or use single quotes")
  ),
]
