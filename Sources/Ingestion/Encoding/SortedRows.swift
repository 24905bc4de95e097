internal import SurveyModel

/// The records of one block, sorted into kept, empty and set aside; lines and records are those of
/// the block.
struct SortedRows: Sendable {
  var kept: [EncodingBlock.Row] = []
  var keptCount = 0
  /// Records below the headings.
  private(set) var read = 0
  /// Records without any content.
  private(set) var empty = 0
  private(set) var setAside: [SetAside] = []

  struct SetAside: Sendable {
    var verdict: RowRule.Verdict
    var line: Int
    var record: Int
  }

  init(_ batch: borrowing RecordBatch, _ rule: RowRule, headerRecords: Int) {
    kept.reserveCapacity(batch.rowCount)
    for row in 0..<batch.rowCount {
      let record = batch.record(ofRow: row)
      if record <= headerRecords { continue }
      read += 1
      let cells = batch.cellIndices(ofRow: row)
      let verdict = batch.verdict(cells, rule)
      switch verdict {
      case .kept:
        kept.append(
          EncodingBlock.Row(
            firstCell: UInt32(cells.lowerBound), cellCount: UInt32(cells.count),
            line: UInt32(truncatingIfNeeded: batch.line(ofRow: row)),
            record: UInt32(truncatingIfNeeded: record)))
      case .empty:
        empty += 1
      case .tooManyCells, .tooFewCells:
        setAside.append(
          SetAside(verdict: verdict, line: batch.line(ofRow: row), record: record))
      }
    }
    keptCount = kept.count
  }
}

extension RecordBatch {
  fileprivate func verdict(_ cells: Range<Int>, _ rule: RowRule) -> RowRule.Verdict {
    rule.verdict(cellCount: cells.count, length: { cell(cells.lowerBound + $0).length })
  }
}
