import SurveyModel
import Tabulation

extension SampleTables {
  static let random = Source(
    id: "mail", label: Bilingual(fr: "Enquête postale", en: "Postal survey"), sampling: .random)

  /// A weighted question by two quartiers, with all that a random sample allows to say; the figures of
  /// inference are invented.
  static var inferred: PublishableTable {
    let bases = [(120, 118.4), (70, 66.2), (50, 52.2)]
    let counts = [([48, 35, 13], [45.5, 31.0, 14.5]), ([72, 35, 37], [72.9, 35.2, 37.7])]
    var banner = [
      BannerItem(
        code: nil, label: Bilingual(fr: "Ensemble", en: "Total"), source: "mail",
        base: Base(n: 120, weighted: 118.4, text: answering))
    ]
    for (index, quartier) in quartiers.prefix(2).enumerated() {
      var item = BannerItem(
        code: quartier.0, label: Bilingual(quartier.1), source: "mail", quartier: quartier.0,
        base: Base(n: bases[index + 1].0, weighted: bases[index + 1].1, text: answering))
      item.letter = ["A", "B"][index]
      banner.append(item)
    }
    for (index, size) in [98.25, 60.5, 41.125].enumerated() {
      banner[index].effective = EffectiveBase(
        size: size, designEffect: Double(bases[index].0) / size)
    }
    var cells = counts.map { people, weights in
      people.indices.map { column in
        Cell(
          count: people[column], weightedCount: weights[column],
          shares: [
            Share(
              of: .respondents, people[column], over: bases[column].0, weighted: weights[column],
              overWeighted: bases[column].1)
          ])
      }
    }
    let limits = [
      [(28.51, 48.9), (34.2, 59.95), (15.3, 43.0)], [(51.1, 71.49), (40.05, 65.8), (57.0, 84.7)],
    ]
    for row in 0..<2 {
      for column in 0..<3 {
        cells[row][column].inference = CellInference(
          interval: Limits(low: limits[row][column].0, high: limits[row][column].1))
      }
    }
    cells[0][1].inference?.residual = 2.41
    cells[0][1].inference?.maximalDeviation = 12.25
    cells[0][1].inference?.letters = ["B"]
    cells[0][2].inference?.residual = -2.41
    cells[1][1].inference?.residual = -2.41
    cells[1][2].inference?.residual = 2.41
    cells[1][2].inference?.letters = ["A"]
    var stub = ["yes", "no"].enumerated().map { index, code in
      StubItem(
        code: code,
        label: [Bilingual(fr: "Oui", en: "Yes"), Bilingual(fr: "Non", en: "No")][index],
        kind: .option)
    }
    stub.append(
      StubItem(
        code: "mean-weighted", label: Bilingual(fr: "Moyenne pondérée", en: "Weighted mean"),
        kind: .statistic))
    var mean = [6.25, 6.5, 5.75].map { Cell(value: $0) }
    mean[0].inference = CellInference(interval: Limits(low: 5.901, high: 6.599))
    cells.append(mean)
    var table = Table(
      id: TableID(source: "mail", name: "informed", by: "quartier"), kind: .crossTabulation,
      title: Bilingual(fr: "Êtes-vous informé ?", en: "Are you informed?"),
      question: QuestionReference(
        id: "informed", text: Bilingual("Êtes-vous informé ?"), type: "single"),
      by: QuestionReference(id: "quartier", text: Bilingual("Quartier"), type: "quartier"),
      sources: [random], stub: stub, banner: banner, cells: cells)
    table.tests = [
      TableTest(
        method: .raoScott, statistic: 5.8125, degreesOfFreedom: [1, 119], p: 0.000_4,
        cramersV: 0.2195, maximalDeviation: 12.25, n: 120),
      TableTest(
        row: "yes", method: .fisher, statistic: nil, degreesOfFreedom: [], p: 0.0174,
        adjustedP: 0.0348, cramersV: 0.2195, n: 120),
    ]
    return .workingEdition(table)
  }
}
