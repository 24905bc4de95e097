public import SurveyModel

/// The cells of the records that were set aside, as they stand in the export, so that a person can
/// correct them. Personal data are left out.
public struct QuarantinedRecords: Sendable {
  /// The export's headings.
  public var headings: [String]
  /// One a record, in the order of the ledger.
  public var records: [(record: Ledger.Quarantined, cells: [String])]

  /// Reads them in a second pass; nothing is read when none was set aside.
  public init(_ input: SurveyInput, _ outcome: SurveyOutcome) throws(ReadFailure) {
    let columns = outcome.layout.physicalColumns ?? outcome.layout.columns
    headings = columns.map { PersonalMask.masked($0.heading) }
    records = []
    let wanted = outcome.dataset?.ledger.quarantined ?? []
    guard !wanted.isEmpty else { return }
    let personal = outcome.personal.positions()
    var cells: [Int: [String]] = [:]
    let numbers = Set(wanted.compactMap(\.location.record))
    var reader = try RecordReader(path: input.path, options: outcome.optionsAgain(input))
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      for row in 0..<batch.rowCount where numbers.contains(batch.record(ofRow: row)) {
        let range = batch.cellIndices(ofRow: row)
        // In a record of another width the cells have moved: nothing tells where the personal ones
        // are, from the first of them on.
        let isLong = outcome.layout.physicalColumns != nil
        let isWhole = range.count == columns.count && !isLong
        // Where a line is an answer, nothing tells which one it is.
        let firstPersonal = isLong ? 0 : personal.min() ?? .max
        cells[batch.record(ofRow: row)] = range.enumerated().map { position, index in
          let isHidden =
            isWhole ? personal.contains(position) : position >= firstPersonal
          return isHidden ? "" : PersonalMask.masked(batch.string(batch.cell(index)))
        }
      }
    }
    records = wanted.map { ($0, $0.location.record.flatMap { cells[$0] } ?? []) }
  }
}
