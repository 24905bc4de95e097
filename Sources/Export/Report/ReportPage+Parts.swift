import SurveyModel
import Tabulation

extension ReportPage {
  // MARK: priorities

  /// The podiums, then a part a quartier: its chart, the chart in words, its table.
  mutating func writePriorities() {
    guard let layout = layouts.first(where: { $0.table.kind == .priorities }) else { return }
    let table = layout.table
    page.element("p class=\"lead\"", ReportWord.prioritiesLead.text)
    writeLines(layout.headLines)
    let charts = charts[table.id] ?? []
    for (index, podium) in charts.filter({ $0.kind == .podium }).enumerated() {
      let sources = Set(podium.marks.map(\.source))
      page.raw("<div")
      if sources.count == 1, let source = sources.first { page.attribute("data-source", source) }
      page.raw(">\n")
      writeFigure(podium, id: "podium-\(index)", level: 3)
      page.raw("</div>\n")
    }
    for (index, group) in layout.groups.enumerated() {
      let columns = group.columns
      let quartier = table.banner[columns[0]].quartier
      page.raw("<section id=\"p-\(index)\"")
      if let quartier { page.attribute("data-quartier", quartier) }
      page.raw(">\n")
      let name = group.heading ?? layout.heading(columns[0])
      page.element("h3", name)
      let chart = charts.first {
        $0.kind == .priorities && ($0.marks[0].group ?? $0.whole) == name
      }
      if let chart {
        writeFigure(chart, id: "p-\(index)-c", level: nil)
      } else {
        page.element("p", ReportWord.nothingShown.text)
      }
      ReportTable(layout, columns: columns)
        .write(to: &page, caption: table.title[language] + " – " + name)
      page.raw("</section>\n")
    }
    writeNotes(layout)
  }

  // MARK: sheets, results

  mutating func writeSheets() {
    for source in sources {
      let own = layouts.filter {
        $0.table.id.source == source.id && $0.table.kind == .distribution
      }
      SurveySheet(source: source, layouts: own, anchors: anchors).write(to: &page)
    }
  }

  mutating func writeResults(of source: Source) {
    let own = layouts.filter { $0.table.id.source == source.id }
    guard !own.isEmpty else { return }
    page.raw("<section id=\"s-\(FileName.safe(source.id))\"")
    page.attribute("data-source", source.id)
    page.raw(">\n")
    page.element("h3", source.label)
    let isScale = { [charts] (layout: TableLayout) in
      charts[layout.table.id]?.isEmpty == false
    }
    let crossed = own.filter { $0.table.kind == .crossTabulation }
    writeTables(.questions, own.filter { $0.table.kind == .distribution })
    writeTables(.themes, own.filter { $0.table.kind == .themes })
    writeTables(.scales, crossed.filter(isScale))
    writeTables(.crossed, crossed.filter { !isScale($0) })
    writeTables(.sessions, own.filter { $0.table.kind == .contributions })
    page.raw("</section>\n")
  }

  private mutating func writeTables(_ word: ReportWord, _ layouts: [TableLayout]) {
    guard !layouts.isEmpty else { return }
    page.element("h4", word.text)
    for layout in layouts { writeTable(layout) }
  }

  /// - Parameter level: of its heading.
  mutating func writeTable(_ layout: TableLayout, level: Int = 5) {
    let table = layout.table
    let anchor = anchors[table.id] ?? ""
    page.raw("<section class=\"table\" id=\"\(anchor)\">\n")
    page.element("h\(level)", table.title)
    writeLines(layout.headLines.filter { $0.word != Wording.source[language] })
    let charts = charts[table.id] ?? []
    for (index, chart) in charts.enumerated() {
      writeFigure(chart, id: "\(anchor)-c\(index)", level: nil)
    }
    let numbers = ReportTable(layout)
    if charts.isEmpty {
      numbers.write(to: &page, caption: table.title[language])
    } else {
      page.raw("<details><summary>")
      page.text(ReportWord.dataTable.text)
      page.raw("</summary>\n")
      numbers.write(to: &page, caption: table.title[language])
      page.raw("</details>\n")
    }
    writeNotes(layout)
    page.raw("</section>\n")
  }

  // MARK: pieces

  /// A chart twice, for a wide and for a narrow screen, of which one is shown; then in words.
  ///
  /// - Parameter level: of its heading; `nil` under a heading that says the same.
  private mutating func writeFigure(_ chart: ChartData, id: String, level: Int?) {
    page.raw("<figure>\n")
    if let level { page.element("h\(level)", chart.title) }
    page.element("p class=\"measure\"", chart.measureLine)
    page.raw("<div class=\"wide\">")
    page.append(chart.inlineSVG(id: id, words: id + "-d", width: 740))
    page.raw("</div>\n<div class=\"narrow\" tabindex=\"0\" role=\"group\"")
    page.attribute("aria-label", Typography.set(chart.title, language))
    page.raw(">")
    page.append(
      chart.inlineSVG(id: id + "n", words: id + "-d", width: ChartData.narrowWidth))
    page.raw("</div>\n<figcaption>")
    page.raw("<div id=\"\(id)-d\"><strong>")
    page.text(ReportWord.inWords[language] + Wording.colon[language])
    page.raw("</strong>")
    let sentences = chart.sentences
    if sentences.count == 1 {
      page.text(sentences[0])
    } else {
      page.raw("<ul>")
      for sentence in sentences { page.element("li", sentence) }
      page.raw("</ul>")
    }
    page.raw("</div>")
    for line in chart.footLines where line.hasPrefix("(") {
      page.element("p class=\"measure\"", line)
    }
    page.raw("</figcaption></figure>\n")
  }

  private mutating func writeLines(_ lines: [TableLayout.HeadLine]) {
    guard !lines.isEmpty else { return }
    page.raw("<ul class=\"head\">\n")
    for line in lines {
      page.raw("<li><span>")
      page.text(line.word + Wording.colon[language])
      page.raw("</span>")
      page.text(line.text)
      page.raw("</li>\n")
    }
    page.raw("</ul>\n")
  }

  private mutating func writeNotes(_ layout: TableLayout) {
    let lines = layout.footLines
    guard !lines.isEmpty else { return }
    page.raw("<ul class=\"notes\">\n")
    for line in lines { page.element("li", line) }
    page.raw("</ul>\n")
  }

  // MARK: annex

  /// Every measure that the report prints, in words.
  mutating func writeAnnex() {
    page.element("h3", ReportWord.reading.text)
    page.element("p", ReportWord.readingText.text)
    page.element("h3", ReportWord.definitions.text)
    page.raw("<dl class=\"terms\">\n")
    for definition in measures.map(\.definition) + GeneralDefinition.of(layouts) {
      page.raw("<div><dt>")
      page.text(definition.term)
      page.raw("</dt><dd>")
      page.text(definition.text)
      page.raw("</dd></div>\n")
    }
    page.raw("</dl>\n")
    page.element("h3", ReportWord.rounding.text)
    page.element("p", ReportWord.roundingText.text)
  }

  /// In the order in which the tables first use them.
  private var measures: [Figure.Measure] {
    var seen: Set<Figure.Measure> = []
    var measures: [Figure.Measure] = []
    func see(_ figure: Figure) {
      if seen.insert(figure.measure).inserted { measures.append(figure.measure) }
    }
    for layout in layouts {
      for column in layout.figures.columns { column.all.forEach(see) }
      for row in layout.figures.entries {
        for entry in row { entry.visit(see) }
      }
    }
    return measures
  }
}
