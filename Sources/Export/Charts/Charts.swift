public import SurveyModel
public import Tabulation

/// The charts that a report draws from these tables, in the order of the tables.
///
/// Distributions give ranked bars, rankings stacked priorities, themes a heat map a source, the
/// priorities table a chart by source and a podium. Cross-tabulations of questions give none: they
/// are read as tables.
public func charts(of tables: [PublishableTable], in language: Language) -> [ChartData] {
  var names = UniqueNames()
  return tables.flatMap { table in
    ChartMaker(table, language).charts.map { chart in
      var chart = chart
      chart.name = names.unique(chart.name)
      return chart
    }
  }
}

private struct ChartMaker {
  let layout: TableLayout
  var table: Table { layout.table }
  var language: Language { layout.language }

  init(_ publishable: PublishableTable, _ language: Language) {
    layout = TableLayout(publishable, language)
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
    case .crossTabulation, .pooled: return []
    }
  }

  private func chart(
    _ kind: ChartData.Kind, _ suffix: String, _ marks: [ChartData.Mark]
  ) -> ChartData {
    let name = [table.id.source, table.id.stem].compactMap { $0 }.map(FileName.safe)
    return ChartData(
      name: name.joined(separator: "-") + suffix, kind: kind, title: table.title[language],
      edition: layout.edition.mark[language], marks: marks)
  }

  private func mark(_ row: Int, _ column: Int, series: String? = nil) -> ChartData.Mark {
    let entry = layout.figures.entries[row][column]
    let item = table.banner[column]
    let isGroup = !table.isWhole(column) && series == nil
    return ChartData.Mark(
      code: table.stub[row].code, label: table.stub[row].label[language],
      group: isGroup ? table.groupLabel(column)[language] : nil,
      series: series, source: item.source, count: entry.count, share: entry.shares.first?.drawn,
      rank: entry.rank, base: layout.figures.columns[column].base,
      baseText: item.base.text[language], reason: table.reason(row, column)?[language])
  }

  /// The most frequent first, "other" behind; steps of a scale, numbers and dates as they stand.
  private var rankedBars: ChartData {
    let whole = table.banner.indices.first { table.isWhole($0) } ?? 0
    let options = layout.body.filter { table.stub[$0].kind != .net }
    let isOrdered = ["scale", "number", "date"].contains(table.question?.type)
    let order =
      isOrdered
      ? options
      : options.sorted { a, b in
        let (first, second) = (sortKey(a, whole), sortKey(b, whole))
        return first != second ? first > second : a < b
      }
    return chart(.rankedBars, "", order.map { mark($0, whole) })
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

  private var stackedRanks: ChartData {
    let parts = table.banner.indices.filter { !table.isWhole($0) }
    let marks = layout.body.flatMap { row in
      parts.map { mark(row, $0, series: table.banner[$0].label[language]) }
    }
    return chart(.stackedRanks, "--by-rank", marks)
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
    let marks = columns.flatMap { column in
      layout.placed(column).filter { $0.place <= 3 }.map { mark($0.row, column) }
    }
    return chart(.podium, "--podium", marks)
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
