internal import SurveyModel

/// Decides, from its cells alone, whether a record can be read as one of this survey.
struct RowRule: Sendable {
  /// How many headings the export has.
  let headings: Int
  /// Cells that the last question needs.
  let needed: Int
  /// The cells of the heading record: a record that repeats them is none of the survey's.
  let texts: [String]
  /// The first heading that is not empty: where it stands, and its bytes.
  let mark: (position: Int, bytes: [UInt8])?

  init(headings: Int, needed: Int, texts: [String] = []) {
    self.headings = headings
    self.needed = needed
    self.texts = texts
    let filled = texts.count { !$0.isEmpty }
    mark =
      filled > 1
      ? texts.firstIndex { !$0.isEmpty }.map { ($0, Array(texts[$0].utf8)) } : nil
  }

  enum Verdict: Equatable {
    case kept
    /// All cells are empty: the trail of a spreadsheet.
    case empty
    case tooManyCells(found: Int)
    case tooFewCells(found: Int)
    /// The headings once more: pages or files that were put one under the other.
    case headings
  }

  /// - Parameter length: the length in bytes of the cell at a position below `cellCount`.
  func verdict(cellCount: Int, length: (Int) -> Int) -> Verdict {
    if cellCount >= needed && cellCount <= headings {
      // The common case costs one look: a record starts with something.
      if length(0) > 0 || headings == 1 { return .kept }
      return (1..<cellCount).allSatisfy { length($0) == 0 } && cellCount > 1 ? .empty : .kept
    }
    let filled = (0..<cellCount).last { length($0) > 0 }.map { $0 + 1 } ?? 0
    if filled == 0 { return .empty }
    if filled > headings { return .tooManyCells(found: filled) }
    return cellCount < needed ? .tooFewCells(found: cellCount) : .kept
  }
}
