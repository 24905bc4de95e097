internal import SurveyModel

/// What is kept of an export: the same for every block, on every thread.
struct EncodingPlan: Sendable {
  let layout: ExportLayout
  /// In the order of their positions.
  let columns: [(column: ExportColumn, mode: ColumnEncoder.Mode)]
  let rule: RowRule
  /// Records that a person corrected, and the column of weights, for which some are set aside.
  let corrections: CorrectedRecords?
  let weight: Int?

  /// - Parameters:
  ///   - modes: the columns to keep, by position.
  ///   - needed: cells that a record must have.
  ///   - headings: the cells of the last heading record, as they stand in the file.
  init(
    _ layout: ExportLayout, modes: [Int: ColumnEncoder.Mode], needed: Int, headings: [String] = [],
    corrections: CorrectedRecords? = nil, weight: Int? = nil
  ) {
    self.corrections = corrections
    self.weight = weight
    self.layout = layout
    columns = modes.sorted { $0.key < $1.key }.map { (layout.columns[$0.key], $0.value) }
    rule = RowRule(headings: layout.columns.count, needed: needed, texts: headings)
  }

  func encoders() -> [ColumnEncoder] { columns.map { ColumnEncoder($0.column, $0.mode) } }
}

extension [ColumnEncoder] {
  /// Rows that are encoded at a time, column by column: what they hold stays in the cache.
  private static var rowsAtATime: Int { 512 }

  /// Appends the codes of one block's rows to each column.
  func append(_ batch: borrowing RecordBatch, _ rows: [EncodingBlock.Row]) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.rowsAtATime) { scratch in
      batch.withRawParts { bytes, cells in
        rows.withUnsafeBufferPointer { rows in
          for start in stride(from: 0, to: rows.count, by: Self.rowsAtATime) {
            let end = Swift.min(rows.count, start + Self.rowsAtATime)
            let some = UnsafeBufferPointer(rebasing: rows[start..<end])
            let block = EncodingBlock(bytes: bytes, cells: cells, rows: some)
            for encoder in self { encoder.append(block, scratch: scratch) }
          }
        }
      }
    }
  }
}
