public import SurveyModel
public import Tabulation

/// A file of a results folder: where it stands in it, and what it holds.
public struct ResultFile: Sendable, Hashable {
  /// Relative, names by `FileName`, joined by `/`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// The forms in which every table is written to a results folder. A new form is one line here.
public func tableFileRenderers(
  sources: [String: JSONRenderer.SourceSummary] = [:]
) -> [any TableRenderer] {
  [
    CSVRenderer(.international), CSVRenderer(.french), JSONRenderer(sources: sources),
    MarkdownRenderer(),
  ]
}

/// All files of one edition: tables, priorities, charts with their data, the report and
/// `cells.csv`, under the edition's own folder, in a fixed order.
///
/// Each table and each chart is a piece of work, and so is `cells.csv`, the longest, which is begun
/// first: the pieces are shared out among the threads.
///
/// - Parameters:
///   - sources: what each source's export was, by source id.
///   - workbook: the title of `report.xlsx`; `nil`: none is made.
///   - jobs: how many threads at most; the files do not depend on it.
/// - Precondition: all tables are of one edition.
public func editionFiles(
  of tables: [PublishableTable], in language: Language,
  sources: [String: JSONRenderer.SourceSummary] = [:], details: ReportDetails = ReportDetails(),
  jobs: Int = 1
) -> [ResultFile] {
  guard let edition = tables.first?.edition else { return [] }
  precondition(tables.allSatisfy { $0.edition == edition })
  let renderers = tableFileRenderers(sources: sources)
  let root = edition.rawValue
  var names = UniqueNames()
  let stems = tables.map { names.unique(root + "/" + $0.table.id.filePath) }
  let (title, colours) = (details.title, details.colours)
  // The longest pieces of work begin first; in the folder `cells.csv` stands last.
  var pieces: [@Sendable () -> [ResultFile]] = [
    { [ResultFile(path: root + "/cells.csv", bytes: cellsBytes(of: tables, in: language))] },
    {
      [ReportWorkbook(of: tables, in: language, title: title, colours: colours).file()]
        .compactMap { $0 }
    },
  ]
  for (table, stem) in zip(tables, stems) {
    pieces.append {
      renderers.map {
        ResultFile(
          path: "\(stem).\($0.fileExtension)", bytes: $0.bytes(of: [table], in: language))
      }
    }
  }
  let drawn = charts(of: tables, in: language, colours: details.colours)
  for chart in drawn {
    pieces.append {
      [
        ResultFile(path: "\(root)/charts/\(chart.name).csv", text: chart.csv),
        ResultFile(path: "\(root)/charts/\(chart.name).json", bytes: chart.json),
        ResultFile(path: "\(root)/charts/\(chart.name).svg", bytes: chart.svg()),
        ResultFile(path: "\(root)/charts/\(chart.name).vl.json", bytes: chart.vegaLite),
      ]
    }
  }
  pieces.append {
    [
      ResultFile(
        path: root + "/report.html",
        bytes: report(of: tables, charts: drawn, details: details, in: language))
    ]
  }
  let work = pieces
  let made = concurrentMap(work.count, jobs: jobs) { work[$0]() }
  let files = (made.dropFirst() + made.prefix(1)).flatMap(\.self)
  let titles = zip(stems, tables).map { ($0 + ".csv", $1.table.title[language]) }
  let package = DataPackage(
    edition: edition, language: language,
    titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }))
  return files + [package.file(describing: files)]
}

extension TableID {
  /// Where the table stands within an edition, without an ending: `tables/phone/topics`, or
  /// the name alone for a table over several sources.
  var filePath: String {
    let stem = FileName.safe(stem)
    return source.map { "tables/\(FileName.safe($0))/\(stem)" } ?? stem
  }
}
