import SurveyModel

/// `weighting.md`: the same for people.
func weightingMarkdown(_ sections: [WeightingSection], _ language: Language) -> String {
  var out = "# \(WeightingWord.title[language])\n\n**\(LedgerWord.notice[language])**\n"
  for section in sections {
    out += "\n" + WeightingPage(section: section, language: language).text
  }
  return out
}

/// One source of the page.
private struct WeightingPage {
  let section: WeightingSection
  let language: Language
  var style: NumberStyle { NumberStyle.of(language) }

  var text: String {
    var out = "## " + MarkdownText.escaped(section.source.label[language]) + "\n\n"
    out += head.map { "- " + MarkdownText.escaped($0) + "\n" }.joined()
    for margin in section.report.margins {
      out += "\n### " + MarkdownText.escaped(margin.name[language]) + "\n\n" + table(of: margin)
    }
    return out + "\n### \(WeightingWord.weights[language])\n\n" + weights
      + "\n\(WeightingWord.kish[language])\n"
  }

  private var head: [String] {
    let plan = section.weighting.plan
    let report = section.report
    var lines = [
      line(.method, plan.method.label[language]),
      line(
        .startingWeights,
        section.startingColumn.map { "« \($0) »" } ?? WeightingWord.allOne[language]),
      line(.sampling, section.source.sampling.label[language]),
    ]
    for (word, limits) in [(WeightingWord.trim, plan.trim), (.bounds, plan.bounds)] {
      guard let limits else { continue }
      lines.append(
        line(
          word,
          "\(plain(limits.lowerBound)) – \(plain(limits.upperBound)), "
            + "\(style.text(report.limited)) \(WeightingWord.atLimit[language])"))
    }
    lines.append(line(.cycles, style.text(report.cycles)))
    return lines
  }

  private func line(_ word: WeightingWord, _ text: String) -> String {
    word[language] + Wording.colon[language] + text
  }

  private func table(of margin: WeightingReport.Margin) -> String {
    let hasCounts = margin.categories.contains { $0.targetCount != nil }
    var headings: [WeightingWord] = [.category, .n, .before, .target, .after]
    if hasCounts { headings.append(.targetCount) }
    var rows = margin.categories.map { category in
      [
        MarkdownText.escaped(category.label[language]), style.text(category.n),
        percent(category.before), percent(category.target), percent(category.after),
      ] + (hasCounts ? [number(category.targetCount, decimals: 0)] : [])
    }
    if margin.kept.n > 0 {
      rows.append(
        [
          "*\(WeightingWord.withoutTarget[language])*", style.text(margin.kept.n),
          "(\(percent(margin.kept.share)))", "", "(\(percent(margin.kept.share)))",
        ] + (hasCounts ? [""] : []))
    }
    var out = MarkdownText.table(headings: headings.map { $0[language] }, rows: rows)
    if margin.kept.n > 0 { out += "\n" + WeightingWord.keptNote[language] + "\n" }
    return out
  }

  private var weights: String {
    let figures = section.report.all.named
    let headings =
      ["", WeightingWord.n[language]]
      + figures.map { figure in
        figure.word == .quantile ? String(figure.name.uppercased()) : figure.word[language]
      }
    return MarkdownText.table(
      headings: headings,
      rows: section.groups.map { group in
        [MarkdownText.escaped(group.label[language]), style.text(group.figures.n)]
          + group.figures.named.map { figure in
            number(
              figure.value, decimals: figure.word == .sum || figure.word == .effectiveSize ? 1 : 3)
          }
      })
  }

  private func percent(_ share: Double) -> String {
    RoundedNumber(100 * share, decimals: Figure.decimals).map(style.percent) ?? ""
  }

  private func number(_ value: Double?, decimals: Int) -> String {
    value.flatMap { RoundedNumber($0, decimals: decimals) }.map(style.text) ?? ""
  }

  private func plain(_ value: Double) -> String {
    number(value, decimals: 2)
  }
}
