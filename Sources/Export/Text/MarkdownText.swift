public import SurveyModel

/// Markdown made of parts that mean nothing but themselves.
public enum MarkdownText {
  /// A label as text: one line, and no character of it starts markup, a table cell or HTML.
  public static func escaped(_ text: String) -> String {
    let text = SafeText.neutralised(text)
    guard text.utf8.contains(where: isMarkup) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\\", "|", "*", "_", "`", "[", "]", "#", "~", "$":
        out += "\\"
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A document as it is set for readers: no-break spaces and apostrophes of its language.
  public static func set(_ document: String, in language: Language) -> String {
    Typography.set(document, language)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\\"),
      UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "#"), UInt8(ascii: "~"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// A paragraph: escaped, and no list, quotation or number at its start.
  static func paragraph(_ text: String) -> String {
    let text = escaped(text)
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "+", "-", "=": return "\\" + text
    case "0"..."9":
      guard let mark = text.firstIndex(where: { !("0"..."9").contains($0) }),
        text[mark] == "." || text[mark] == ")"
      else { return text }
      return text[..<mark] + "\\" + text[mark...]
    default: return text
    }
  }

  /// A pipe table; the first column is set left, the others right.
  static func table(headings: [String], rows: [[String]]) -> String {
    var out = "| " + headings.joined(separator: " | ") + " |\n"
    out += "|:--" + String(repeating: "|--:", count: headings.count - 1) + "|\n"
    for row in rows { out += "| " + row.joined(separator: " | ") + " |\n" }
    return out
  }
}
