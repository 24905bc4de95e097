internal import SurveyModel

/// What tick boxes say beside their ticks.
extension TableDraft {
  /// How often each option was shown and left open, and not displayed, in the column of everybody.
  ///
  /// - Precondition: the first rows are the options of `column`, in order.
  mutating func addOpenBoxes(_ column: SetColumn) {
    guard let unticked = column.untickedCounts, !cells.isEmpty else { return }
    for option in 0..<min(column.optionCount, cells.count) {
      cells[option][0].untickedCount = unticked[option]
      cells[option][0].undisplayedCount = column.undisplayedCounts?[option]
    }
  }
}
