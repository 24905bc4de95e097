internal import Definitions
internal import Export
internal import Glibc
internal import Ingestion
public import SurveyModel

/// The blank form of a sheet as a file: what `concertation template` prints.
public struct TemplateSheet: Sendable {
  private let template: SheetTemplate
  private let language: Language

  /// - Parameter project: whose quartiers make the columns of a sheet with crosses; `nil`: none.
  /// - Throws: when the project cannot be read.
  public init(_ form: SessionForm, project: String?, in language: Language) throws(Stop) {
    var quartiers: [Quartier] = []
    if let project {
      let loaded = ProjectLoader.load(path: project)
      guard let value = loaded.partial else { throw Stop(.input, loaded.problems) }
      quartiers = value.quartiers
    }
    template = SheetTemplate(form, in: language, quartiers: quartiers)
    self.language = language
  }

  /// French: semicolons, CRLF and a byte order mark, so that a French spreadsheet opens it with
  /// accents and columns; English: commas.
  public var text: String {
    var writer = CSVWriter(language == .french ? .french : .international)
    for line in template.head {
      writer.record(
        line.value.isEmpty ? [.text(line.label), .empty] : [.text(line.label), .text(line.value)])
    }
    for line in template.help { writer.record([.text(line.label), .text(line.words)]) }
    writer.record(template.headings.map { .text($0) })
    return writer.text
  }

  /// Writes it, never over another file.
  public func write(to path: String) throws(Stop) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Stop(.output, .cannotWrite(path, errno)) }
    let bytes = Array(text.utf8)
    let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    guard close(file) == 0, written == bytes.count else {
      throw Stop(.output, .cannotWrite(path, errno))
    }
  }
}
