internal import SurveyModel

/// What is said of sheets: their heads, their headings, their rows.
extension Problem {
  static func noForm(_ file: String) -> Problem {
    Problem(
      .error, "no-sheet",
      Bilingual(
        fr: "ce fichier ne dit pas quelle fiche il est : « Fiche » doit ouvrir une ligne",
        en: "this file does not say which sheet it is: a line must start with “Sheet”"),
      at: SourceLocation(file: file, line: 1),
      fix: Bilingual(
        fr: "partez du formulaire que donne « concertation template citizen-table »",
        en: "start from the form that “concertation template citizen-table” prints"))
  }

  static func unknownForm(_ text: String, at place: SourceLocation) -> Problem {
    let known = SessionForm.allCases
    let near = nearest(to: text, among: known.map(\.label.fr) + known.map(\.label.en))
    return Problem(
      .error, "unknown-sheet",
      Bilingual(fr: "fiche inconnue : « \(text) »", en: "unknown sheet: “\(text)”"), at: place,
      fix: Bilingual(
        fr: near.map { "vouliez-vous dire « \($0) » ?" }
          ?? "écrivez l'une de : \(known.map(\.label.fr).joined(separator: ", "))",
        en: near.map { "did you mean “\($0)”?" }
          ?? "write one of: \(known.map(\.label.en).joined(separator: ", "))"))
  }

  static func noHeadings(_ form: SessionForm, _ file: String) -> Problem {
    let columns = SheetColumns.columns(of: form)
    return Problem(
      .error, "no-headings",
      Bilingual(
        fr: "aucune ligne d'intitulés sous l'en-tête de la fiche",
        en: "no line of headings under the head of the sheet"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "écrivez la ligne : \(columns.map(\.label.fr).joined(separator: ";"))",
        en: "write the line: \(columns.map(\.label.en).joined(separator: ","))"))
  }

  static func unknownSheetKey(_ text: String, at place: SourceLocation) -> Problem {
    let known = SheetWords.Key.allCases
    let near = nearest(to: text, among: known.map(\.label.fr) + known.map(\.label.en))
    return Problem(
      .error, "unknown-sheet-line",
      Bilingual(
        fr: "ligne d'en-tête inconnue : « \(text) »", en: "unknown line in the head: “\(text)”"),
      at: place,
      fix: Bilingual(
        fr: near.map { "écrivez « \($0) »" }
          ?? "les lignes : \(known.map(\.label.fr).joined(separator: ", "))",
        en: near.map { "write “\($0)”" }
          ?? "the lines: \(known.map(\.label.en).joined(separator: ", "))"))
  }

  static func keyTwice(_ key: Bilingual, at place: SourceLocation) -> Problem {
    Problem(
      .error, "sheet-line-twice",
      Bilingual(fr: "« \(key.fr) » est donné deux fois", en: "“\(key.en)” is given twice"),
      at: place, fix: Bilingual(fr: "n'en gardez qu'une ligne", en: "keep one of the lines"))
  }

  static func severalValues(_ key: Bilingual, found: Int, at place: SourceLocation) -> Problem {
    Problem(
      .error, "sheet-line-values",
      Bilingual(
        fr: "« \(key.fr) » : \(found) cellules trouvées, une attendue",
        en: "“\(key.en)”: \(found) cells found, one expected"), at: place,
      fix: Bilingual(
        fr: "mettez la valeur dans une seule cellule, entre guillemets si elle a un séparateur",
        en: "put the value in one cell, in quotes if it holds a separator"))
  }

