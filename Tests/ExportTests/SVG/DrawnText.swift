@testable import Export

/// A text of a drawing with the room that it takes, read back from the bytes.
struct DrawnText: CustomStringConvertible {
  var text: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  var description: String { "“\(text)” \(left)…\(right) × \(top)…\(bottom)" }

  func overlaps(_ other: DrawnText) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  static func all(in bytes: [UInt8]) -> [DrawnText] {
    let element =
      #/<text x="(-?[0-9.]+)" y="(-?[0-9.]+)" font-size="([0-9.]+)"(| font-weight="700")(?:| text-anchor="(middle|end)") class="[a-z0-9-]+" fill="#[0-9a-f]{6}">([^<]*)</text>/#
    return String(decoding: bytes, as: UTF8.self).matches(of: element).map { match in
      let size = Double(match.3) ?? 0
      let text = String(match.6)
      let measure = TextMeasure(size: size, isBold: !match.4.isEmpty)
      let width = measure.width(unescaped(text))
      let x = Double(match.1) ?? 0
      let y = Double(match.2) ?? 0
      let left =
        match.5 == "middle" ? x - width / 2 : match.5 == "end" ? x - width : x
      // Letters rise about 0.74 of the size and hang 0.21 below the line.
      return DrawnText(
        text: text, left: left, right: left + width, top: y - 0.74 * size,
        bottom: y + 0.21 * size)
    }
  }

  private static func unescaped(_ text: String) -> String {
    var text = text
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.split(separator: name, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text
  }
}
