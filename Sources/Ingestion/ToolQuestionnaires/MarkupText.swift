/// The words of a text that a tool keeps as HTML.
enum MarkupText {
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "eacute": "é",
    "egrave": "è", "ecirc": "ê", "agrave": "à", "acirc": "â", "ccedil": "ç", "ocirc": "ô",
    "icirc": "î", "ucirc": "û", "ugrave": "ù", "rsquo": "’", "laquo": "«", "raquo": "»",
    "hellip": "…", "ndash": "–", "mdash": "—", "euro": "€", "deg": "°", "oelig": "œ", "iuml": "ï",
    "euml": "ë", "Eacute": "É", "Agrave": "À",
  ]

  /// Without tags, scripts and entities; blanks joined.
  static func plain(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end].lowercased()
        rest = rest[rest.index(after: end)...]
        for name in ["script", "style"] where tag.hasPrefix(name) {
          let close = rest.lowercased().range(ofText: "</\(name)")
          rest = close.map { rest.dropFirst($0) } ?? rest.dropFirst(rest.count)
        }
        out += " "
      } else if first == "&", let end = rest.prefix(12).firstIndex(of: ";") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        out += character(name) ?? "&\(name);"
        rest = rest[rest.index(after: end)...]
      } else {
        out.append(first)
        rest = rest.dropFirst()
      }
    }
    return out.split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func character(_ name: String) -> String? {
    if let known = names[name] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
  }
}

extension String {
  /// How many characters stand before the text; `nil` where it does not occur.
  fileprivate func range(ofText text: String) -> Int? {
    let own = Array(self)
    let wanted = Array(text)
    guard own.count >= wanted.count else { return nil }
    return (0...(own.count - wanted.count)).first {
      own[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
