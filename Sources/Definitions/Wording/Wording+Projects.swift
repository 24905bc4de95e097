import SurveyModel

/// What does not hold together in a project, its themes and its quartiers.
extension Problem {
  static func notAvailable(_ key: String, at place: SourceLocation) -> Problem {
    let q = Quoted(key)
    return Problem(
      .notAvailable, at: place,
      fr: "\(q.fr) est prévu, mais pas disponible dans cette version",
      en: "\(q.en) is planned, but not available in this version",
      fix: .fix(
        fr: "l'effacer ; rien n'en serait tenu compte", en: "delete it; nothing would heed it"))
  }

  static func unknownSource(_ id: String, known: [String], at place: SourceLocation) -> Problem {
    let q = Quoted(id)
    return Problem(
      .unknownSource, at: place, fr: "source \(q.fr) inconnue", en: "unknown source \(q.en)",
      fix: nearest(to: id, among: known).map { .write("\($0): …") }
        ?? .fix(
          fr: "sources connues : \(Quoted.list(known, .french))",
          en: "known sources: \(Quoted.list(known, .english))"))
  }

  static func unknownTheme(
    _ id: String, known: [String], themesFile: String?, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(id)
    let file = Quoted(themesFile ?? "themes.yaml", limit: 200)
    return Problem(
      .unknownTheme, at: place, fr: "thème \(q.fr) absent de \(file.fr)",
      en: "theme \(q.en) is not in \(file.en)",
      fix: nearest(to: id, among: known).map { .write("theme: \($0)") }
        ?? .fix(
          fr: known.isEmpty
            ? "écrire les thèmes dans themes.yaml et, dans le projet : themes: themes.yaml"
            : "l'y ajouter, ou choisir : \(known.joined(separator: ", "))",
          en: known.isEmpty
            ? "write the themes in themes.yaml and, in the project: themes: themes.yaml"
            : "add it there, or choose: \(known.joined(separator: ", "))"))
  }

  static func themeTwice(
    _ theme: String, first: String, second: String, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(theme)
    return Problem(
      .themeTwice, at: place,
      fr: "le thème \(q.fr) est dans les groupes \(Quoted(first).fr) et \(Quoted(second).fr) ;"
        + " il compterait deux fois",
      en: "the theme \(q.en) is in the groups \(Quoted(first).en) and \(Quoted(second).en);"
        + " it would count twice",
      fix: .fix(fr: "ne le garder que dans un groupe", en: "keep it in one group"))
  }

  static func optionsWithoutThemes(_ question: String, at place: SourceLocation) -> Problem {
    let q = Quoted(question)
    return Problem(
      .optionsWithoutThemes, at: place,
      fr: "aucune option de \(q.fr) ne porte de thème : il n'y a rien à classer",
      en: "no option of \(q.en) carries a theme: there is nothing to rank",
      fix: .fix(
        fr: "ajouter `theme:` aux options : noise: { label: …, theme: tranquillity }",
        en: "add `theme:` to the options: noise: { label: …, theme: tranquillity }"))
  }

  static func noQuartiers(_ question: String, at place: SourceLocation) -> Problem {
    let q = Quoted(question)
    return Problem(
      .noQuartiers, at: place,
      fr: "\(q.fr) demande le quartier, mais le projet n'a pas de liste de quartiers",
      en: "\(q.en) asks for the quartier, but the project has no list of quartiers",
      fix: .write("quartiers: quartiers.csv"))
  }

  static func sameExport(_ path: String, first: String, at place: SourceLocation) -> Problem {
    let q = Quoted(path, limit: 200)
    return Problem(
      .sameExport, .warning, at: place,
      fr: "\(q.fr) est déjà l'export de la source \(Quoted(first).fr)",
      en: "\(q.en) is already the export of the source \(Quoted(first).en)",
      fix: .fix(fr: "vérifier `file`", en: "check `file`"))
  }

  static func badDelimiter(_ found: String, at place: SourceLocation) -> Problem {
    let q = Quoted(found)
    return Problem(
      .badDelimiter, at: place,
      fr: "`delimiter` : \(q.fr) trouvé ; un signe attendu (, ; | :) ou tab",
      en: "`delimiter`: \(q.en) found; one sign (, ; | :) or tab expected",
      fix: .write("delimiter: \";\""))
  }

  static func badThreshold(cell: Int, base: Int, at place: SourceLocation) -> Problem {
    Problem(
      .badThreshold, at: place,
      fr: "`cell` (\(cell)) dépasse `base` (\(base)) : une case n'a jamais plus que sa base",
      en: "`cell` (\(cell)) exceeds `base` (\(base)): a cell never has more than its base",
      fix: .write("cell: \(base)"))
  }

  static func onlyForSessions(_ key: String, at place: SourceLocation) -> Problem {
    Problem(
      .onlyForSessions, at: place, fr: "`\(key)` ne vaut que pour une source de `sessions`",
      en: "`\(key)` is for a source of `sessions` only",
      fix: .fix(fr: "l'effacer", en: "delete it"))
  }

  static func notForSessions(_ key: String, at place: SourceLocation) -> Problem {
    Problem(
      .notForSessions, at: place,
      fr: "`\(key)` ne vaut pas pour une source de `sessions` : une fiche se décrit elle-même",
      en: "`\(key)` is not for a source of `sessions`: a sheet describes itself",
      fix: .fix(fr: "l'effacer", en: "delete it"))
  }

  static func starInFolder(_ path: String, at place: SourceLocation) -> Problem {
    let q = Quoted(path, limit: 200)
    return Problem(
      .starInFolder, at: place, fr: "\(q.fr) : l'étoile ne vaut que dans le nom du fichier",
      en: "\(q.en): the asterisk is for the name of the file only",
      fix: .fix(
        fr: "une ligne par dossier : sessions: [a/*.csv, b/*.csv]",
        en: "a line for each folder: sessions: [a/*.csv, b/*.csv]"))
  }

  static func notASessionSource(_ id: String, at place: SourceLocation) -> Problem {
    let q = Quoted(id)
    return Problem(
      .notASessionSource, at: place,
      fr: "\(q.fr) est une enquête : ses thèmes se disent dans `asked-in`",
      en: "\(q.en) is a survey: its themes are said in `asked-in`",
      fix: .write("asked-in: { \(id): QUESTION }"))
  }
}
