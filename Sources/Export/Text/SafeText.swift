/// Labels made harmless for a screen: nothing in them moves the cursor, colours the terminal or
/// turns the direction of writing.
enum SafeText {
  enum LineBreaks: Sendable { case kept, spaces }

  /// The text with control characters replaced by their visible pictures (`␛` for ESC) and
  /// directional overrides by U+FFFD.
  ///
  /// Tabs and line breaks stay where `lineBreaks` is `kept`, else each run of them and of blanks
  /// around them becomes one space.
  static func neutralised(_ text: String, lineBreaks: LineBreaks = .spaces) -> String {
    guard needsCare(text) else { return text }
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isBreak(scalar), lineBreaks == .spaces {
        pendingSpace = true
        continue
      }
      if pendingSpace {
        if scalar == " " { continue }
        if out.last != " ", !out.isEmpty { out.append(" ") }
        pendingSpace = false
      }
      out.append(isDangerous(scalar) ? picture(of: scalar) : scalar)
    }
    return String(out)
  }

  /// Whether a byte of the text may belong to something to replace: a control character, or
  /// U+2028...U+202F and U+2066...U+2069 (E2 80 A8 and on, E2 81 A6 and on).
  private static func needsCare(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { needsCare($0) }
  }

  private static func needsCare(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = PlainBytes.prefix(of: text)
    while index < text.count {
      if PlainBytes.areCalm(text, from: index) {
        index += 8
        continue
      }
      for place in index..<min(index + 8, text.count) {
        let byte = text[place]
        let next = place + 1 < text.count ? text[place + 1] : 0
        if byte < 0x20 || byte == 0x7F { return true }
        if byte == 0xC2, next < 0xA0 { return true }
        if byte == 0xE2, next == 0x80 || next == 0x81, place + 2 < text.count,
          text[place + 2] >= 0xA6
        {
          return true
        }
      }
      index += 8
    }
    return false
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
