extension RecordReader {
  /// Reads a whole file into strings, header included: for looking at a file, not for large ones.
  /// - Throws: what `next(into:)` throws.
  public static func readAllRows(
    path: String, options: ReadOptions = ReadOptions()
  ) throws(ReadFailure) -> (rows: [[String]], report: ReadReport) {
    var reader = try RecordReader(path: path, options: options)
    return try reader.remainingRows()
  }

  /// The same for bytes in memory.
  public static func readAllRows(
    bytes: [UInt8], options: ReadOptions = ReadOptions()
  ) throws(ReadFailure) -> (rows: [[String]], report: ReadReport) {
    var reader = try RecordReader(bytes: bytes, options: options)
    return try reader.remainingRows()
  }

  private mutating func remainingRows() throws(ReadFailure) -> ([[String]], ReadReport) {
    var rows: [[String]] = []
    var batch = RecordBatch()
    while try next(into: &batch) {
      for row in 0..<batch.rowCount {
        rows.append(batch.cellIndices(ofRow: row).map { batch.string(batch.cell($0)) })
      }
    }
    return (rows, report)
  }
}
