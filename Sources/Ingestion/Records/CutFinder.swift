/// Looks for places where a file can probably be cut into pieces that are scanned apart.
///
/// A place is good if the records after it have the width of the header. That can be wrong, say inside
/// a quoted cell that holds a table; whoever uses a cut must verify that the piece before it ends there.
struct CutFinder: Sendable {
  let delimiter: UInt8
  /// Cells of a record, 2 or more.
  let width: Int
  /// Records that must have that width.
  static let records = 4

  /// The start of a record at or after `position`, not beyond a mebibyte after it; nil if there is none.
  func cut(_ bytes: ReadableBytes, after position: Int) throws(ReadFailure) -> Int? {
    for size in [1 << 13, 1 << 16, 1 << 20] {
      let window = try bytes.bytes(at: position, count: size)
      if let offset = cut(window) { return position + offset }
      if window.count < size { return nil }
    }
    return nil
  }

  private func cut(_ window: [UInt8]) -> Int? {
    var batch = RecordBatch()
    batch.text.append(window[...])
    let scanner = BlockScanner(delimiter: delimiter, maxCellBytes: window.count, width: width)
    for (offset, byte) in window.enumerated() where byte == 0x0A || byte == 0x0D {
      let start = offset + 1
      // A CR counts only if what follows is known not to complete it.
      guard start < window.count, !(byte == 0x0D && window[start] == 0x0A) else { continue }
      if isGood(start, &batch, scanner) { return start }
    }
    return nil
  }

  /// Whether the next records have the right width; the window must hold all of them.
  private func isGood(_ start: Int, _ batch: inout RecordBatch, _ scanner: BlockScanner) -> Bool {
    var (position, found) = (start, 0)
    batch.cells.setCount(0)
    while position < batch.text.count {
      guard
        case .record(let record) = scanner.scanExact(
          batch: &batch, from: position, limit: batch.text.count, isFinal: false)
      else { return false }
      if record.cellCount > 0 {
        guard record.cellCount == width, record.bareQuotes.isEmpty else { return false }
        found += 1
        if found == Self.records { return true }
      }
      position = record.end
    }
    return false
  }
}
