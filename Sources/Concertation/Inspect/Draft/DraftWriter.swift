internal import SurveyModel

/// Lines of YAML, and the texts, codes and remarks in them.
struct DraftWriter {
  private(set) var lines: [String] = []

  mutating func line(_ text: String, indent: Int = 0) {
    lines.append(text.isEmpty ? "" : String(repeating: " ", count: indent) + text)
  }

  /// A remark, wrapped, on lines of its own.
  mutating func remark(_ text: String, indent: Int = 0) {
    var current = ""
    for word in Self.oneLine(text).split(separator: " ") {
      if !current.isEmpty, indent + current.count + word.count > 96 {
        line("# " + current, indent: indent)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    if !current.isEmpty { line("# " + current, indent: indent) }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// How many scalars wait for an answer.
  var todoCount: Int {
    lines.count { line in
      !line.drop { $0 == " " }.hasPrefix("#")
        && (line.hasSuffix(" TODO") || line.contains(", missing: TODO }"))
    }
  }

  /// A text in double quotes, which reads back as it is, whatever is in it.
  ///
  /// A colon behind a closing bracket and an asterisk before a colon are escaped: to the loader's
  /// guard against endless aliases they look like keys.
  static func quoted(_ text: String) -> String {
    var out = "\""
    var afterBracket = false
    let hasColon = text.contains(":")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case ":" where afterBracket: out += "\\x3A"
      case "*" where hasColon: out += "\\x2A"
      default:
        if isPrintable(scalar) {
          out.unicodeScalars.append(scalar)
        } else {
          let hex = String(scalar.value, radix: 16)
          out += scalar.value > 0xFFFF ? "\\U" + padded(hex, 8) : "\\u" + padded(hex, 4)
        }
      }
      if scalar != " " { afterBracket = scalar == "]" || scalar == "}" }
    }
    return out + "\""
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202F...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    default: scalar.value > 0xFFFF
    }
  }

  private static func padded(_ hex: String, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - hex.count)) + hex
  }

  /// Without line breaks and control characters, and without what looks like a key.
  static func oneLine(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
      {
        out.append(" ")
      } else {
        out.append(scalar)
      }
    }
    return String(out)
      .replacing("*", with: "·").replacing("] :", with: "] –").replacing("]:", with: "] –")
      .replacing("} :", with: "} –").replacing("}:", with: "} –")
  }
}
