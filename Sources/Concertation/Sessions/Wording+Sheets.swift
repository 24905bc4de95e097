internal import SurveyModel

/// What is said of sheets as files.
extension Problem {
  /// - Parameter hasInbox: sheets may stay in the inbox.
  static func noSheets(_ pattern: String, hasInbox: Bool, at place: SourceLocation) -> Problem {
    Problem(
      hasInbox ? .note : .warning, "no-sheets",
      Bilingual(fr: "aucune fiche : « \(pattern) »", en: "no sheet: “\(pattern)”"), at: place,
      fix: Bilingual(
        fr: "déposez-y des fiches, ou corrigez sessions: (le chemin part du fichier du projet)",
        en: "put sheets there, or correct sessions: (the path starts from the project file)"))
  }

  static func unreadableSheet(_ file: String) -> Problem {
    Problem(
      .error, "unreadable-sheet",
      Bilingual(
        fr: "cette fiche ne peut pas être lue, ou dépasse 64 Mio",
        en: "this sheet cannot be read, or is longer than 64 MiB"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "vérifiez que c'est un fichier et qu'il est accessible",
        en: "check that it is a file and that it may be read"))
  }

  static func notASheet(_ file: String) -> Problem {
    Problem(
      .warning, "not-a-sheet",
      Bilingual(
        fr: "ce fichier de la boîte de dépôt n'est pas lu : ni .csv ni .xlsx",
        en: "this file of the inbox is not read: neither .csv nor .xlsx"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "si c'est une fiche, enregistrez-la en .csv ou .xlsx ; sinon, rangez-le ailleurs",
        en: "if it is a sheet, save it as .csv or .xlsx; if not, keep it elsewhere"))
  }

  static func sheetWithoutSource(_ file: String, known: [String]) -> Problem {
    Problem(
      .error, "sheet-without-source",
      Bilingual(
        fr: "cette fiche ne dit pas à quelle source elle appartient",
        en: "this sheet does not say which source it belongs to"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr:
          "ajoutez à son en-tête : Source;\(known.first ?? "") (sources : \(known.joined(separator: ", ")))",
        en:
          "add to its head: Source,\(known.first ?? "") (sources: \(known.joined(separator: ", ")))"
      ))
  }

  static func sheetOfUnknownSource(_ name: String, _ file: String, known: [String]) -> Problem {
    let list = known.joined(separator: ", ")
    return Problem(
      .error, "sheet-of-unknown-source",
      Bilingual(
        fr: "« Source » : aucune source de séances « \(name) »",
        en: "“Source”: no source of sessions “\(name)”"),
      at: SourceLocation(file: file),
      fix: Bilingual(fr: "écrivez l'une de : \(list)", en: "write one of: \(list)"))
  }
}

extension Problem {
  static func cannotWrite(_ path: String, _ number: Int32) -> Problem {
    Problem(
      .error, "cannot-write",
      Bilingual(
        fr: "ce fichier ne peut pas être écrit, ou existe déjà (erreur \(number))",
        en: "this file cannot be written, or exists already (error \(number))"),
      at: SourceLocation(file: path),
      fix: Bilingual(fr: "donnez un autre nom", en: "give another name"))
  }
}
