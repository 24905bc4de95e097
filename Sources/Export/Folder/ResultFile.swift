internal import SurveyModel
internal import Tabulation

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
func tableFileRenderers(
  sources: [String: JSONRenderer.SourceSummary] = [:]
) -> [any TableFileRenderer] {
  [
    CSVRenderer(.international), CSVRenderer(.french), JSONRenderer(sources: sources),
    MarkdownRenderer(),
  ]
}

extension TableID {
  /// Where the table stands within an edition, without an ending: `tables/phone/topics`, or
  /// the name alone for a table over several sources.
  var filePath: String {
    let stem = FileName.safe(stem)
    return source.map { "tables/\(FileName.safe($0))/\(stem)" } ?? stem
  }
}
