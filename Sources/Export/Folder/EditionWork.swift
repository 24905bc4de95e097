public import SurveyModel
public import Tabulation

/// The files of one edition as pieces of work for several threads: tables, priorities, charts with
/// their data, the report, the workbook, `cells.csv`, under the edition's own folder.
public struct EditionWork: Sendable {
  /// Independent of each other, the longest first. Each gives its files.
  public let pieces: [@Sendable () -> [ResultFile]]
  /// Which of the pieces stand behind the others in the folder.
  private let last: Int
  private let package: DataPackage?

  /// - Parameters:
  ///   - sources: what each source's export was, by source id.
  ///   - jobs: how many threads at most; the files do not depend on it.
  ///   - outputs: everything, or tables and the data of charts only.
  /// - Precondition: all tables are of one edition.
  public init(
    of tables: [PublishableTable], in language: Language,
    sources: [String: JSONRenderer.SourceSummary] = [:], details: ReportDetails = ReportDetails(),
    jobs: Int = 1, outputs: Outputs = .all
  ) {
    guard let edition = tables.first?.edition else {
      pieces = []
      last = 0
      package = nil
      return
    }
    precondition(tables.allSatisfy { $0.edition == edition })
    let renderers = tableFileRenderers(sources: sources)
    let root = edition.rawValue
    var names = UniqueNames()
    let stems = tables.map { names.unique(root + "/" + $0.table.id.filePath) }
    let colours = details.colours ?? ThemeColours(of: tables)
    // What all forms of a table share is worked out once.
    let laidOut = concurrentMap(tables.count, jobs: jobs) { index in
      let layout = TableLayout(tables[index], language)
      return (layout: layout, charts: charts(of: layout, colours))
    }
    let layouts = laidOut.map(\.layout)
    let drawn = namedApart(laidOut.flatMap(\.charts))
    var pieces: [@Sendable () -> [ResultFile]] = []
    if outputs == .all {
      pieces = [
        {
          [
            ResultFile(
              path: root + "/report.html",
              bytes: report(of: layouts, charts: drawn, details: details, in: language))
          ]
        },
        {
          let title = details.title
          return [ReportWorkbook(of: layouts, in: language, title: title, colours: colours).file()]
            .compactMap { $0 }
        },
      ]
    }
    pieces.append {
      [ResultFile(path: root + "/cells.csv", bytes: cellsBytes(of: layouts))]
    }
    last = pieces.count
    for (layout, stem) in zip(layouts, stems) {
      pieces.append {
        renderers.map {
          ResultFile(path: "\(stem).\($0.fileExtension)", bytes: $0.bytes(of: [layout]))
        }
      }
    }
    for chart in drawn {
      let stem = "\(root)/charts/\(chart.name)"
      pieces.append {
        let data = ResultFile(path: stem + ".csv", bytes: chart.csv)
        guard outputs == .all else { return [data] }
        let words = chart.description
        return [
          data,
          ResultFile(path: stem + ".json", bytes: chart.json(description: words)),
          ResultFile(path: stem + ".svg", bytes: chart.svg(description: words)),
          ResultFile(path: stem + ".vl.json", bytes: chart.vegaLite(description: words)),
        ]
      }
    }
    self.pieces = pieces
    guard outputs == .all else {
      package = nil
      return
    }
    let titles = zip(stems, tables).map { ($0 + ".csv", $1.table.title[language]) }
    package = DataPackage(
      edition: edition, language: language,
      titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }))
  }

  /// What the pieces gave, in the order of the folder, and the description of them all.
  ///
  /// - Parameter made: one entry a piece.
  public func files(_ made: [[ResultFile]]) -> [ResultFile] {
    (made.dropFirst(last) + made.prefix(last)).flatMap(\.self)
      + (description(of: made).map { [$0] } ?? [])
  }

  /// The file that describes all others of the edition; `nil` where none is written.
  public func description(of made: [[ResultFile]]) -> ResultFile? {
    package?.file(describing: (made.dropFirst(last) + made.prefix(last)).flatMap(\.self))
  }
}

/// All files of one edition.
public func editionFiles(
  of tables: [PublishableTable], in language: Language,
  sources: [String: JSONRenderer.SourceSummary] = [:], details: ReportDetails = ReportDetails(),
  jobs: Int = 1
) -> [ResultFile] {
  let work = EditionWork(
    of: tables, in: language, sources: sources, details: details, jobs: jobs)
  return work.files(concurrentMap(work.pieces.count, jobs: jobs) { work.pieces[$0]() })
}
