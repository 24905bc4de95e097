internal import SurveyModel

/// Makes cells from counts, with weighted numbers beside them where the survey has weights.
struct Counting {
  let isWeighted: Bool

  /// - Parameter shares: what the count is divided by, in the order in which shares are printed.
  func cell(
    _ count: Int, _ weight: Double, _ shares: [Share.Of], _ slice: Tally.Slice
  ) -> Cell {
    Cell(
      count: count, weightedCount: weighted(weight),
      shares: shares.map { of in
        let overMentions = of == .mentions
        return Share(
          of: of, count, over: overMentions ? slice.mentions : slice.answered,
          weighted: weighted(weight),
          overWeighted: weighted(overMentions ? slice.weightedMentions : slice.weightedAnswered))
      })
  }

  func weighted(_ sum: Double) -> Double? { isWeighted ? sum : nil }
}
