internal import Ingestion
internal import SurveyModel

/// The remarks of a draft.
struct DraftWords {
  let language: Language

  func said(_ text: Bilingual?) -> String { text?[language] ?? "" }

  private func said(fr: String, en: String) -> String { language == .french ? fr : en }

  // Names of anchors.
  var stepsAnchor: String { said(fr: "echelons", en: "steps") }
  var directionAnchor: String { said(fr: "sens", en: "direction") }
  var blankAnchor: String { said(fr: "rien-coche", en: "nothing-ticked") }
  var orderAnchor: String { said(fr: "ordre", en: "order") }
  var decimalAnchor: String { said(fr: "decimales", en: "decimals") }
  var codeAnchor: String { "code" }
  var separatorAnchor: String { said(fr: "separateur", en: "separator") }

  func head(_ inspection: ExportInspection, todos: Int) -> [String] {
    let dialect = inspection.layout.dialect.name[language]
    let confidence = InspectionWords.confidence(inspection.layout.confidence)[language]
    return [
      said(
        fr:
          "Ébauche tirée de \(inspection.name) par « concertation inspect » : \(dialect) (\(confidence)), \(inspection.kept) enregistrements, \(inspection.columns.count) colonnes.",
        en:
          "Draft made from \(inspection.name) by “concertation inspect”: \(dialect) (\(confidence)), \(inspection.kept) records, \(inspection.columns.count) columns."
      ),
      todos == 0
        ? said(
          fr: "Tout ce dont le calcul a besoin est rempli ; à relire.",
          en: "All that a run needs is filled in; to be read over.")
        : said(
          fr:
            "Ce que les données prouvent est rempli. Ce qu'elles ne disent pas est à déclarer : \(todos) valeur(s) à écrire à la place du mot en capitales, les choix sont au-dessus de chacune.",
          en:
            "What the data prove is filled in. What they do not say must be declared: \(todos) value(s) to write in place of the word in capitals, the choices stand above each."
        ),
      said(
        fr:
          "Les nombres en fin de ligne sont les effectifs trouvés. Un nom derrière & est rappelé plus bas par un astérisque : une seule réponse pour toutes ces questions ; écrire la valeur à la place du rappel où elle diffère.",
        en:
          "Numbers at line ends are the counts found. A name behind & is called again below with an asterisk: one answer for all these questions; write the value in its place where it differs."
      ),
    ]
  }

  /// What stands above the type of a question, beside its evidence.
  func remark(_ question: DraftQuestion) -> String? {
    switch question.type {
    case .quartier:
      let list = question.options.filter { ($0.count ?? 0) > 1 }.prefix(30)
        .map { "\($0.label)\($0.count.map { " \($0)" } ?? "")" }.joined(separator: " · ")
      return said(
        fr: "Les noms se comparent à la liste des quartiers du projet. Trouvés : \(list)",
        en: "Names are compared with the project's list of quartiers. Found: \(list)")
    case .multiple(let choice) where choice.layout == .mentions:
      return said(
        fr: "Si l'ordre des colonnes est un ordre de préférence : type: ranking et layout: ranks.",
        en:
          "If the order of the columns is an order of preference: type: ranking and layout: ranks.")
    case .ranking:
      return said(
        fr: "Rang 1 : l'élément préféré.", en: "Rank 1: the item that is preferred.")
    case .numericScale:
      return said(
        fr: "Si ce n'est pas une échelle : type: number, sans range ni best.",
        en: "If it is no scale: type: number, without range and best.")
    case .single where question.options.allSatisfy({ Int($0.label) != nil }):
      return said(
        fr:
          "Des codes ? Écrire leurs libellés : { label: \"…\", also: \"1\" }. Un nombre : type: number, sans options.",
        en:
          "Codes? Write their labels: { label: \"…\", also: \"1\" }. A number: type: number, without options."
      )
    case .single where question.inferred.place != nil:
      return said(
        fr: "Si c'est le quartier : type: quartier, sans options.",
        en: "If it is the neighbourhood: type: quartier, without options.")
    default: return nil
    }
  }

  func direction(first: String, last: String) -> String {
    said(
      fr: "Quel bout est le bon ? \(first), \(last), ou none (ni l'un ni l'autre).",
      en: "Which end is the good one? \(first), \(last), or none (neither of them).")
  }

  func beside(_ label: String) -> String {
    said(
      fr: "« \(label) » n'est pas un échelon : does-not-know, refused, no-answer ou not-displayed.",
      en: "“\(label)” is no step: does-not-know, refused, no-answer or not-displayed.")
  }

  func nothingChosen(_ count: Int) -> String {
    said(
      fr:
        "\(count) personnes sans aucun choix. no-answer : sans réponse ; not-displayed : question non posée (les deux hors de la base) ; not-ticked : a vu et ne coche rien (dans la base).",
      en:
        "\(count) people without any choice. no-answer; not-displayed: not asked (both out of the base); not-ticked: saw it and ticks nothing (in the base)."
    )
  }

  func code(_ code: String, _ count: Int) -> String {
    said(
      fr:
        "« \(code) », \(count) fois : answer (une réponse), no-answer, does-not-know, refused ou not-displayed.",
      en: "“\(code)”, \(count) times: answer, no-answer, does-not-know, refused or not-displayed.")
  }

  func order(_ examples: [String]) -> String {
    let list = examples.map { "« \($0) »" }.joined(separator: ", ")
    return said(
      fr: "\(list) : day-first (le jour d'abord) ou month-first ?",
      en: "\(list): day-first or month-first?")
  }

  func decimal(_ examples: [String]) -> String {
    let list = examples.map { "« \($0) »" }.joined(separator: ", ")
    return said(
      fr: "\(list) : comma (la virgule porte les décimales) ou point ?",
      en: "\(list): comma (it holds the decimals) or point?")
  }

  func separator(_ separator: String, _ joined: Int) -> String {
    said(
      fr:
        "Deviné : \(DraftWriter.quoted(separator)) sépare les réponses (\(joined) cellules différentes en tiennent plusieurs). Confirmer en l'écrivant, guillemets compris ; corriger les options où une réponse contient ce texte.",
      en:
        "Guessed: \(DraftWriter.quoted(separator)) separates the answers (\(joined) different cells hold several). Confirm by writing it, quotes included; mend the options where an answer holds this text."
    )
  }

  var unfinished: String {
    said(
      fr:
        "Des enregistrements ne sont pas terminés. Ils comptent ; pour les exclure, ôter les dièses.",
      en: "Some records are not finished. They count; to exclude them, take the hash signs away.")
  }

  var unfinishedReason: String { said(fr: "réponse non terminée", en: "answer not finished") }

  func shared(_ uses: Int) -> String {
    said(fr: "Vaut pour \(uses) questions.", en: "Goes for \(uses) questions.")
  }

  func variants(_ labels: [String]) -> String {
    let list = labels.prefix(8).map { "« \($0) »" }.joined(separator: ", ")
    return said(
      fr: "Réuni, aux majuscules et aux espaces près : \(list)",
      en: "Taken together, case and spaces apart: \(list)")
  }
}
