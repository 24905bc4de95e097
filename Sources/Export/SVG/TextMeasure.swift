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
    var line: [Unicode.Scalar] = []
    var used = 0
    // Where the line may break: how many of its letters stand before, and how wide they are.
    var breakAt = 0
    var usedAtBreak = 0
    for scalar in text.unicodeScalars {
      let advance = advance(scalar)
      if used + advance > room, !line.isEmpty, scalar != " " {
        if breakAt > 0 {
          lines.append(Self.text(line.prefix(breakAt)))
          line.removeFirst(breakAt)
          used -= usedAtBreak
        } else {
          lines.append(Self.text(line[...]))
          line.removeAll(keepingCapacity: true)
          used = 0
        }
        breakAt = 0
        usedAtBreak = 0
      }
      if line.isEmpty, scalar == " " { continue }
      line.append(scalar)
      used += advance
      if scalar == " " || scalar == "-" || scalar == "/" {
        breakAt = line.count
        usedAtBreak = used
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(Self.text(line[...])) }
    return lines
  }

  private static func text(_ line: ArraySlice<Unicode.Scalar>) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(String.UnicodeScalarView(line))
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
