/// A text set in one size and weight: how wide it is, and where its lines break.
///
/// Widths are estimates on the generous side, so that text which fits here fits in any of the
/// fonts that the charts name.
struct TextMeasure: Sendable, Hashable {
  var size: Double
  var isBold = false

  /// In the unit of `size`.
  func width(_ text: String) -> Double {
    var hundredths = 0
    for scalar in text.unicodeScalars { hundredths += advance(scalar) }
    return Double(hundredths) * size / 100
  }

  /// The lines of a text, broken at spaces and after hyphens and slashes; a word longer than the
  /// line is cut. Nothing is left out.
  ///
  /// - Complexity: O(n).
  func lines(_ text: String, within limit: Double) -> [String] {
    let room = max(1, Int(limit * 100 / size))
    var lines: [String] = []
    // Of the line, as bytes of the text; and how wide it is.
    var start = 0
    var position = 0
    var used = 0
    // Where the line may break, and how wide it is up to there.
    var breakAt = 0
    var usedAtBreak = 0
    for scalar in text.unicodeScalars {
      let advance = advance(scalar)
      let next = position + UTF8.width(scalar)
      if used + advance > room, position > start, scalar != " " {
        let end = breakAt > start ? breakAt : position
        lines.append(Self.line(text, start..<end))
        used = breakAt > start ? used - usedAtBreak : 0
        start = end
        breakAt = start
        usedAtBreak = 0
      }
      if position == start, scalar == " " {
        start = next
      } else {
        used += advance
        if scalar == " " || scalar == "-" || scalar == "/" {
          breakAt = next
          usedAtBreak = used
        }
      }
      position = next
    }
    if position > start || lines.isEmpty { lines.append(Self.line(text, start..<position)) }
    return lines
  }

  /// The same number of lines, none of them much shorter than the others.
  func balancedLines(_ text: String, within limit: Double) -> [String] {
    let lines = lines(text, within: limit)
    guard lines.count > 1 else { return lines }
    // Even lines need a little more room than their share, for breaks fall between words.
    let even = width(text) / Double(lines.count)
    for room in stride(from: even, to: limit, by: limit / 50) {
      let balanced = self.lines(text, within: room)
      if balanced.count == lines.count { return balanced }
    }
    return lines
  }

  /// Without blanks at its end.
  private static func line(_ text: String, _ range: Range<Int>) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var end = range.upperBound
      while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return String(
        decoding: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]), as: UTF8.self)
    }
  }

  /// In hundredths of the size.
  private func advance(_ scalar: Unicode.Scalar) -> Int {
    let width: UInt8
    switch scalar.value {
    case 0x20..<0x180:
      let index = Int(scalar.value) - 0x20
      width = isBold ? TextAdvances.boldLatin[index] : TextAdvances.latin[index]
    case 0x2010..<0x2040:
      let index = Int(scalar.value) - 0x2010
      width = isBold ? TextAdvances.boldPunctuation[index] : TextAdvances.punctuation[index]
    case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: return 0  // marks on another letter
    case 0x2E80...0xFFDC, 0x1F000...0x3FFFF: return 110  // wide scripts, pictures
    default: width = 0
    }
    return width == 0 ? 85 : Int(width)
  }
}
