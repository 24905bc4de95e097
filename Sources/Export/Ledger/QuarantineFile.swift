public import SurveyModel
import Tabulation

/// `quarantine/<source>.csv`: the records set aside, each behind its place and the reason, ready
/// to be corrected.
///
/// Raw answers are for the team only, and the file says so. The reasons stand before the cells, since a record with too many cells would push them away
/// behind. Cells that a spreadsheet would run as formulas are made harmless like everywhere else.
public func quarantineFile(
  source: String, headings: [String], records: [QuarantinedRecord], in language: Language,
  form: CSVForm = .international
) -> ResultFile {
  var writer = CSVWriter(form)
  let words = QuarantineColumn.allCases.map { $0.heading(form) }
  writer.record((words + headings).map { .text($0) })
  let language = form == .french ? .french : language
  for record in records {
    let entry = record.entry
    let place: [CSVValue] = [
      .text(Edition.working.mark[language]),
      entry.location.line.map { .whole($0) } ?? .empty,
      entry.location.record.map { .whole($0) } ?? .empty,
      .text(entry.code), .text(entry.reason[language]),
    ]
    writer.record(place + record.cells.map { .text($0) })
  }
  let name = FileName.safe(source)
  return ResultFile(path: "quarantine/\(name).\(form.rawValue)", text: writer.text)
}

/// A record set aside, with its raw cells.
public struct QuarantinedRecord: Sendable, Hashable {
  public var entry: Ledger.Quarantined
  public var cells: [String]
  public init(entry: Ledger.Quarantined, cells: [String]) {
    self.entry = entry
    self.cells = cells
  }
}

/// The columns before those of the export.
enum QuarantineColumn: String, CaseIterable, Sendable {
  case edition, line, record, problem, reason

  func heading(_ form: CSVForm) -> String {
    guard form == .french else { return rawValue }
    switch self {
    case .edition: return "édition"
    case .line: return "ligne"
    case .record: return "enregistrement"
    case .problem: return "anomalie"
    case .reason: return "motif"
    }
  }
}
