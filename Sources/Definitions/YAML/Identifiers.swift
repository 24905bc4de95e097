import SurveyModel

/// The short names that files, folders and options of the command line are made of.
enum Identifiers {
  static let questionRule = Bilingual(
    fr: "lettres minuscules, chiffres, tirets, soulignés, points (d'abord lettre ou chiffre)",
    en: "lower-case letters, digits, hyphens, underscores, dots (a letter or a digit first)")
  static let sourceRule = Bilingual(
    fr: "lettres minuscules, chiffres, tirets (d'abord une lettre ou un chiffre)",
    en: "lower-case letters, digits, hyphens (a letter or a digit first)")
  static let longest = 64

  static func isQuestionID(_ text: String) -> Bool {
    isID(text, punctuation: "-_.") && !holdsBy(text.utf8) && text.utf8.last != 0x2E
  }

  /// `--by-` stands between the two questions of a cross-tabulation.
  private static func holdsBy(_ text: String.UTF8View) -> Bool {
    let parts = text.split(separator: 0x2D, omittingEmptySubsequences: false)
    return parts.indices.dropFirst().dropLast().contains {
      parts[$0 - 1].isEmpty && parts[$0].elementsEqual("by".utf8)
    }
  }

  static func isSourceID(_ text: String) -> Bool { isID(text, punctuation: "-") }

  /// An option's code: no spaces, since one with spaces is a label that stands on the wrong side.
  static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= longest
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          ? $0.value > 0x20 && $0.value != 0x7F
          : !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
      }
  }

  /// An id made of the words of a text.
  static func proposal(for text: String, fallback: String = "question-1") -> String {
    var out = ""
    for scalar in foldedPlace(text).unicodeScalars {
      if scalar == " " { out += out.isEmpty || out.hasSuffix("-") ? "" : "-" }
      if scalar.isASCII, scalar != " " { out.unicodeScalars.append(scalar) }
    }
    out = String(out.prefix(40))
    while out.hasSuffix("-") { out.removeLast() }
    return out.isEmpty ? fallback : out
  }

  private static func isID(_ text: String, punctuation: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count <= longest else { return false }
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return isPlain(first)
      && scalars.allSatisfy { isPlain($0) || punctuation.unicodeScalars.contains($0) }
  }
}

extension DefinitionReader {
  enum IDKind { case question, source }

  /// A short name of its kind.
  mutating func id(_ text: String, _ kind: IDKind, line: Int) -> String? {
    let isGood = kind == .source ? Identifiers.isSourceID(text) : Identifiers.isQuestionID(text)
    if isGood { return text }
    report(
      .badID(
        text, proposal: Identifiers.proposal(for: text),
        allowed: kind == .source ? Identifiers.sourceRule : Identifiers.questionRule,
        at: place(line)))
    return nil
  }
}
