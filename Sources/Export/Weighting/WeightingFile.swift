public import SurveyModel

/// `weighting.json`, `weighting.csv` and `weighting.md`: for every weighted source the margins before
/// and after, and the weights themselves, everybody's and each quartier's.
///
/// - Returns: no file when the project weights no source.
public func weightingFiles(of datasets: [Dataset], in language: Language) -> [ResultFile] {
  let sections = datasets.compactMap { dataset in
    dataset.weighting.map { WeightingSection(dataset: dataset, weighting: $0) }
  }
  if sections.isEmpty { return [] }
  return [
    ResultFile(path: "weighting.json", text: weightingJSON(sections, language)),
    ResultFile(path: "weighting.csv", text: weightingCSV(sections, language)),
    ResultFile(
      path: "weighting.md",
      text: MarkdownText.set(weightingMarkdown(sections, language), in: language)),
  ]
}

/// One weighted source.
struct WeightingSection {
  let dataset: Dataset
  let weighting: Weighting

  var source: Source { dataset.source }
  var report: WeightingReport { weighting.report }
  /// The column of the starting weights.
  var startingColumn: String? { dataset.questionnaire.weight?.text }

  /// The weights of everybody, then of each quartier.
  var groups: [(code: String?, label: Bilingual, figures: WeightFigures)] {
    [(nil, Bilingual(fr: "Ensemble", en: "All"), report.all)]
      + report.quartiers.map { ($0.code, Bilingual($0.name), $0.weights) }
  }
}

extension WeightFigures {
  /// Each figure with its name, in the order in which it is printed.
  var named: [(word: WeightingWord, name: String, value: Double?)] {
    let marks = Self.probabilities.enumerated().map { index, p in
      (WeightingWord.quantile, "q\(Int((p * 100).rounded()))", quantiles?[index])
    }
    return [(.sum, "sum", sum), (.minimum, "min", minimum)]
      + marks.map { (word: $0.0, name: $0.1, value: $0.2) }
      + [
        (.maximum, "max", maximum), (.mean, "mean", mean),
        (.designEffect, "design_effect", designEffect),
        (.effectiveSize, "effective_n", effectiveSize),
      ]
  }
}
