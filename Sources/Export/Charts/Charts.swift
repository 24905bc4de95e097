public import SurveyModel
public import Tabulation

/// The charts that a report draws from these tables, in the order of the tables.
///
/// Distributions give ranked bars, dates columns over time, rankings stacked priorities, scales by
/// group diverging bars, themes a heat map a source, the priorities table a chart for the town and
/// for each quartier, and podiums. Other cross-tabulations give none: they are read as tables; nor
/// does a table of which no number may be shown.
///
/// - Parameter colours: of the themes; without it, in the order in which the tables name them.
public func charts(
  of tables: [PublishableTable], in language: Language, colours: ThemeColours? = nil
) -> [ChartData] {
  let colours = colours ?? ThemeColours(of: tables)
  return namedApart(tables.flatMap { charts(of: TableLayout($0, language), colours) })
}

/// The charts of one table, not named apart from those of others yet.
func charts(of layout: TableLayout, _ colours: ThemeColours) -> [ChartData] {
  ChartMaker(layout, colours).charts.filter(\.hasNumbers)
}

/// The charts of several tables, each with a name of its own.
func namedApart(_ charts: [ChartData]) -> [ChartData] {
  var names = UniqueNames()
  return charts.map { chart in
    var chart = chart
    chart.name = names.unique(chart.name)
    return chart
  }
}

private struct ChartMaker {
  let layout: TableLayout
  let colours: ThemeColours
  var table: Table { layout.table }
  var language: Language { layout.language }

  init(_ layout: TableLayout, _ colours: ThemeColours) {
    self.layout = layout
    self.colours = colours
  }

  var charts: [ChartData] {
    switch table.kind {
    case .distribution:
      // That people wrote something is no chart.
      if layout.body.isEmpty || table.question?.type == "open" { return [] }
      if table.question?.type == "ranking", table.banner.count > 1 {
        return [stackedRanks, rankedBars]
      }
      return [columns ?? rankedBars]
    case .themes: return [table.banner.count > 1 ? heatMap : rankedBars]
    case .priorities: return layout.groups.map(priorities) + podiums
    case .pooled, .contributions: return []
    case .crossTabulation:
      let isScale = table.question?.type == "scale" && table.question?.best != nil
      return isScale && !options.isEmpty ? [divergingBars] : []
    }
  }

  private func chart(
    _ kind: ChartData.Kind, _ suffix: String, _ marks: [ChartData.Mark],
    measure: String? = nil
  ) -> ChartData {
    let name = [table.id.source, table.id.stem].compactMap { $0 }.map(FileName.safe)
    return ChartData(
      name: name.joined(separator: "-") + suffix, kind: kind, language: language,
      title: table.title[language], measure: measure ?? self.measure,
      edition: layout.edition.mark[language], notice: layout.edition.notice[language],
      table: table.id,
      whole: table.banner.isEmpty ? "" : table.groupLabel(whole)[language],
      best: table.question?.best, marks: marks,
      // Bars of an empty group say why in full.
      foot: foot(kind == .divergingBars ? [] : marks, counting: kind == .stackedRanks))
  }

  private var measure: String {
    guard let kind = layout.shareKinds.first else { return Wording.count[language] }
    let words = Wording.percent(of: kind)[language]
    return layout.isWeighted ? words + " " + Wording.weighted[language] : words
  }

  /// Base and source, and the letters that stand among the marks.
  ///
  /// - Parameter isCounting: the drawing itself has no place for the number of people.
  private func foot(_ marks: [ChartData.Mark], counting isCounting: Bool) -> [String] {
    let words = [Wording.base[language], Wording.source[language]]
    var lines = words.flatMap { word in
      layout.headLines.filter { $0.word == word }.map { line in
        let isBase = word == words[0] && isCounting
        let count = isBase ? layout.figures.columns[whole].base.label(language) : nil
        return line.word + Wording.colon[language] + (count.map { $0 + " " } ?? "") + line.text
      }
    }
    lines += notes(marks)
    return lines
  }

  private func notes(_ marks: [ChartData.Mark]) -> [String] {
    var lines: [String] = []
    for (index, reason) in layout.reasons.enumerated() {
      let letter = TableLayout.letter(index)
      if marks.contains(where: { $0.needsLetter && $0.reasonLetter == letter }) {
        lines.append(letter + " " + reason[language])
      }
    }
    if table.isProtected { lines.append(Wording.hiddenNote[language]) }
    return lines
  }

