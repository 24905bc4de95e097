internal import SurveyModel

/// The distribution of a ranking question: an item a row; cited at any rank, then a column a rank.
extension TableDraft {
  mutating func addRanking(
    _ items: [StubItem], _ cited: Tally, _ ranking: RankingQuestion, _ column: RankColumn
  ) {
    let rankViews = (0..<column.depth).map { AnswerView(column, rank: $0) }
    let ranks = rankViews.map { Tally($0, by: nil, weights: dataset.weights).slices[0] }
    views += rankViews
    var columns: [(item: BannerItem, slice: Tally.Slice)] = [
      (
        BannerItem(
          code: nil, label: Bilingual(fr: "Cité (tous rangs)", en: "Cited (any rank)"),
          source: dataset.source.id, base: base(cited.slices[0])), cited.slices[0]
      )
    ]
    for (rank, slice) in ranks.enumerated() {
      columns.append(
        (
          BannerItem(
            code: String(rank + 1),
            label: Bilingual(fr: "Rang \(rank + 1)", en: "Rank \(rank + 1)"),
            source: dataset.source.id, base: base(slice)), slice
        ))
    }
    setBanner(columns)
    sampled = columns.indices.map { SampledColumn(view: $0) }
    for (row, item) in items.enumerated() {
      add(item, counts: [row]) { [counting] slice in
        counting.cell(slice.rows[row], slice.weightedRows[row], [.respondents], slice)
      }
    }
    if !ranking.points.isEmpty { addScores(items, ranks, ranking.points) }
    notes.append(
      Bilingual(
        fr:
          "Plusieurs rangs par personne : les parts « tous rangs » peuvent dépasser 100 % au total.",
        en: "Several ranks a person: shares “any rank” may add up to more than 100%."))
  }

  /// Points of the ranks, summed: stated, never hidden.
  private mutating func addScores(
    _ items: [StubItem], _ ranks: [Tally.Slice], _ points: [Int]
  ) {
    let columns = banner.count
    for (row, item) in items.enumerated() {
      let score = zip(ranks, points).reduce(0) { $0 + $1.0.rows[row] * $1.1 }
      let label = Bilingual(fr: "Score : \(item.label.fr)", en: "Score: \(item.label.en)")
      var line = [Cell](repeating: Cell(), count: columns)
      line[0] = Cell(value: Double(score))
      append(
        StubItem(code: item.code.map { "score-\($0)" }, label: label, kind: .statistic), line)
    }
    let list = points.map(String.init).joined(separator: ", ")
    let unweighted =
      counting.isWeighted
      ? Bilingual(fr: ", sans pondération", en: ", without weights") : Bilingual("")
    notes.append(
      Bilingual(
        fr: "Score : points par rang \(list), additionnés sur tous les répondants\(unweighted.fr).",
        en: "Score: points by rank \(list), summed over all respondents\(unweighted.en)."))
  }
}
