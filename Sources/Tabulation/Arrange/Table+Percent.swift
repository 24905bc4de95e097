internal import SurveyModel

extension Table {
  /// Replaces the shares of each cell by those of its row, or of everybody.
  mutating func setPercent(_ percent: TableArrangement.Percent) {
    guard percent != .column, let whole = banner.first else { return }
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

  private static let neverGiven = Bilingual(
    fr: "réponse que personne n'a donnée", en: "an answer that nobody gave")
}