  static func missingSheetValue(
    _ key: Bilingual, example: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .error, "missing-sheet-line",
      Bilingual(fr: "il manque « \(key.fr) »", en: "“\(key.en)” is missing"), at: place,
      fix: Bilingual(fr: "écrivez : \(key.fr);\(example)", en: "write: \(key.en),2024-03-14"))
  }

  static func badSheetDate(_ text: String, at place: SourceLocation) -> Problem {
    Problem(
      .error, "bad-date",
      Bilingual(fr: "« \(text) » n'est pas une date", en: "“\(text)” is no date"), at: place,
      fix: Bilingual(
        fr: "écrivez jour/mois/année (14/03/2024) ou 2024-03-14",
        en: "write day/month/year (14/03/2024) or 2024-03-14"))
  }

  static func badCount(_ text: String, at place: SourceLocation) -> Problem {
    Problem(
      .error, "bad-count",
      Bilingual(
        fr: "« \(text) » n'est pas un nombre de personnes",
        en: "“\(text)” is no number of people"), at: place,
      fix: Bilingual(
        fr: "écrivez un nombre entier, ou rien", en: "write a whole number, or nothing"))
  }

  static func unknownSheetQuartier(
    _ text: String, near: String?, at place: SourceLocation
  ) -> Problem {
    Problem(
      .error, "unknown-quartier",
      Bilingual(fr: "quartier inconnu : « \(text) »", en: "unknown quartier: “\(text)”"),
      at: place,
      fix: Bilingual(
        fr: near.map { "vouliez-vous dire « \($0) » ?" }
          ?? "ajoutez ce nom aux alias de quartiers.csv",
        en: near.map { "did you mean “\($0)”?" } ?? "add this name to the aliases of quartiers.csv")
    )
  }

  static func unknownOrigin(_ text: String, at place: SourceLocation) -> Problem {
    let fault = RowFault.unknownOrigin(text)
    return Problem(.error, fault.code, fault.reason, at: place)
  }

  /// - Parameter count: rows with this theme; `nil`: the head of the sheet.
  static func unknownSheetTheme(
    _ text: String, near: String?, count: Int?, at place: SourceLocation
  ) -> Problem {
    let rows = Bilingual(
      fr: count.map { " (\($0) énoncé(s), laissés à coder)" } ?? "",
      en: count.map { " (\($0) statement(s), left to be coded)" } ?? "")
    return Problem(
      count == nil ? .error : .warning, "unknown-theme",
      Bilingual(
        fr: "thème inconnu : « \(text) »\(rows.fr)", en: "unknown theme: “\(text)”\(rows.en)"),
      at: place,
      fix: Bilingual(
        fr: near.map { "vouliez-vous dire « \($0) » ?" }
          ?? "écrivez un thème de themes.yaml (son libellé ou son identifiant), ou rien",
        en: near.map { "did you mean “\($0)”?" }
          ?? "write a theme of themes.yaml (its label or its id), or nothing"))
  }

  static func unknownSheetHeading(
    _ text: String, known: [Bilingual], at place: SourceLocation
  ) -> Problem {
    let near = nearest(to: text, among: known.map(\.fr) + known.map(\.en))
    return Problem(
      .error, "unknown-heading",
      Bilingual(fr: "intitulé inconnu : « \(text) »", en: "unknown heading: “\(text)”"),
      at: place,
      fix: Bilingual(
        fr: near.map { "écrivez « \($0) »" }
          ?? "les intitulés : \(known.map(\.fr).joined(separator: ", "))",
        en: near.map { "write “\($0)”" }
          ?? "the headings: \(known.map(\.en).joined(separator: ", "))"))
  }

  static func headingTwice(_ text: String, at place: SourceLocation) -> Problem {
    Problem(
      .error, "heading-twice",
      Bilingual(fr: "deux colonnes « \(text) »", en: "two columns “\(text)”"), at: place,
      fix: Bilingual(fr: "n'en gardez qu'une", en: "keep one of them"))
  }

  static func missingSheetHeading(_ name: Bilingual, at place: SourceLocation) -> Problem {
    Problem(
      .error, "missing-heading",
      Bilingual(
        fr: "il manque la colonne « \(name.fr) »", en: "the column “\(name.en)” is missing"),
      at: place,
      fix: Bilingual(
        fr: "ajoutez-la à la ligne d'intitulés", en: "add it to the line of headings"))
  }

  static func wrongTotal(
    _ stated: String, _ count: Int, of what: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .warning, "wrong-total",
      Bilingual(
        fr: "« \(what) » : total \(stated) écrit, \(count) croix lues",
        en: "“\(what)”: total \(stated) written, \(count) crosses read"), at: place,
      fix: Bilingual(
        fr: "vérifiez les croix ou corrigez le total ; ce sont les croix qui comptent",
        en: "check the crosses or correct the total; it is the crosses that count"))
  }

  static func sheetTwice(_ file: String, sameAs first: String) -> Problem {
    Problem(
      .note, "sheet-twice",
      Bilingual(
        fr: "même contenu que \(first) : cette copie ne compte pas",
        en: "same content as \(first): this copy does not count"),
      at: SourceLocation(file: file))
  }

  static func sessionTwice(_ id: String, _ file: String, first: String) -> Problem {
    Problem(
      .error, "session-twice",
      Bilingual(
        fr: "l'identifiant « \(id) » est déjà celui de \(first), dont le contenu diffère",
        en: "the identifier “\(id)” is already that of \(first), which holds something else"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr:
          "si cette fiche corrige l'autre : Identifiant;\(id)-v2 et Remplace;\(id) ; sinon, un autre identifiant",
        en:
          "if this sheet corrects the other: Identifier,\(id)-v2 and Replaces,\(id); else another identifier"
      ))
  }

  static func replacesNothing(_ id: String, _ session: Session) -> Problem {
    Problem(
      .error, "replaces-nothing",
      Bilingual(
        fr: "« Remplace » : aucune séance « \(id) »", en: "“Replaces”: no session “\(id)”"),
      at: SourceLocation(file: session.file),
      fix: Bilingual(
        fr: "corrigez l'identifiant, ou effacez la ligne",
        en: "correct the identifier, or delete the line"))
  }

  static func replacesItself(_ session: Session) -> Problem {
    Problem(
      .error, "replaces-itself",
      Bilingual(
        fr: "les fiches se remplacent l'une l'autre : « \(session.id) »",
        en: "sheets replace one another: “\(session.id)”"),
      at: SourceLocation(file: session.file),
      fix: Bilingual(
        fr: "une correction a un identifiant nouveau et nomme celui qu'elle remplace",
        en: "a correction has a new identifier and names the one that it replaces"))
  }
}

