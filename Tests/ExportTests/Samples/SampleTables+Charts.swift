import SurveyModel
import Tabulation

@testable import Export

/// A chart of each kind, with what makes charts break: long labels, empty groups, many columns.
enum SampleCharts {
  static let tables: [PublishableTable] = [
    SampleTables.multiple, SampleTables.priorities, SampleTables.ranking, scale, themes,
    SampleTables.nasty, long, changed(SampleTables.long) { $0.kind = .themes }, dates,
  ]

  static func all(_ language: Language) -> [ChartData] {
    charts(of: tables, in: language) + [interval(language), lines(language)]
  }

  /// A declared scale by quartier, one of them empty, with its two boxes.
  static let scale = changed(SampleTables.crossed) { table in
    table.question?.best = .first
    table.stub[4].code = "top-box"
    table.stub.insert(
      StubItem(
        code: "bottom-box",
        label: Bilingual(fr: "Très mal + plutôt mal", en: "Very + fairly badly"), kind: .net),
      at: 5)
    let boxes = table.banner.indices.map { column in
      let count = (table.cells[2][column].count ?? 0) + (table.cells[3][column].count ?? 0)
      return Cell(
        count: count, shares: [Share(of: .respondents, count, over: table.banner[column].base.n)])
    }
    table.cells.insert(boxes, at: 5)
  }

  /// Answers a day, with days without any.
  static let dates = changed(SampleTables.multiple) { table in
    let days = ["05-28", "05-29", "06-01", "06-02", "06-05", "06-10"]
    let base = table.banner[0].base.n
    table.id.name = "day"
    table.question?.type = "date"
    table.stub = days.map {
      StubItem(code: "2023-\($0)", label: Bilingual("2023-\($0)"), kind: .option)
    }
    table.cells = [4, 11, 19, 7, 1, 2].map {
      [Cell(count: $0, shares: [Share(of: .respondents, $0, over: base)])]
    }
  }

  /// Themes by quartier within one source.
  static let themes = changed(SampleTables.priorities) { table in
    let columns = table.banner.indices.filter { table.banner[$0].source == "online" }
    table.kind = .themes
    table.id = TableID(source: "online", name: "themes", by: "quartier")
    table.sources = [SampleTables.online]
    table.banner = columns.map { table.banner[$0] }
    table.cells = table.cells.map { row in columns.map { row[$0] } }
  }

  static var long: PublishableTable { SampleTables.long }

  /// Bars with intervals, as a random sample has them.
  static func interval(_ language: Language) -> ChartData {
    var chart = charts(of: [SampleTables.multiple], in: language)[0]
    chart.name += "--intervals"
    for index in chart.marks.indices {
      let share = chart.marks[index].share?.real ?? 0
      chart.marks[index].interval = TableFigures.Range(
        low: Figure(.percent(.respondents), .real(max(0, share - 7.4), decimals: 1)),
        high: Figure(.percent(.respondents), .real(share + 8.6, decimals: 1)))
    }
    return chart
  }

  /// The same themes at four dates.
  static func lines(_ language: Language) -> ChartData {
    var chart = charts(of: [themes], in: language)[0]
    chart.name = "themes--lines"
    chart.kind = .lines
    let years = ["2021", "2022", "2023", "2024"]
    let rows = chart.marks.runs { $0.code }
    chart.marks = rows.flatMap { row in
      zip(row.dropFirst(), years).map { mark, year in
        var mark = mark
        mark.group = year
        return mark
      }
    }
    return chart
  }

  static func changed(
    _ table: PublishableTable, _ change: (inout Table) -> Void
  ) -> PublishableTable {
    var table = table.table
    change(&table)
    return .workingEdition(table)
  }
}

extension SampleTables {
  /// Fourteen columns with long names, and answers that need several lines.
  static var long: PublishableTable {
    let words = "Accompagnement administratif et numérique des personnes âgées isolées "
    let columns = (0..<14).map { index in
      BannerItem(
        code: index == 0 ? nil : "q\(index)",
        label: Bilingual(
          index == 0 ? "Ensemble" : "Saint-Barthélemy-Picon-Busserine \(index)"),
        source: "online", quartier: index == 0 ? nil : "q\(index)",
        base: Base(n: 1200 - 80 * index, text: answering))
    }
    return .workingEdition(
      Table(
        id: TableID(source: "online", name: "long"), kind: .distribution,
        title: Bilingual(words + words), sources: [online],
        stub: (0..<30).map {
          StubItem(
            code: "t\($0)",
            label: Bilingual(String(repeating: words, count: 1 + $0 % 3) + "\($0)"), kind: .theme)
        }, banner: columns,
        cells: (0..<30).map { row in
          columns.map {
            Cell(
              count: $0.base.n * row / 30,
              shares: [Share(of: .respondents, $0.base.n * row / 30, over: $0.base.n)])
          }
        }))
  }
}
