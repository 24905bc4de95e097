internal import SurveyModel

/// Decides, from its cells alone, whether a record can be read as one of this survey.
struct RowRule: Sendable {
  /// How many headings the export has.
  let headings: Int
  /// Cells that the last question needs.
  let needed: Int

  enum Verdict: Equatable {
    case kept
    /// All cells are empty: the trail of a spreadsheet.
    case empty
    case tooManyCells(found: Int)
    case tooFewCells(found: Int)
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
