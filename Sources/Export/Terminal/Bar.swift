/// A bar of block characters, in half columns.
struct Bar: Sendable {
  /// Columns of a bar that reaches the end of the scale.
  let width: Int
  /// The percentage at the end of the scale.
  let end: Int

  /// A scale for these percentages: it ends at 10, 25, 50 or 100, so that small shares stay
  /// visible and tables of one page compare.
  init(width: Int, percentages: [Double]) {
    self.width = max(1, width)
    let top = percentages.max() ?? 0
    end = [10, 25, 50, 100].first { top <= Double($0) } ?? 100
  }

  init(width: Int, end: Int) {
    self.width = max(1, width)
    self.end = end
  }

  /// A share that is not zero shows at least half a block.
  func text(_ percent: Double) -> String {
    let halves = Int((Double(2 * width) * min(percent / Double(end), 1)).rounded())
    let drawn = percent > 0 ? max(1, halves) : 0
    return String(repeating: "█", count: drawn / 2) + (drawn % 2 == 1 ? "▌" : "")
  }
}
