public import SurveyModel
public import Tabulation

/// The charts that a report draws from these tables, in the order of the tables.
///
/// Distributions give ranked bars, rankings stacked priorities, scales by group diverging bars,
/// themes a heat map a source, the priorities table a chart by source and a podium. Other
/// cross-tabulations give none: they are read as tables.
///
/// - Parameters:
///   - colours: of the themes; without it, in the order in which the tables name them.
///   - jobs: how many threads at most.
public func charts(
  of tables: [PublishableTable], in language: Language, colours: ThemeColours? = nil,
  jobs: Int = 1
) -> [ChartData] {
  var names = UniqueNames()
  let colours = colours ?? ThemeColours(of: tables)
  let made = concurrentMap(tables.count, jobs: jobs) { index in
    ChartMaker(TableLayout(tables[index], language), colours).charts
  }
  return made.joined().map { chart in
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
      return [rankedBars]
    case .themes: return [heatMap]
    case .priorities: return [priorities, podium]
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
    let whole = table.banner.indices.first { table.isWhole($0) } ?? 0
    return ChartData(
      name: name.joined(separator: "-") + suffix, kind: kind, language: language,
      title: table.title[language], measure: measure ?? self.measure,
      edition: layout.edition.mark[language], notice: layout.edition.notice[language],
      table: table.id,
      whole: table.banner.isEmpty ? "" : table.groupLabel(whole)[language],
      best: table.question?.best, marks: marks,
      // Bars of an empty group say why in full.
      foot: foot(kind == .divergingBars ? [] : marks))
  }

  private var measure: String {
    guard let kind = layout.shareKinds.first else { return Wording.count[language] }
    let words = Wording.percent(of: kind)[language]
    return layout.isWeighted ? words + " " + Wording.weighted[language] : words
  }

  /// Base and source, and the letters that stand among the marks.
  private func foot(_ marks: [ChartData.Mark]) -> [String] {
    let words = [Wording.base[language], Wording.source[language]]
    var lines = words.flatMap { word in
      layout.headLines.filter { $0.word == word }
        .map { $0.word + Wording.colon[language] + $0.text }
    }
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

  /// The most frequent first, "other" behind; steps of a scale, numbers and dates as they stand.
  private var rankedBars: ChartData {
    let whole = table.banner.indices.first { table.isWhole($0) } ?? 0
    let isOrdered = ["scale", "number", "date"].contains(table.question?.type)
    let order = isOrdered ? options : ranked(options, whole)
    return chart(.rankedBars, "", order.map { mark($0, whole) })
  }

  private func ranked(_ rows: [Int], _ column: Int) -> [Int] {
    rows.sorted { a, b in
      let (first, second) = (sortKey(a, column), sortKey(b, column))
      return first != second ? first > second : a < b
    }
  }

  private struct SortKey: Comparable {
    var isListed: Bool
    var share: Double
    static func < (a: Self, b: Self) -> Bool {
      a.isListed != b.isListed ? !a.isListed : a.share < b.share
    }
  }

  private func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let share = layout.figures.entries[row][column].shares.first?.drawn.real
    return SortKey(isListed: table.stub[row].kind != .other, share: share ?? -1)
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
    let whole = table.banner.indices.first { table.isWhole($0) } ?? 0
    let parts = table.banner.indices.filter { !table.isWhole($0) }
    let order = ranked(layout.body, whole)
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

  private var priorities: ChartData {
    let columns = layout.groups.flatMap(\.columns)
    return chart(
      .priorities, "", columns.flatMap { column in layout.body.map { mark($0, column) } })
  }

  private var podium: ChartData {
    let columns = layout.groups.flatMap(\.columns)
    var marks: [ChartData.Mark] = []
    var gaps: [ChartData.Mark] = []
    for column in columns {
      let placed = layout.placed(column).filter { $0.place <= 3 }.map { mark($0.row, column) }
      marks += placed
      if placed.isEmpty, let row = layout.body.first(where: { table.reason($0, column) != nil }) {
        gaps.append(mark(row, column))
      }
    }
    var chart = chart(.podium, "--podium", marks)
    chart.title += ChartWord.podium[language]
    chart.gaps = gaps
    return chart
  }
}

extension ChartData.Mark {
  /// A number is lacking, so a letter stands in its place.
  fileprivate var needsLetter: Bool {
    !reasonLetter.isEmpty && share?.quantity == nil
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