  private func mark(_ row: Int, _ column: Int, series: String? = nil) -> ChartData.Mark {
    let entry = layout.figures.entries[row][column]
    let item = table.banner[column]
    let isGroup = !table.isWhole(column) && series == nil
    return ChartData.Mark(
      code: table.stub[row].code, label: table.stub[row].label[language],
      group: isGroup ? table.groupLabel(column)[language] : nil,
      series: series, source: item.source,
      sourceLabel: table.sourceLabel(item.source)[language], count: entry.count,
      share: entry.shares.first?.drawn, rank: entry.rank, interval: entry.interval,
      base: layout.figures.columns[column].base, baseText: item.base.text[language],
      reason: table.reason(row, column)?[language], reasonLetter: layout.mark(row, column),
      colour: colours[table.stub[row]], isOther: table.stub[row].kind == .other)
  }

  private var options: [Int] { layout.body.filter { table.stub[$0].kind != .net } }

  /// The column of everybody.
  private var whole: Int { table.banner.indices.first { table.isWhole($0) } ?? 0 }

  /// What nobody cited is named below; a single such answer keeps its place.
  private var rankedBars: ChartData {
    let order = layout.ranked(options, whole)
    let empty = layout.isOrdered ? [] : order.filter { layout.isZero($0, whole) }
    guard empty.count > 1, empty.count < order.count else {
      return chart(.rankedBars, "", order.map { mark($0, whole) })
    }
    let drawn = order.filter { !empty.contains($0) }
    var chart = chart(.rankedBars, "", drawn.map { mark($0, whole) })
    let names = empty.map { table.stub[$0].label[language] }.joined(separator: ", ")
    chart.foot.insert(ChartWord.nobody[language] + Wording.colon[language] + names + ".", at: 0)
    return chart
  }

  /// Dates that are many, or far apart, stand where they are in time.
  private var columns: ChartData? {
    guard table.question?.type == "date", options.count > 3 else { return nil }
    let marks = options.map { mark($0, whole) }
    guard TimeAxis(marks.map(\.code)) != nil else { return nil }
    return chart(.columns, "", marks, measure: ChartWord.countOfPeople[language])
  }

  /// A bar a group, a segment a step; the boxes stand at the ends.
  private var divergingBars: ChartData {
    let nets = layout.body.filter { table.stub[$0].kind == .net }
    let columns = Array(table.banner.indices)
    var chart = chart(
      .divergingBars, "", columns.flatMap { column in options.map { mark($0, column) } })
    chart.totals = columns.flatMap { column in nets.map { mark($0, column) } }
    return chart
  }

  /// The item that most people cite first, at the ends of the bars how many cite it at any rank.
  private var stackedRanks: ChartData {
    let parts = table.banner.indices.filter { !table.isWhole($0) }
    let order = layout.ranked(layout.body, whole)
    let marks = order.flatMap { row in
      parts.map { mark(row, $0, series: table.banner[$0].label[language]) }
    }
    // Where fewer people gave a second answer, the parts have bases of their own: numbers of
    // people add up to a bar, shares of different bases do not.
    let isCounted = Set(parts.map { table.banner[$0].base.n }).count > 1
    var chart = chart(
      .stackedRanks, "--by-rank", marks,
      measure: isCounted ? ChartWord.countOfPeople[language] : nil)
    chart.totals = order.map { mark($0, whole) }
    return chart
  }

  private var heatMap: ChartData {
    chart(
      .heatMap, table.id.by == nil ? "--heat-map" : "",
      layout.body.flatMap { row in table.banner.indices.map { mark(row, $0) } })
  }

  /// A chart for the town, and one for each quartier: a slide each.
  private func priorities(_ group: TableLayout.ColumnGroup) -> ChartData {
    let columns = group.columns
    let quartier = table.banner[columns[0]].code
    var chart = chart(
      .priorities, quartier.map { "--" + FileName.safe($0) } ?? "",
      columns.flatMap { column in layout.body.map { mark($0, column) } })
    chart.title += Wording.colon[language] + table.groupLabel(columns[0])[language]
    describe(&chart, columns)
    return chart
  }

