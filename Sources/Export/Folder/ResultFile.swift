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
/// - Parameter sources: what each source's export was, by source id.
/// - Precondition: all tables are of one edition.
public func editionFiles(
  of tables: [PublishableTable], in language: Language,
  sources: [String: JSONRenderer.SourceSummary] = [:], details: ReportDetails = ReportDetails()
) -> [ResultFile] {
  guard let edition = tables.first?.edition else { return [] }
  precondition(tables.allSatisfy { $0.edition == edition })
  let renderers = tableFileRenderers(sources: sources)
  let root = edition.rawValue
  var names = UniqueNames()
  var files: [ResultFile] = []
  for table in tables {
    let name = names.unique(root + "/" + table.table.id.filePath)
    for renderer in renderers {
      let text = renderer.render(table, in: language)
      files.append(ResultFile(path: "\(name).\(renderer.fileExtension)", text: text))
    }
  }
  let charts = charts(of: tables, in: language, colours: details.colours)
  for chart in charts {
    files.append(ResultFile(path: "\(root)/charts/\(chart.name).csv", text: chart.csv))
    files.append(ResultFile(path: "\(root)/charts/\(chart.name).svg", bytes: chart.svg()))
  }
  files.append(
    ResultFile(
      path: root + "/report.html",
      bytes: report(of: tables, charts: charts, details: details, in: language)))
  files.append(ResultFile(path: root + "/cells.csv", text: cellsFile(of: tables, in: language)))
  return files
}

extension TableID {
  /// Where the table stands within an edition, without an ending: `tables/phone/topics`, or
  /// the name alone for a table over several sources.
  var filePath: String {
    let stem = FileName.safe(stem)
    return source.map { "tables/\(FileName.safe($0))/\(stem)" } ?? stem
  }
}
