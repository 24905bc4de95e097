internal import SurveyModel

/// Records that were set aside and that a person has corrected: the file `quarantine/<source>.csv` of
/// an earlier run, with its cells mended. A record takes the place of the one with its number.
struct CorrectedRecords: Sendable {
  struct Record: Sendable {
    /// Its number in the export.
    var number: Int
    /// Its line in the export, as the file states it.
    var line: Int
    /// Where it stands in the file of corrections.
    var place: SourceLocation
    fileprivate var batch: Int
    fileprivate var cells: Range<Int>
  }
  private(set) var records: [Record] = []
  private(set) var problems: [Problem] = []
  private var batches: [RecordBatch] = []

  var numbers: Set<Int> { Set(records.map(\.number)) }

  /// The columns that stand before those of the export, in both languages of the file.
  private static let leading: [Set<String>] = [
    ["edition", "édition"], ["line", "ligne"], ["record", "enregistrement"],
    ["problem", "anomalie"], ["reason", "motif"],
  ]

  /// - Throws: when the file of corrections cannot be read.
  init(path: String, name: String, layout: ExportLayout) throws(ReadFailure) {
    var reader = try RecordReader(path: path)
    var batch = RecordBatch()
    var seen: [Int: SourceLocation] = [:]
    let before = Self.leading.count
    while try reader.next(into: &batch) {
      for row in 0..<batch.rowCount {
        let cells = batch.cellIndices(ofRow: row)
        let texts = cells.prefix(before).map { batch.string(batch.cell($0)) }
        let place = SourceLocation(
          file: name, line: batch.line(ofRow: row), record: batch.record(ofRow: row))
        if batch.record(ofRow: row) == 1 {
          let isOurs =
            texts.count == before
            && zip(texts, Self.leading).allSatisfy { $1.contains(foldedLabel($0)) }
          let headings = cells.dropFirst(before).map { batch.string(batch.cell($0)) }
          if !isOurs || !Self.match(headings, layout) {
            problems.append(.notACorrection(at: place))
            return
          }
          continue
        }
        if cells.allSatisfy({ batch.cell($0).length == 0 }) { continue }
        guard cells.count > before, let number = Int(trimmedText(texts[2])),
          number > layout.headerRecords
        else {
          problems.append(.correctionWithoutRecord(at: place))
          continue
        }
        if let first = seen[number] {
          problems.append(.correctedTwice(number, first: first.line ?? 0, at: place))
          continue
        }
        seen[number] = place
        records.append(
          Record(
            number: number, line: Int(trimmedText(texts[1])) ?? number, place: place,
            batch: batches.count, cells: cells.lowerBound + before..<cells.upperBound))
      }
      batches.append(batch)
      batch = RecordBatch()
    }
    records.sort { $0.number < $1.number }
  }

  /// Headings are masked and made harmless when the file is written.
  private static func match(_ headings: [String], _ layout: ExportLayout) -> Bool {
    let given = headings.map { foldedLabel(harmlessRemoved($0)) }
    let own = layout.columns.map { foldedLabel(PersonalMask.masked($0.heading)) }
    return given.count >= own.count && zip(given, own).allSatisfy { $0 == $1 }
      && given.dropFirst(own.count).allSatisfy(\.isEmpty)
  }

  /// Without the sign that keeps a spreadsheet from running a cell as a formula.
  private static func harmlessRemoved(_ text: String) -> String {
    let bytes = Array(text.utf8.prefix(2))
    guard bytes.count == 2, bytes[0] == 0x27, isDangerous(bytes[1]) else { return text }
    return String(text.dropFirst())
  }

  private static func isDangerous(_ byte: UInt8) -> Bool {
    [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains(byte)
  }

  /// Appends the sound ones to the encoders, in the order of their numbers.
  ///
  /// - Returns: the verdict on each.
  func append(to encoders: [ColumnEncoder], _ rule: RowRule) -> [RowRule.Verdict] {
    records.map { record in
      var batch = batches[record.batch]
      batch.removeHarmlessSigns(record.cells, where: Self.isDangerous)
      let (cells, verdict) = Self.judge(record, in: batch, rule)
      if verdict == .kept {
        encoders.append(
          batch,
          [
            EncodingBlock.Row(
              firstCell: UInt32(cells.lowerBound), cellCount: UInt32(cells.count),
              line: UInt32(truncatingIfNeeded: record.line),
              record: UInt32(truncatingIfNeeded: record.number))
          ])
      }
      return verdict
    }
  }

  /// The cells of a record and the verdict on them.
  private static func judge(
    _ record: Record, in batch: borrowing RecordBatch, _ rule: RowRule
  ) -> (cells: Range<Int>, verdict: RowRule.Verdict) {
    // A spreadsheet writes empty cells up to its widest row.
    var end = record.cells.upperBound
    while end - record.cells.lowerBound > rule.headings, batch.cell(end - 1).length == 0 {
      end -= 1
    }
    let start = record.cells.lowerBound
    let verdict = rule.verdict(
      cellCount: end - start, length: { batch.cell(start + $0).length })
    return (start..<end, verdict)
  }

  /// Those that can be read as records of the survey, in the order of their numbers.
  func sound(_ rule: RowRule) -> [Record] {
    records.filter { Self.judge($0, in: batches[$0.batch], rule).verdict == .kept }
  }

  /// The text of a cell of a corrected record.
  func text(_ record: Record, column: Int) -> String {
    let index = record.cells.lowerBound + column
    guard record.cells.contains(index) else { return "" }
    let batch = batches[record.batch]
    return Self.harmlessRemoved(batch.string(batch.cell(index)))
  }
}

extension RecordBatch {
  fileprivate mutating func removeHarmlessSigns(
    _ range: Range<Int>, where isDangerous: (UInt8) -> Bool
  ) {
    for index in range {
      let cell = cells[index]
      guard cell.length > 1, text.bytes[cell.range.lowerBound] == 0x27,
        isDangerous(text.bytes[cell.range.lowerBound + 1])
      else { continue }
      cells[index] = Cell(
        start: cell.range.lowerBound + 1, length: cell.length - 1, quoted: cell.wasQuoted,
        doubled: false)
    }
  }
}
