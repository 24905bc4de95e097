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

  mutating func whole(_ value: Int) { number(value) }

  /// - Precondition: the value is finite, not negative, and below 10^12; at most 6 decimals.
  mutating func fixed(_ value: Double, decimals: Int) {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    number(Int((value * Double(scale)).rounded()), decimals: decimals)
  }

  /// The shortest decimal that reads back as the same number.
  mutating func full(_ value: Double) {
    comma()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// A number in units of its last decimal, written from its end.
  private mutating func number(_ value: Int, decimals: Int = 0) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { room in
      var (rest, place) = (UInt(value), room.count)
      let point = place - decimals
      func put(_ byte: UInt8) {
        place -= 1
        room[place] = byte
      }
      repeat {
        if decimals > 0, place == point { put(0x2E) }
        put(0x30 + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      } while rest > 0 || decimals > 0 && place >= point
      put(0x2C)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[place...]))
    }
  }
}
