/// Writes the elements of a drawing as bytes, in the order in which they are painted.
///
/// Every colour stands in the element itself, for programs that know no style sheets, and has a
/// class beside it, by which a page may change it.
struct SVGCanvas: Sendable {
  private(set) var bytes: [UInt8] = []

  enum Anchor: String, Sendable { case start, middle, end }

  init() { bytes.reserveCapacity(8192) }

  // MARK: shapes

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ paint: Paint,
    isHatched: Bool = false
  ) {
    guard width > 0, height > 0 else { return }
    raw("<rect x=\"")
    number(x)
    attribute("y", y)
    attribute("width", width)
    attribute("height", height)
    paintAttributes(paint)
    if paint.isOutlined {
      raw("\" stroke=\"")
      raw(Paint.other.colour)
    }
    raw("\"/>")
    guard isHatched else { return }
    // White strokes over the colour: a pattern would need an id of its own in each page.
    var left = x + 4
    while left < x + width {
      line(left, y, max(x, left - 4), y + height, .paper, thickness: 1.5)
      left += 6
    }
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ paint: Paint, thickness: Double = 1
  ) {
    raw("<line x1=\"")
    number(x1)
    attribute("y1", y1)
    attribute("x2", x2)
    attribute("y2", y2)
    strokeAttributes(paint, thickness)
    raw("\"/>")
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], _ paint: Paint, thickness: Double) {
    raw("<polyline fill=\"none\" points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { raw(" ") }
      number(point.x)
      raw(",")
      number(point.y)
    }
    strokeAttributes(paint, thickness)
    raw("\"/>")
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ paint: Paint) {
    raw("<circle cx=\"")
    number(x)
    attribute("cy", y)
    attribute("r", radius)
    paintAttributes(paint)
    raw("\"/>")
  }

  // MARK: text

  /// - Parameter y: of the base line.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ measure: TextMeasure, _ paint: Paint = .ink,
    anchor: Anchor = .start
  ) {
    raw("<text x=\"")
    number(x)
    attribute("y", y)
    attribute("font-size", measure.size)
    if measure.isBold { raw("\" font-weight=\"700") }
    if anchor != .start { raw("\" text-anchor=\"\(anchor.rawValue)") }
    paintAttributes(paint)
    raw("\">")
    escaped(text)
    raw("</text>")
  }

  /// Several lines under each other.
  ///
  /// - Parameter y: of the first base line.
  mutating func text(
    _ lines: [String], _ x: Double, _ y: Double, leading: Double, _ measure: TextMeasure,
    _ paint: Paint = .ink, anchor: Anchor = .start
  ) {
    for (index, line) in lines.enumerated() {
      text(line, x, y + Double(index) * leading, measure, paint, anchor: anchor)
    }
  }

  // MARK: bytes

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func escaped(_ text: String) { Markup.escape(text, into: &bytes) }

  private mutating func attribute(_ name: StaticString, _ value: Double) {
    raw("\" ")
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    raw("=\"")
    number(value)
  }

  private mutating func paintAttributes(_ paint: Paint) {
    raw("\" class=\"")
    raw(paint.name)
    raw("\" fill=\"")
    raw(paint.colour)
  }

  private mutating func strokeAttributes(_ paint: Paint, _ thickness: Double) {
    raw("\" class=\"s-")
    raw(paint.name)
    raw("\" stroke=\"")
    raw(paint.colour)
    attribute("stroke-width", thickness)
  }

  /// To a tenth, without a superfluous zero.
  private mutating func number(_ value: Double) {
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    raw(String(tenths.magnitude / 10))
    let rest = tenths.magnitude % 10
    if rest > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(48 + rest))
    }
  }
}
