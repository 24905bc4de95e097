internal import SurveyModel

/// What the verbs say themselves.
extension Problem {
  static func inputGone(_ file: String) -> Problem {
    Problem(
      .error, "input-gone",
      Bilingual(
        fr: "le fichier a disparu pendant le calcul", en: "the file went away during the run"),
      at: SourceLocation(file: file),
      fix: Bilingual(fr: "relancez le calcul", en: "run again"))
  }

  static func nothingToTabulate(_ file: String, columns: Int) -> Problem {
    Problem(
      .warning, "nothing-to-tabulate",
      Bilingual(
        fr: "aucune question à compter parmi \(columns) colonne(s)",
        en: "no question to count among \(columns) column(s)"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr:
          "« concertation inspect » dit ce que chaque colonne contient ; une seule colonne : donnez le séparateur (--delimiter)",
        en:
          "“concertation inspect” says what each column holds; a single column: give the separator (--delimiter)"
      ))
  }

  static func noWorkbookLibrary(_ name: String) -> Problem {
    Problem(
      .warning, "no-workbook-library",
      Bilingual(
        fr: "report.xlsx n'est pas écrit : \(name) n'est pas sur cette machine",
        en: "report.xlsx is not written: \(name) is not on this machine"),
      fix: Bilingual(
        fr: "installez le paquet libxlsxwriter4 et relancez",
        en: "install the package libxlsxwriter4 and run again"))
  }

  static func noDatasetLibrary(_ name: String) -> Problem {
    Problem(
      .warning, "no-dataset-library",
      Bilingual(
        fr: "working/data n'est pas écrit : \(name) n'est pas sur cette machine",
        en: "working/data is not written: \(name) is not on this machine"),
      fix: Bilingual(
        fr: "installez le paquet libreadstat1 et relancez",
        en: "install the package libreadstat1 and run again"))
  }

  static func tooLongForDataset(_ source: String, most: Int) -> Problem {
    Problem(
      .note, "too-long-for-dataset",
      Bilingual(
        fr: "pas de .sav pour « \(source) » : plus de \(most) enregistrements",
        en: "no .sav for “\(source)”: more than \(most) records"),
      fix: Bilingual(fr: "employez l'export lui-même", en: "use the export itself"))
  }

  static func noExport(_ file: String, at location: SourceLocation?) -> Problem {
    Problem(
      .error, "no-export",
      Bilingual(fr: "l'export « \(file) » n'existe pas", en: "the export “\(file)” does not exist"),
      at: location,
      fix: Bilingual(
        fr: "déposez-y l'export, ou corrigez file: (le chemin part du fichier du projet)",
        en: "put the export there, or correct file: (the path starts from the project file)"))
  }

  static func noCorrections(_ file: String, at location: SourceLocation?) -> Problem {
    Problem(
      .error, "no-corrections",
      Bilingual(
        fr: "le fichier de corrections « \(file) » n'existe pas",
        en: "the file of corrections “\(file)” does not exist"),
      at: location,
      fix: Bilingual(
        fr: "copiez-y la quarantaine corrigée, ou retirez corrections:",
        en: "put the corrected quarantine there, or remove corrections:"))
  }

  static func noFile(_ name: String, at location: SourceLocation?) -> Problem {
    Problem(
      .error, "not-a-file",
      Bilingual(fr: "« \(name) » n'est pas un fichier", en: "“\(name)” is not a file"),
      at: location,
      fix: Bilingual(fr: "nommez l'export lui-même", en: "name the export itself"))
  }

  static func unknownEncoding(
    _ word: String, known: [String], at location: SourceLocation?
  ) -> Problem {
    let words = known.joined(separator: ", ")
    return Problem(
      .error, "unknown-encoding",
      Bilingual(fr: "encodage inconnu : « \(word) »", en: "unknown encoding: “\(word)”"),
      at: location,
      fix: Bilingual(
        fr: "écrivez l'un de : \(words) ; ou rien, pour qu'il soit trouvé",
        en: "write one of: \(words); or nothing, to have it found"))
  }

  static func noQuartierQuestion(_ questionnaire: String) -> Problem {
    Problem(
      .error, "no-quartier-question",
      Bilingual(
        fr: "aucune question de quartier : rien à croiser",
        en: "no question of quartier: nothing to cross by"),
      at: SourceLocation(file: questionnaire),
      fix: Bilingual(
        fr: "ajoutez une question de type quartier", en: "add a question of type quartier"))
  }

  static func inputForSeveralSources(_ project: String) -> Problem {
    Problem(
      .error, "input-for-several-sources",
      Bilingual(
        fr: "--input remplace l'export d'une source, et le projet en a plusieurs ou aucune",
        en: "--input stands for the export of one source, and the project has several or none"),
      at: SourceLocation(file: project),
      fix: Bilingual(
        fr: "nommez les exports dans le projet (file:)",
        en: "name the exports in the project (file:)"))
  }

  static func noQuestion(_ name: String, _ suggestion: String?, known: [Question]) -> Problem {
    let list = known.prefix(8).map { $0.id }
    func shown(_ open: String, _ close: String) -> String {
      list.map { open + ($0.count > 50 ? $0.prefix(49) + "…" : $0) + close }
        .joined(separator: ", ") + (known.count > 8 ? "…" : "")
    }
    return Problem(
      .error, "no-question",
      Bilingual(fr: "aucune question « \(name) »", en: "no question “\(name)”"),
      fix: suggestion.map {
        Bilingual(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      }
        ?? Bilingual(
          fr: "les questions : \(shown("« ", " »"))", en: "the questions: \(shown("“", "”"))"))
  }

  static func cannotCross(_ question: Question) -> Problem {
    Problem(
      .error, "cannot-cross",
      Bilingual(
        fr: "« \(question.id) » n'a pas de catégories (\(question.type.word)) : rien à croiser",
        en: "“\(question.id)” has no categories (\(question.type.word)): nothing to cross by"),
      fix: Bilingual(
        fr: "choisissez une question à options, une échelle ou le quartier",
        en: "choose a question with options, a scale or the quartier"))
  }
}
