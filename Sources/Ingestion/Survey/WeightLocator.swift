internal import SurveyModel

/// Finds the records whose weight cannot be read, in a second pass over the export: the first one
/// keeps no place of each record.
struct WeightLocator {
  let input: SurveyInput
  let rule: RowRule
  let weight: EncodedColumn
  let corrections: CorrectedRecords?

  /// - Parameters:
  ///   - excluded: records that a rule took before their weight mattered.
  ///   - setAside: records that were quarantined before, by number.
  func locate(
    headerRecords: Int, excluded: RecordSelection, setAside: Set<Int>
  ) throws(ReadFailure) -> [Ledger.Quarantined] {
    var found: [Ledger.Quarantined] = []
    var reader = try RecordReader(path: input.path, options: input.options)
    var batch = RecordBatch()
    var kept = 0
    let position = weight.column.position
    let corrected = corrections?.numbers ?? []
    while try reader.next(into: &batch) {
      for row in 0..<batch.rowCount {
        let record = batch.record(ofRow: row)
        let cells = batch.cellIndices(ofRow: row)
        guard record > headerRecords, !corrected.contains(record), !setAside.contains(record),
          rule.verdict(
            cellCount: cells.count, length: { batch.cell(cells.lowerBound + $0).length }) == .kept
        else { continue }
        let isExcluded = excluded.isExcluded[kept]
        kept += 1
        let text = batch.cell(row: row, column: position).map(batch.string) ?? ""
        guard !isExcluded, RecordSelection.weight(text) == nil else { continue }
        found.append(
          .unreadableWeight(
            PersonalMask.masked(trimmedText(text)),
            SourceLocation(
              file: input.name, line: batch.line(ofRow: row), record: record,
              column: position + 1, heading: weight.column.heading)))
      }
    }
    // Corrected records stand behind the others.
    for record in corrections?.sound(rule) ?? [] where kept < excluded.isExcluded.count {
      let text = corrections?.text(record, column: position) ?? ""
      let isExcluded = excluded.isExcluded[kept]
      kept += 1
      guard !isExcluded, RecordSelection.weight(text) == nil else { continue }
      found.append(
        .unreadableWeight(
          PersonalMask.masked(trimmedText(text)),
          SourceLocation(
            file: input.name, line: record.line, record: record.number, column: position + 1,
            heading: weight.column.heading)))
    }
    return found
  }
}
