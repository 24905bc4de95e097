import SurveyModel

/// What keeps a definition file from being read at all.
extension Problem {
  enum OtherEncoding { case utf16, eightBit }

  static func missingFile(_ path: String, at place: SourceLocation?) -> Problem {
    let q = Quoted(path, limit: 200)
    return Problem(
      .missingFile, at: place, fr: "le fichier \(q.fr) n'existe pas",
      en: "the file \(q.en) does not exist",
      fix: .fix(
        fr: "vérifier le nom ; les chemins partent du dossier de concertation.yaml",
        en: "check the name; paths start from the folder of concertation.yaml"))
  }

  static func unreadableFile(_ path: String, at place: SourceLocation?) -> Problem {
    let q = Quoted(path, limit: 200)
    return Problem(
      .unreadableFile, at: place,
      fr: "\(q.fr) ne peut pas être lu : ce n'est pas un fichier, ou il est protégé",
      en: "\(q.en) cannot be read: it is not a file, or it is protected",
      fix: .fix(
        fr: "donner le chemin d'un fichier texte lisible",
        en: "give the path of a readable text file"))
  }

  static func tooLarge(bytes: Int, at place: SourceLocation?) -> Problem {
    let limit = YAMLDocument.largestFile >> 20
    return Problem(
      .tooLarge, at: place,
      fr: "fichier de \(bytes >> 20) Mo ; une définition en a \(limit) au plus",
      en: "a file of \(bytes >> 20) MB; a definition has \(limit) at most",
      fix: .fix(
        fr: "vérifier que ce n'est pas un export : les réponses ne vont pas dans les définitions",
        en: "check that it is not an export: answers do not belong in the definitions"))
  }

  static func emptyFile(at place: SourceLocation?) -> Problem {
    Problem(
      .emptyFile, at: place, fr: "le fichier ne dit rien", en: "the file says nothing",
      fix: .fix(
        fr: "partir d'un exemple du dossier surveys/", en: "start from an example under surveys/"))
  }

  static func notUTF8(_ found: OtherEncoding, at place: SourceLocation?) -> Problem {
    let isWide = found == .utf16
    return Problem(
      .notUTF8, at: place,
      fr: isWide
        ? "le fichier est en UTF-16 ; une définition est en UTF-8"
        : "cette ligne n'est pas en UTF-8 (sans doute Windows-1252)",
      en: isWide
        ? "the file is in UTF-16; a definition is in UTF-8"
        : "this line is not UTF-8 (probably Windows-1252)",
      fix: .fix(
        fr: "enregistrer le fichier en UTF-8 (dans Excel : « CSV UTF-8 »)",
        en: "save the file as UTF-8 (in Excel: “CSV UTF-8”)"))
  }

  static func controlCharacter(_ scalar: UInt32, at place: SourceLocation?) -> Problem {
    let digits = String(scalar, radix: 16, uppercase: true)
    let hex = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Problem(
      .controlCharacter, at: place,
      fr: "caractère de contrôle \(hex) : ce n'est pas un fichier texte, ou il est abîmé",
      en: "control character \(hex): this is not a text file, or it is damaged",
      fix: .fix(fr: "effacer ce caractère", en: "delete this character"))
  }

  static func tab(at place: SourceLocation?) -> Problem {
    Problem(
      .tab, at: place, fr: "tabulation dans le retrait ; YAML veut des espaces",
      en: "a tab in the indentation; YAML wants spaces",
      fix: .fix(
        fr: "remplacer chaque tabulation par deux espaces", en: "replace each tab by two spaces"))
  }

  static func tooDeep(at place: SourceLocation?) -> Problem {
    Problem(
      .tooDeep, at: place,
      fr: "plus de \(YAMLDocument.deepestTree) niveaux imbriqués",
      en: "more than \(YAMLDocument.deepestTree) nested levels",
      fix: .fix(
        fr: "vérifier les crochets et les accolades", en: "check the brackets and braces"))
  }

  static func tooManyValues(at place: SourceLocation?) -> Problem {
    Problem(
      .tooManyValues, at: place,
      fr: "les alias (*nom) multiplient les valeurs au-delà de \(YAMLDocument.largestTree)",
      en: "the aliases (*name) multiply the values beyond \(YAMLDocument.largestTree)",
      fix: .fix(
        fr: "écrire les valeurs en toutes lettres", en: "write the values out"))
  }

  static func duplicateKey(_ key: String, firstLine: Int, at place: SourceLocation?) -> Problem {
    let q = Quoted(key)
    return Problem(
      .duplicateKey, at: place,
      fr: "la clé \(q.fr) est écrite deux fois (d'abord ligne \(firstLine))",
      en: "the key \(q.en) is written twice (first on line \(firstLine))",
      fix: .fix(fr: "n'en garder qu'une", en: "keep one of them"))
  }

  static func keyNotText(at place: SourceLocation?) -> Problem {
    Problem(
      .keyNotText, at: place, fr: "une liste ou un groupe sert de clé ; une clé est un texte",
      en: "a list or a mapping stands as a key; a key is a text",
      fix: .fix(
        fr: "mettre la clé entre guillemets si elle commence par [ ou {",
        en: "put the key in quotes if it starts with [ or {"))
  }

  static func mergeKey(at place: SourceLocation?) -> Problem {
    Problem(
      .mergeKey, at: place, fr: "« << » (fusion de clés) n'est pas lu ici",
      en: "“<<” (merge key) is not read here",
      fix: .fix(
        fr: "écrire les clés, ou reprendre la valeur entière : `options: *nom`",
        en: "write the keys out, or reuse the whole value: `options: *name`"))
  }

  static func severalDocuments(at place: SourceLocation?) -> Problem {
    Problem(
      .severalDocuments, at: place, fr: "un second document commence ici (---)",
      en: "a second document starts here (---)",
      fix: .fix(fr: "un fichier par définition", en: "one file a definition"))
  }
}
