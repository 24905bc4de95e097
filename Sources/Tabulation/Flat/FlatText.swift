/// Writes lines of CSV: comma, decimal point, LF; numbers with a fixed number of decimals.
struct FlatText {
  private(set) var bytes: [UInt8] = []

  init(heading: String = "") { bytes = Array(heading.utf8) }

  /// The cell as it stands in a file, quoted where it must be.
  static func cell(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let needsQuotes = bytes.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return bytes }
    return [0x22] + bytes.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
  }

  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }
  mutating func comma() { bytes.append(0x2C) }
  mutating func endLine() { bytes.append(0x0A) }

  mutating func whole(_ value: Int) {
    comma()
    digits(value)
  }

  /// - Precondition: the value is finite, not negative, and below 10^12.
  mutating func fixed(_ value: Double, decimals: Int) {
    comma()
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    digits(scaled / scale)
    bytes.append(0x2E)
    var rest = scaled % scale
    while scale > 1 {
      scale /= 10
      bytes.append(0x30 &+ UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
    }
  }

  /// The shortest decimal that reads back as the same number.
  mutating func full(_ value: Double) {
    comma()
    bytes.append(contentsOf: value.description.utf8)
  }

  private mutating func digits(_ value: Int) {
    var unit = 1
    while value / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(0x30 &+ UInt8(truncatingIfNeeded: value / unit % 10))
      unit /= 10
    }
  }
}