extension RowFault {
  /// The stable word in the ledger.
  var code: String {
    switch self {
    case .tooManyCells: "too-many-cells"
    case .noStatement: "no-statement"
    case .noKind, .unknownKind: "unknown-kind"
    case .noOrigin, .unknownOrigin: "unknown-origin"
    case .unknownQuartier: "unknown-quartier"
    case .badVotes: "bad-votes"
    case .badMark: "bad-mark"
    case .noNeed: "no-need"
    case .noObjective: "no-objective"
    case .noIndicator: "no-indicator"
    case .noAction: "no-action"
    case .noPriority: "no-priority"
    case .unknownCover: "unknown-cover"
    case .badRank: "bad-rank"
    case .badYear: "bad-year"
    case .badValue, .noValue: "bad-value"
    }
  }

  var reason: Bilingual {
    let kinds = Contribution.Kind.allCases.map(\.label)
    let origins = Contribution.Origin.allCases.map(\.label)
    switch self {
    case .tooManyCells(let found, let expected):
      return Bilingual(
        fr: "\(found) cellules pour \(expected) intitulés",
        en: "\(found) cells for \(expected) headings")
    case .noStatement:
      return Bilingual(fr: "aucun énoncé sur cette ligne", en: "no statement on this line")
    case .noKind:
      return Bilingual(
        fr: "nature manquante : \(list(kinds, .french))",
        en: "kind missing: \(list(kinds, .english))")
    case .unknownKind(let text):
      return Bilingual(
        fr: "nature « \(text) » inconnue ici : \(list(kinds, .french))",
        en: "kind “\(text)” not known here: \(list(kinds, .english))")
    case .noOrigin:
      return Bilingual(
        fr: "origine manquante : \(list(origins, .french))",
        en: "origin missing: \(list(origins, .english))")
    case .unknownOrigin(let text):
      return Bilingual(
        fr: "origine « \(text) » inconnue : \(list(origins, .french))",
        en: "origin “\(text)” not known: \(list(origins, .english))")
    case .unknownQuartier(let text):
      return Bilingual(fr: "quartier « \(text) » inconnu", en: "quartier “\(text)” not known")
    case .badVotes(let text):
      return Bilingual(
        fr: "« \(text) » n'est pas un nombre de voix", en: "“\(text)” is no number of votes")
    case .badMark(let text):
      return Bilingual(
        fr: "« \(text) » n'est ni une croix (X) ni un blanc",
        en: "“\(text)” is neither a cross (X) nor blank")
    case .noNeed: return Bilingual(fr: "besoin sans nom", en: "need without a name")
    case .noObjective:
      return Bilingual(fr: "objectif ou enjeu manquant", en: "objective or issue missing")
    case .noIndicator: return Bilingual(fr: "indicateur sans nom", en: "indicator without a name")
    case .noAction: return Bilingual(fr: "action sans nom", en: "action without a name")
    case .noPriority: return Bilingual(fr: "priorité sans texte", en: "priority without a text")
    case .unknownCover(let text):
      let covers = PlannedAction.Cover.allCases.map(\.label)
      return Bilingual(
        fr:
          "couverture inconnue : « \(text) » ; attendu : \(covers.map(\.fr).joined(separator: ", "))",
        en: "unknown cover: “\(text)”; expected: \(covers.map(\.en).joined(separator: ", "))")
    case .badRank(let text):
      return Bilingual(fr: "« \(text) » n'est pas un rang", en: "“\(text)” is no rank")
    case .badYear(let text):
      return Bilingual(fr: "« \(text) » n'est pas une année", en: "“\(text)” is no year")
    case .badValue(let text):
      return Bilingual(
        fr: "« \(text) » n'est ni un nombre ni « nb » (manquant)",
        en: "“\(text)” is neither a number nor “nb” (missing)")
    case .noValue:
      return Bilingual(fr: "ni valeur ni cible", en: "neither a value nor a target")
    }
  }

  private func list(_ words: [Bilingual], _ language: Language) -> String {
    words.map { $0[language] }.joined(separator: " / ")
  }
}

extension Problem {
  static func withdrawnUnknown(_ id: String, at place: SourceLocation) -> Problem {
    Problem(
      .note, "withdrawn-absent",
      Bilingual(
        fr: "la séance « \(id) », retirée par le projet, n'a plus de fiche",
        en: "the session “\(id)”, withdrawn by the project, has no sheet any more"), at: place)
  }
}

extension Problem {
  static func otherSheets(_ names: [String], at place: SourceLocation?) -> Problem {
    Problem(
      .warning, "xlsx-other-sheets",
      Bilingual(
        fr: "autres feuilles, non lues : \(names.map { "« \($0) »" }.joined(separator: ", "))",
        en: "other sheets, not read: \(names.map { "“\($0)”" }.joined(separator: ", "))"),
      at: place,
      fix: Bilingual(
        fr: "une fiche par classeur : enregistrez chacune à part, ou supprimez les feuilles vides",
        en: "one sheet a workbook: save each apart, or delete the blank ones"))
  }
}
