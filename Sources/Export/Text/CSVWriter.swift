/// The two forms in which CSV files are written.
public enum CSVForm: String, Sendable, CaseIterable {
  /// Comma, decimal point, UTF-8, LF: for programs. Headings are English words that do not change
  /// with the language.
  case international = "csv"
  /// Semicolon, decimal comma, UTF-8 with BOM, CRLF: for a French spreadsheet. The same columns,
  /// with French headings and words.
  case french = "fr.csv"
}

/// What a CSV cell holds.
public enum CSVValue: Sendable, Hashable {
  case text(String)
  case whole(Int)
  /// In full: the shortest decimal that reads back as the same number.
  case real(Double)
  case empty
}

/// Writes CSV records: cells quoted where they must be, texts that a spreadsheet would run as a
/// formula made harmless.
public struct CSVWriter: Sendable {
  private let form: CSVForm
  private var out = ""

  public init(_ form: CSVForm) {
    self.form = form
    if form == .french { out = "\u{FEFF}" }
  }

  /// All that was written.
  public var text: String { out }

  public mutating func record(_ cells: [CSVValue]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out += form == .french ? ";" : "," }
      switch cell {
      case .text(let text): out += Self.quoted(Self.harmless(text))
      case .whole(let value): out += String(value)
      case .real(let value): out += number(value)
      case .empty: break
      }
    }
    out += form == .french ? "\r\n" : "\n"
  }

  private func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let text = value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
    return form == .french ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isPlain = scalars.allSatisfy { !#",;"\#t\#r\#n"#.unicodeScalars.contains($0) }
    if isPlain, scalars.first != " ", scalars.last != " " { return text }
    var out = "\""
    for scalar in scalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }

  /// The text with an apostrophe before it when a spreadsheet would take it for a formula: its
  /// first character, behind blanks and invisible characters, is `= + - @`, their full-width
  /// forms, TAB, CR or LF, and it is not a plain number. Control characters become visible.
  public static func harmless(_ text: String) -> String {
    let visible = SafeText.neutralised(text, lineBreaks: .kept)
    guard startsFormula(visible), !isPlainNumber(visible) else { return visible }
    return "'" + visible
  }

  private static func startsFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
        return true
      default:
        let isInvisible =
          scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        if !isInvisible { return false }
      }
    }
    return false
  }

  /// `-5`, `-12,5`, `+3,2`. A whole number behind a plus is no plain number: it is a telephone
  /// number, which a spreadsheet would rewrite.
  private static func isPlainNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    let hasPlus = rest.first == UInt8(ascii: "+")
    if hasPlus || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    guard !whole.isEmpty else { return false }
    if rest.isEmpty { return !hasPlus }
    guard rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: ".") else { return false }
    return rest.count > 1 && rest.dropFirst().allSatisfy(isDigit)
  }
}
