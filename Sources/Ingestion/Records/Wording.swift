/// A sentence in French and in English.
public struct Wording: Sendable, Equatable {
  /// French, with no-break spaces where French typography asks for them.
  public let fr: String
  /// English.
  public let en: String

  /// Write plain spaces in `fr`; those before `: ; ? ! % »` and after `«` become no-break ones.
  init(fr: String, en: String) {
    var spaced = ""
    var previous: Character = " "
    for (index, character) in fr.enumerated() {
      if character == "\u{20}" {
        let next = fr.dropFirst(index + 1).first
        let sticks = previous == "«" || next.map { ":;?!%»".contains($0) } ?? false
        spaced.append(sticks ? "\u{A0}" : " ")
      } else {
        spaced.append(character)
      }
      previous = character
    }
    (self.fr, self.en) = (spaced, en)
  }

  /// Two sentences in a row.
  static func + (first: Wording, second: Wording) -> Wording {
    Wording(fr: first.fr + " " + second.fr, en: first.en + " " + second.en)
  }
}

extension ReadLocation {
  /// The place in words, with a capital: "Line 12 (record 11, column 3)"; empty if nothing is known.
  public var wording: Wording {
    func text(_ names: (line: String, record: String, column: String, byte: String)) -> String {
      var details: [String] = []
      if let record { details.append("\(names.record) \(record)") }
      if let column { details.append("\(names.column) \(column)") }
      if line == nil || details.isEmpty, let byte { details.append("\(names.byte) \(byte)") }
      let rest = details.joined(separator: ", ")
      guard let line else { return rest }
      return "\(names.line) \(line)" + (rest.isEmpty ? "" : " (\(rest))")
    }
    return Wording(
      fr: text(("Ligne", "enregistrement", "colonne", "octet")),
      en: text(("Line", "record", "column", "byte")))
  }
}

extension ReadLocation {
  /// The place in a sheet: "Cell C12", "Row 12".
  var cellWording: Wording {
    guard let record else { return Wording(fr: "", en: "") }
    guard let column else { return Wording(fr: "Ligne \(record)", en: "Row \(record)") }
    let name = CellName.letters(column) + String(record)
    return Wording(fr: "Cellule \(name)", en: "Cell \(name)")
  }
}

extension TextEncoding {
  /// The name a reader of the report knows.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16le: "UTF-16 (LE)"
    case .utf16be: "UTF-16 (BE)"
    case .windows1252: "Windows-1252"
    case .macRoman: "Mac Roman"
    }
  }
}

/// The wording of one separator.
func separatorWording(_ byte: UInt8) -> Wording {
  switch byte {
  case 0x09: Wording(fr: "tabulation", en: "tab")
  case 0x2C: Wording(fr: "virgule", en: "comma")
  case 0x3B: Wording(fr: "point-virgule", en: "semicolon")
  default:
    Wording(
      fr: "« \(Character(Unicode.Scalar(byte))) »", en: "\"\(Character(Unicode.Scalar(byte)))\"")
  }
}

extension DelimiterOrigin {
  /// How `delimiter` was found, and what to do if it is wrong.
  public func wording(_ delimiter: UInt8) -> Wording {
    let name = separatorWording(delimiter)
    switch self {
    case .declared:
      return Wording(fr: "Séparateur déclaré : \(name.fr).", en: "Declared separator: \(name.en).")
    case .separatorLine:
      return Wording(
        fr: "Séparateur annoncé par la première ligne (sep=) : \(name.fr).",
        en: "Separator named by the first line (sep=): \(name.en).")
    case .sniffed(let evidence):
      return evidence.wording(name)
    }
  }
}

extension DelimiterEvidence {
  fileprivate func wording(_ name: Wording) -> Wording {
    let best = candidates[0]
    switch verdict {
    case .constantWidth:
      return Wording(
        fr: "Séparateur déduit : \(name.fr) ; \(best.width) colonnes dans \(best.matching) des "
          + "\(best.records - best.skipped) premiers enregistrements.",
        en:
          "Inferred separator: \(name.en); \(best.width) columns in \(best.matching) of the first "
          + "\(best.records - best.skipped) records.")
    case .bestEffort:
      return Wording(
        fr:
          "Séparateur incertain : \(name.fr) ; \(best.matching) enregistrements sur \(best.records) "
          + "ont \(best.width) colonnes. S'il est autre, indiquez --delimiter.",
        en: "Uncertain separator: \(name.en); \(best.matching) of \(best.records) records have "
          + "\(best.width) columns. If it is another, add --delimiter.")
    case .oneColumn:
      return Wording(
        fr: "Aucun séparateur trouvé : le fichier est lu comme une seule colonne. S'il en a un, "
          + "indiquez --delimiter.",
        en: "No separator found: the file is read as one column. If it has one, add --delimiter.")
    }
  }
}
