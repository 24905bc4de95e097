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
  /// Records that a correction stands for, and whether nothing was wrong with them.
  private(set) var replaced: [(record: Int, wasSound: Bool)] = []
  /// The last of the kept records, as texts.
  var end = TableEnd()

  struct SetAside: Sendable {
    var verdict: RowRule.Verdict
    var line: Int
    var record: Int
  }

  /// - Parameters:
  ///   - corrected: numbers of records that are corrected elsewhere.
  ///   - weight: the column of weights.
  init(
    _ batch: borrowing RecordBatch, _ rule: RowRule, headerRecords: Int,
    corrected: Set<Int> = [], weight: Int? = nil
  ) {
    kept.reserveCapacity(batch.rowCount)
    for row in 0..<batch.rowCount {
      let record = batch.record(ofRow: row)
      if record <= headerRecords { continue }
      read += 1
      let cells = batch.cellIndices(ofRow: row)
      let verdict = batch.verdict(cells, rule)
      if !corrected.isEmpty, corrected.contains(record) {
        let text = weight.map { batch.cell(row: row, column: $0).map(batch.string) ?? "" }
        let isWeighed = text.map { RecordSelection.weight($0) != nil } ?? true
        replaced.append((record, (verdict == .kept && isWeighed) || verdict == .empty))
        continue
      }
      switch verdict {
      case .kept where batch.repeatsHeadings(cells, rule):
        setAside.append(
          SetAside(verdict: .headings, line: batch.line(ofRow: row), record: record))
      case .kept:
        kept.append(
          EncodingBlock.Row(
            firstCell: UInt32(cells.lowerBound), cellCount: UInt32(cells.count),
            line: UInt32(truncatingIfNeeded: batch.line(ofRow: row)),
            record: UInt32(truncatingIfNeeded: record)))
      case .empty:
        empty += 1
      case .tooManyCells, .tooFewCells, .headings:
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

  /// Whether every cell says what the heading above it says. Nearly all records are done with the
  /// length of one cell.
  fileprivate func repeatsHeadings(_ cells: Range<Int>, _ rule: RowRule) -> Bool {
    guard let mark = rule.mark, mark.position < cells.count else { return false }
    let first = cell(cells.lowerBound + mark.position)
    guard first.length == mark.bytes.count, bytes[first.range].elementsEqual(mark.bytes) else {
      return false
    }
    return cells.enumerated().allSatisfy { position, index in
      position < rule.texts.count && string(cell(index)) == rule.texts[position]
    }
  }
}
