internal import CScan

/// Looks for characters that survive reading but surprise later: invisible ones, controls, and text
/// out of normalisation form C. They are kept as they are and reported.
enum TextCheck {
  /// What a cell holds.
  struct Findings: Equatable {
    var zeroWidth = false
    var notNFC = false
    var control = false
  }

  /// Notes each such cell of a batch whose cells still point into the text as read.
  /// - Complexity: O(bytes), about a tenth of a nanosecond each where nothing is suspect.
  static func run(
    on batch: borrowing RecordBatch, upTo end: Int, map: SourceMap, log: inout DiagnosticLog
  ) {
    var from = 0
    var row = 0
    let rows = batch.rows.count
    while let suspect = next(batch.text, from, end) {
      from = suspect + 1
      while row + 1 < rows, firstByte(batch, row + 1) <= suspect { row += 1 }
      guard row < rows, let column = column(of: suspect, in: batch, row: row) else { continue }
      let cell = batch.cells[Int(batch.rows[row].firstCell) + column]
      from = cell.range.upperBound
      let findings = findings(batch.text.bytes[cell.range])
      func note(_ code: ReadCode) {
        log.note(
          code,
          at: ReadLocation(
            line: batch.line(ofRow: row), record: batch.record(ofRow: row), column: column + 1,
            byte: map.offset(of: cell.range.lowerBound, in: batch.text)))
      }
      if findings.zeroWidth { note(.zeroWidth) }
      if findings.notNFC { note(.notNFC) }
      if findings.control { note(.control) }
    }
  }

  /// What the text of a cell holds.
  static func findings(_ bytes: some Collection<UInt8>) -> Findings {
    var findings = Findings()
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var joiner = false
    for scalar in scalars {
      // A zero-width joiner before a pictograph builds one emoji; elsewhere it is invisible text.
      if joiner && scalar.value < 0x2190 { findings.zeroWidth = true }
      joiner = scalar.value == 0x200D
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x200D: break
      case ..<0x20, 0x7F...0x9F: findings.control = true
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
        findings.zeroWidth = true
      default: break
      }
    }
    if joiner { findings.zeroWidth = true }
    findings.notNFC = !NormalizationFormC.holds(scalars)
    return findings
  }

  private static func next(_ text: TextBuffer, _ from: Int, _ end: Int) -> Int? {
    text.bytes.withUnsafeBufferPointer { bytes in
      guard from < end, let base = bytes.baseAddress else { return nil }
      let found = cscan_next_suspect(base, from, end)
      return found < end ? found : nil
    }
  }

  private static func firstByte(_ batch: borrowing RecordBatch, _ row: Int) -> Int {
    Int(batch.cells[Int(batch.rows[row].firstCell)].start)
  }

  /// The cell of `row` that holds the byte at `offset`, by bisection.
  private static func column(
    of offset: Int, in batch: borrowing RecordBatch, row: Int
  ) -> Int? {
    let first = Int(batch.rows[row].firstCell)
    var (low, high) = (0, Int(batch.rows[row].cellCount))
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(batch.cells[first + middle].start) <= offset { low = middle } else { high = middle }
    }
    return batch.cells[first + low].range.contains(offset) ? low : nil
  }
}
