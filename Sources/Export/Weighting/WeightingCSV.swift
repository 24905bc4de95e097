import SurveyModel

/// `weighting.csv`: one figure a record. Shares from 0 to 1, numbers in full.
///
/// Columns: source, method, margin, category, label, quartier, measure, value, edition. `margin` and
/// `category` are empty for figures of the weights, `quartier` for everybody; in a margin the
/// category `(without-target)` holds the records without an answer.
func weightingCSV(_ sections: [WeightingSection], _ language: Language) -> String {
  var writer = CSVWriter(.international)
  writer.record(
    ["source", "method", "margin", "category", "label", "quartier", "measure", "value", "edition"]
      .map { .text($0) })
  for section in sections {
    func write(
      _ margin: String?, _ category: String?, _ label: String, _ quartier: String?,
      _ measure: String, _ value: CSVValue
    ) {
      writer.record([
        .text(section.source.id), .text(section.weighting.plan.method.rawValue),
        margin.map { .text($0) } ?? .empty, category.map { .text($0) } ?? .empty, .text(label),
        quartier.map { .text($0) } ?? .empty, .text(measure), value,
        .text(Edition.working.mark[language]),
      ])
    }
    for margin in section.report.margins {
      let name = margin.questions.joined(separator: " * ")
      for category in margin.categories {
        let label = category.label[language]
        let values: [(String, CSVValue)] = [
          ("n", .whole(category.n)), ("target", .real(category.target)),
          ("target_count", category.targetCount.map { .real($0) } ?? .empty),
          ("before", .real(category.before)), ("after", .real(category.after)),
          ("weight", .real(category.weight)),
        ]
        for (measure, value) in values {
          write(name, category.code, label, nil, measure, value)
        }
      }
      let label = WeightingWord.withoutTarget[language]
      write(name, "(without-target)", label, nil, "n", .whole(margin.kept.n))
      write(name, "(without-target)", label, nil, "share", .real(margin.kept.share))
    }
    for group in section.groups {
      let label = group.label[language]
      write(nil, nil, label, group.code, "n", .whole(group.figures.n))
      for figure in group.figures.named {
        write(
          nil, nil, label, group.code, figure.name, figure.value.map { .real($0) } ?? .empty)
      }
    }
  }
  return writer.text
}
