/// The cells that one column can hold, ready to be written, each with its share.
struct Choice {
  /// The cells as bytes of a CSV file, quotes included where they are needed.
  let cells: [[UInt8]]
  /// Cumulative shares; the last is 1.
  private let upTo: [Double]
  /// Where to begin the search for a share: one entry a 256th.
  private let start: [Int]

  /// - Parameter shares: relative; `nil`: all alike.
  init(_ labels: [String], shares: [Double]? = nil) {
    cells = labels.map(Choice.cell)
    let shares = shares ?? Array(repeating: 1, count: labels.count)
    let total = shares.reduce(0, +)
    var sum = 0.0
    var upTo = shares.map { share -> Double in
      sum += share
      return sum / total
    }
    upTo[upTo.count - 1] = 1
    self.upTo = upTo
    start = (0..<256).map { step in upTo.firstIndex { $0 > Double(step) / 256 } ?? 0 }
  }

  /// The cell at a place between 0 and 1.
  func index(at place: Double) -> Int {
    var index = start[min(255, Int(place * 256))]
    while index < upTo.count - 1 && upTo[index] <= place { index += 1 }
    return index
  }

  /// A label as a cell: in quotes where RFC 4180 asks for it, quotes doubled.
  static func cell(_ label: String) -> [UInt8] {
    let bytes = Array(label.utf8)
    guard bytes.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return bytes }
    return [0x22] + bytes.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
  }
}