  /// Of a chart over several sources: what the numbers of each are, who is the 100 %, and the
  /// letters that stand among its marks.
  private func describe(_ chart: inout ChartData, _ columns: [Int]) {
    let present = table.sources.filter { source in
      columns.contains { table.banner[$0].source == source.id }
    }
    var measures: [(text: String, sources: [String])] = []
    for source in present {
      let own = chart.marks.filter { $0.source == source.id }
      guard let share = own.compactMap(\.share).first else { continue }
      let text = measure(of: share.measure)
      let name = source.label[language]
      if let index = measures.firstIndex(where: { $0.text == text }) {
        measures[index].sources.append(name)
      } else {
        measures.append((text, [name]))
      }
    }
    let semicolon = language == .french ? "\u{A0}; " : "; "
    if measures.count > 1 {
      chart.measure = measures.map {
        $0.sources.joined(separator: ", ") + Wording.colon[language] + $0.text
      }.joined(separator: semicolon)
    } else if let only = measures.first {
      chart.measure = only.text
    }
    var bases: [String] = []
    for column in columns where !bases.contains(table.banner[column].base.text[language]) {
      bases.append(table.banner[column].base.text[language])
    }
    let sources = present.map {
      Wording.source[language] + Wording.colon[language] + layout.description(of: $0)
    }
    let lettered = chart.marks.runs { [$0.group ?? "", $0.source] }.filter { !$0.isWithoutShares }
    let base = Wording.base[language] + Wording.colon[language]
    chart.foot =
      [base + bases.joined(separator: semicolon)] + sources
      + notes(chart.kind == .podium ? [] : lettered.flatMap(\.self))
  }

  private func measure(of measure: Figure.Measure) -> String {
    switch measure {
    case .percent(let kind): Wording.percent(of: kind)[language]
    case .weightedPercent(let kind):
      Wording.percent(of: kind)[language] + " " + Wording.weighted[language]
    default: self.measure
    }
  }

  /// The town with a card a source, then for each source that knows the quartiers a card a
  /// quartier: a slide each, where one picture of all would fill pages.
  private var podiums: [ChartData] {
    func columns(of source: String) -> [Int] {
      layout.groups.flatMap(\.columns).filter { table.banner[$0].source == source }
    }
    let divided = table.sources.filter { columns(of: $0.id).count > 1 }
    let town = layout.groups.flatMap(\.columns).filter { column in
      table.isWhole(column) || !divided.contains { $0.id == table.banner[column].source }
    }
    let isAcross = town.count > 1 || divided.isEmpty
    return (isAcross ? [podium("", table.groupLabel(whole), town)] : [])
      + divided.map { podium("-" + FileName.safe($0.id), $0.label, columns(of: $0.id)) }
  }

  private func podium(_ suffix: String, _ part: Bilingual, _ columns: [Int]) -> ChartData {
    var marks: [ChartData.Mark] = []
    var gaps: [ChartData.Mark] = []
    for column in columns {
      let placed = layout.placed(column).filter { $0.place <= 3 }.map { mark($0.row, column) }
      marks += placed
      if placed.isEmpty, let gap = gap(column) { gaps.append(gap) }
    }
    var chart = chart(.podium, "--podium" + suffix, marks)
    chart.title = ChartWord.podium[language] + Wording.colon[language] + part[language]
    chart.gaps = gaps
    describe(&chart, columns)
    return chart
  }

  /// Why a column has no places: they may not be shown, or nobody can have been ranked.
  private func gap(_ column: Int) -> ChartData.Mark? {
    let hidden = layout.body.first {
      layout.figures.entries[$0][column].rank?.status.isHidden == true
    }
    if let hidden {
      var mark = mark(hidden, column)
      mark.reason = Wording.hidden[language]
      return mark
    }
    return layout.body.first { table.reason($0, column) != nil }.map { mark($0, column) }
  }
}

extension ChartData {
  /// Something can be drawn.
  fileprivate var hasNumbers: Bool {
    let isCounted = marks.allSatisfy { $0.share == nil }
    return marks.contains {
      $0.share?.quantity != nil || (isCounted && $0.count?.quantity != nil)
    }
  }
}

extension ChartData.Mark {
  /// A number is lacking, so a letter stands in its place.
  fileprivate var needsLetter: Bool {
    !reasonLetter.isEmpty && share?.quantity == nil
  }
}

extension [ChartData.Mark] {
  /// All lack a share, for one and the same reason.
  var isWithoutShares: Bool {
    allSatisfy { $0.share?.quantity == nil && $0.reason != nil } && Set(map(\.reason)).count == 1
  }
}

extension TableLayout {
  /// The rows of a column that have a place, the first place first; rows that nobody cited have
  /// none.
  func placed(_ column: Int) -> [(row: Int, place: Int)] {
    body.compactMap { row -> (row: Int, place: Int)? in
      let entry = figures.entries[row][column]
      guard case .whole(let place) = entry.rank?.quantity, entry.count?.quantity != .whole(0)
      else { return nil }
      return (row, place)
    }.sorted { ($0.place, $0.row) < ($1.place, $1.row) }
  }
}
