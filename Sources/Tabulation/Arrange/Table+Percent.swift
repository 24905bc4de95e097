internal import SurveyModel

extension Table {
  /// Replaces the shares of each cell by those of its row, or of everybody.
  mutating func setPercent(_ percent: TableArrangement.Percent) {
    guard percent != .column, let whole = banner.first else { return }
    dropColumnInference()
    for row in cells.indices {
      guard let all = cells[row].first, let total = all.count else { continue }
      for column in cells[row].indices where !cells[row][column].shares.isEmpty {
        let cell = cells[row][column]
        guard let count = cell.count else { continue }
        let isRow = percent == .row
        let base = isRow ? total : whole.base.n
        let weighted = isRow ? all.weightedCount : whole.base.weighted
        cells[row][column].shares = [
          Share(
            of: isRow ? .row : .total, count, over: base, weighted: cell.weightedCount,
            overWeighted: weighted)
        ]
        if isRow, base == 0, cell.reason == nil { cells[row][column].reason = Self.neverGiven }
      }
    }
  }

  /// Intervals and letters are of the shares of columns; tests and residuals look both ways.
  private mutating func dropColumnInference() {
    for row in cells.indices {
      for column in cells[row].indices where !cells[row][column].shares.isEmpty {
        cells[row][column].inference?.interval = nil
        cells[row][column].inference?.letters = []
      }
    }
    for column in banner.indices { banner[column].letter = nil }
  }

  private static let neverGiven = Bilingual(
    fr: "réponse que personne n'a donnée", en: "an answer that nobody gave")
}
