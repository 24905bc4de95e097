internal import Ingestion
internal import SurveyModel

/// The words of a report on an export.
enum InspectionWords {
  static let file = Bilingual(fr: "Fichier", en: "File")
  static let encoding = Bilingual(fr: "Encodage", en: "Encoding")
  static let sheet = Bilingual(fr: "Feuille", en: "Sheet")

  /// What is said of a sheet of a workbook.
  static func sheetNotes(_ report: ReadReport, in file: String) -> [Bilingual] {
    report.problems(in: file).filter { $0.code.hasPrefix("xlsx-") }.map(\.message)
  }
  static let delimiter = Bilingual(fr: "Séparateur", en: "Delimiter")
  static let lineEnds = Bilingual(fr: "Fins de ligne", en: "Line ends")
  static let dialect = Bilingual(fr: "Origine", en: "Written by")
  static let contents = Bilingual(fr: "Contenu", en: "Contents")
  static let personal = Bilingual(fr: "Données personnelles", en: "Personal data")
  static let metadata = Bilingual(fr: "Colonnes de l'outil", en: "Columns of the tool")
  static let places = Bilingual(fr: "Quartier possible", en: "Quartier candidates")
  static let noPlace = Bilingual(
    fr: "aucune colonne ne ressemble à un quartier", en: "no column looks like a neighbourhood")
  static let noPersonal = Bilingual(fr: "aucune reconnue", en: "none recognised")
  static let unfinished = Bilingual(fr: "Non terminés", en: "Not finished")
  static let slips = Bilingual(fr: "À vérifier", en: "To check")
  static let questions = Bilingual(fr: "Questions", en: "Questions")
  static let columns = Bilingual(fr: "col.", en: "col.")
  static let heading = Bilingual(fr: "intitulé", en: "heading")
  static let type = Bilingual(fr: "type probable", en: "likely type")
  static let filled = Bilingual(fr: "remplie", en: "filled")
  static let evidence = Bilingual(fr: "indices", en: "evidence")

  static func encodingText(_ report: ReadReport) -> Bilingual {
    Bilingual(report.encoding.rawValue)
  }

  static func encodingEvidence(_ report: ReadReport) -> Bilingual {
    switch report.encodingOrigin {
    case .byteOrderMark:
      Bilingual(fr: "marque d'ordre des octets en tête", en: "byte order mark at the start")
    case .declared: Bilingual(fr: "donné par --encoding", en: "given by --encoding")
    case .validUTF8:
      Bilingual(fr: "tous les octets forment de l'UTF-8 valide", en: "all bytes are valid UTF-8")
    case .guessed:
      Bilingual(
        fr:
          "par élimination : ce n'est pas de l'UTF-8, tous les octets existent en Windows-1252, rien n'indique Mac Roman",
        en: "by elimination: not UTF-8, all bytes exist in Windows-1252, no sign of Mac Roman")
    }
  }

  static func name(ofDelimiter byte: UInt8) -> Bilingual {
    switch byte {
    case 9: Bilingual(fr: "tabulation", en: "tab")
    case UInt8(ascii: ","): Bilingual(fr: "virgule « , »", en: "comma “,”")
    case UInt8(ascii: ";"): Bilingual(fr: "point-virgule « ; »", en: "semicolon “;”")
    case UInt8(ascii: "|"): Bilingual(fr: "barre « | »", en: "bar “|”")
    default: Bilingual(String(UnicodeScalar(byte)))
    }
  }

  static func delimiterEvidence(_ report: ReadReport) -> Bilingual {
    switch report.delimiterOrigin {
    case .declared: return Bilingual(fr: "donné par --delimiter", en: "given by --delimiter")
    case .separatorLine:
      return Bilingual(fr: "première ligne « sep= »", en: "first line “sep=”")
    case .sniffed(let evidence):
      guard let best = evidence.candidates.first, evidence.verdict != .oneColumn else {
        return Bilingual(
          fr: "aucun séparateur ne fait de tableau : une seule colonne",
          en: "no delimiter makes a table: a single column")
      }
      let table = best.records - best.skipped
      return Bilingual(
        fr: "\(best.width) cellules dans \(best.matching) des \(table) premiers enregistrements",
        en: "\(best.width) cells in \(best.matching) of the first \(table) records")
    }
  }

  static func lineEndsText(_ ends: LineEnds) -> Bilingual {
    let parts = [("CRLF", ends.crlf), ("LF", ends.lf), ("CR", ends.cr)].filter { $0.1 > 0 }
    if parts.count == 1 { return Bilingual(parts[0].0) }
    return parts.isEmpty
      ? Bilingual(fr: "aucune", en: "none")
      : Bilingual(parts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
  }

  static func lineEndsEvidence(_ report: ReadReport) -> Bilingual {
    let ends = report.lineEnds.lf + report.lineEnds.crlf + report.lineEnds.cr
    return Bilingual(
      fr: "\(ends) fins d'enregistrement, \(report.lineCount) lignes du fichier",
      en: "\(ends) ends of records, \(report.lineCount) lines in the file")
  }

  static func confidence(_ confidence: ExportLayout.Confidence) -> Bilingual {
    switch confidence {
    case .declared: Bilingual(fr: "déclaré", en: "declared")
    case .certain: Bilingual(fr: "certain", en: "certain")
    case .high: Bilingual(fr: "très probable", en: "very likely")
    case .medium: Bilingual(fr: "probable", en: "likely")
    case .low: Bilingual(fr: "incertain", en: "uncertain")
    }
  }

  static func typeName(_ type: ResponseType) -> Bilingual {
    switch type {
    case .single: Bilingual(fr: "choix unique", en: "single choice")
    case .multiple: Bilingual(fr: "choix multiple", en: "multiple choice")
    case .scale: Bilingual(fr: "échelle", en: "scale")
    case .numericScale(let scale):
      Bilingual(
        fr: "échelle \(scale.range.lowerBound)–\(scale.range.upperBound)",
        en: "scale \(scale.range.lowerBound)–\(scale.range.upperBound)")
    case .number: Bilingual(fr: "nombre", en: "number")
    case .date: Bilingual(fr: "date", en: "date")
    case .ranking: Bilingual(fr: "classement", en: "ranking")
    case .openText: Bilingual(fr: "texte libre", en: "free text")
    case .quartier: Bilingual(fr: "quartier", en: "quartier")
    case .personalData: Bilingual(fr: "personnel", en: "personal")
    case .ignored: Bilingual(fr: "vide", en: "empty")
    }
  }

  static func roleName(_ role: ExportColumn.Role) -> String {
    switch role {
    case .answer: "answer"
    case .otherText: "other-text"
    case .comment: "comment"
    case .metadata: "metadata"
    case .personal: "personal"
    case .nameless: "nameless"
    }
  }
}
