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
    guard text.unicodeScalars.contains(where: { isDangerous($0) || isBreak($0) }) else {
      return text
    }
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
