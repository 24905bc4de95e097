internal import Definitions
public import Ingestion

/// The exports of a project that other threads open while its definitions are read.
final class ExportsAhead {
  private let options: ReadOptions
  private let input: String?
  private let begun: OpeningExport?
  private let most: Int
  private(set) var openings: [NamedExport: OpeningExport] = [:]

  /// - Parameters:
  ///   - input: an export to read in place of the one that the project names.
  ///   - begun: what was begun before the project was known.
  ///   - jobs: how many threads work at most; one of them reads the definitions.
  init(_ options: ReadOptions, input: String?, begun: OpeningExport?, jobs: Int) {
    (self.options, self.input, self.begun, most) = (options, input, begun, jobs - 1)
  }

  /// Begins to open an export, where a thread is left for it.
  func open(_ export: NamedExport) {
    guard openings.count < most else { return }
    var export = export
    if let input { export.path = input }
    let options = options.reading(export)
    if let begun, begun.path == export.path, begun.options == options {
      openings[export] = begun
    } else {
      let opening = OpeningExport(export.path, options)
      opening.begin()
      openings[export] = opening
    }
  }
}

extension OpeningExport {
  /// An export that is named on the command line or by a project.
  public convenience init(_ path: String, _ options: ReadOptions) {
    self.init(path: path, name: ProjectPaths.inMessages(path), options: options)
  }
}

extension ReadOptions {
  /// These options, but for what a project says of one export.
  func reading(_ export: NamedExport) -> ReadOptions {
    var options = self
    options.delimiter = export.delimiter
    options.sheet = export.sheet
    if let word = export.encoding, word != "auto" {
      options.encoding = TextEncoding(rawValue: word)
    }
    return options
  }
}
