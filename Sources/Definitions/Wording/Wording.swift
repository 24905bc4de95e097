import SurveyModel

extension Problem {
  init(
    _ code: DefinitionCode, _ severity: Severity = .error, at location: SourceLocation?,
    fr: String, en: String, fix: Bilingual? = nil
  ) {
    self.init(severity, code.rawValue, Bilingual(fr: fr, en: en), at: location, fix: fix)
  }
}

extension Bilingual {
  /// A fix that is a line to write as it stands.
  static func write(_ line: String) -> Bilingual {
    Bilingual(fr: "écrire : \(line)", en: "write: \(line)")
  }

  static func fix(fr: String, en: String) -> Bilingual { Bilingual(fr: fr, en: en) }
}

/// A text of the file as a message quotes it: one line, shortened, in the quotes of the language.
struct Quoted {
  let bare: String
  var fr: String { "«\u{A0}\(bare)\u{A0}»" }
  var en: String { "“\(bare)”" }

  init(_ text: String, limit: Int = 60) {
    var out = ""
    var count = 0
    for character in text {
      guard count < limit else {
        out += "…"
        break
      }
      let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
      out.append(isControl ? " " : character)
      count += 1
    }
    bare = out
  }

  /// `« a », « b » et « c »`, at most `limit` of them.
  static func list(_ texts: [String], _ language: Language, limit: Int = 12) -> String {
    var shown = texts.prefix(limit).map { text in
      language == .french ? Quoted(text).fr : Quoted(text).en
    }
    if texts.count > limit { shown.append("…") }
    return shown.joined(separator: ", ")
  }
}

/// A text as it must be written in YAML to be read back as it is.
func yamlQuoted(_ text: String) -> String {
  let plain = text.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == " "
      || scalar == "-" || scalar == "." || scalar == "'" || scalar == "_" || scalar == "/"
  }
  if plain, let first = text.unicodeScalars.first, text.last != " ",
    first.properties.isAlphabetic || ("0"..."9").contains(first)
  {
    return text
  }
  let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  return "\"\(escaped)\""
}
