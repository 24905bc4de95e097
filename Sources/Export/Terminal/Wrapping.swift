/// Texts broken into lines that fit.
enum Wrapping {
  /// The text in lines of at most `width` columns, broken at spaces and after hyphens and
  /// slashes, and within a word only when the word alone is too long. No-break spaces hold.
  ///
  /// - Parameter maximum: beyond so many lines the last ends with `…`.
  static func lines(_ text: String, width: Int, maximum: Int = .max) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: SafeText.neutralised(text)) {
      let trimmed = piece.hasSuffix(" ") ? String(piece.dropLast()) : piece
      if DisplayWidth.of(line) + DisplayWidth.of(trimmed) <= width {
        line += piece
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = piece
      while DisplayWidth.of(withoutEndBlank(line)) > width {
        let head = prefix(of: line, width: width)
        lines.append(head)
        line = String(line.dropFirst(head.count))
      }
    }
    lines.append(line)
    lines = lines.map(withoutEndBlank)
    guard lines.count > maximum else { return lines }
    let last = lines[(maximum - 1)...].joined(separator: " ")
    return Array(lines[..<(maximum - 1)]) + [DisplayWidth.cut(last, to: width)]
  }

  /// The widest part that cannot be broken.
  static func longestPiece(_ text: String) -> Int {
    pieces(of: SafeText.neutralised(text)).map { DisplayWidth.of(withoutEndBlank($0)) }.max() ?? 0
  }

  /// The text cut where a line may end, each piece with its blank or hyphen.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var ended = false
    for character in text {
      // French sets a blank before these marks and after an opening guillemet: no line ends there.
      if ended, !";:!?%»".contains(character) {
        pieces.append(piece)
        piece = ""
      }
      ended = character == " " && piece.last != "«"
      ended = ended || (character == "-" || character == "/") && piece.count > 1
      piece.append(character)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func withoutEndBlank(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func prefix(of text: String, width: Int) -> String {
    var out = ""
    var used = 0
    for character in text {
      let next = DisplayWidth.of(character)
      if used + next > width, !out.isEmpty { break }
      out.append(character)
      used += next
    }
    return out
  }
}
