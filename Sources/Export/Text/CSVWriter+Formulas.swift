extension CSVWriter {
  /// The text with an apostrophe before it when a spreadsheet would take it for a formula: its
  /// first character, behind blanks and invisible characters, is `= + - @`, their full-width
  /// forms, TAB, CR or LF, and it is not a plain number. Control characters become visible.
  public static func harmless(_ text: String) -> String {
    let visible = SafeText.neutralised(text, lineBreaks: .kept)
    if let first = visible.utf8.first,
      (0x41...0x7A).contains(first) || (0x30...0x39).contains(first)
    {
      return visible
    }
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
