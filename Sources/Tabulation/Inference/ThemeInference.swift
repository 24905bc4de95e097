internal import Statistics
internal import SurveyModel

/// What may be claimed of the themes of one survey: as of any question with several answers, and the
/// places that each theme may have.
struct ThemeInference {
  let sample: SampleDesign
  let tally: ThemeTally
  /// Columns with fewer people are not ranked.
  let minimumBase: Int

  /// One row a theme of the codebook, one column everybody and each quartier.
  func findings() -> TableInference.Findings {
    let columns = tally.tally.slices.indices.map { index in
      SampledColumn(
        view: 0, group: index == 0 ? nil : index - 1,
        population: index == 0
          ? sample.townPopulation : sample.population(ofQuartier: index - 1))
    }
    let offered = tally.offered.sorted()
    let inference = TableInference(
      sample: sample, views: [tally.view], columns: columns, grouping: tally.grouping,
      targets: (0..<tally.view.rowCount).map { tally.offered.contains($0) ? [$0] : nil },
      rows: .severalAnswers)
    var found = inference.findings()
    let ranked = TableInference(
      sample: sample, views: [tally.view], columns: columns, grouping: tally.grouping,
      targets: offered.map { [$0] }, rows: .untested)
    let mentions = ranked.mentions(tally.view)
    let domains = ranked.domains()
    for (column, slice) in tally.tally.slices.enumerated() where slice.answered >= minimumBase {
      let ranges = sample.design.rankRanges(
        of: mentions, base: .asked, in: domains[column], level: CellInference.level)
      guard let ranges = ranges.value?.ranges else { continue }
      for (place, row) in offered.enumerated() {
        found.cells[row][column].rankRange = ranges[place]
      }
    }
    return found
  }
}
