// The byte by byte scanner: every rule of structure is written here once.

extension BlockScanner {
  /// One record read byte by byte; its cells are in the batch already.
  struct ExactRecord {
    /// Offset after the line end.
    var end: Int
    /// Cells of the record; 0 for a blank line.
    var cellCount = 0
    /// Lines that begin inside the record.
    var innerLines = 0
    var lineEnd = LineEnd.endOfText
    /// Cells that hold a bare quote.
    var bareQuotes: [BareQuote] = []
  }

  /// Where a cell with a bare quote begins; the column counts from 1.
  struct BareQuote {
    var column: Int
    var offset: Int
    var line: Int
  }

  enum ExactOutcome {
    case record(ExactRecord)
    /// The text ends before the record does.
    case unfinished
    /// A broken rule; bare quotes before it in the same record are still reported.
    case fault(ScanFault, after: [BareQuote])
    case openBeyondLimit(ScanFault, after: [BareQuote])
  }

  /// Reads the record at `start`, which must lie before `limit`. Cells of an unfinished record or of
  /// one with a fault are taken back.
  func scanExact(
    batch: inout RecordBatch, from start: Int, limit: Int, isFinal: Bool
  ) -> ExactOutcome {
    let firstCell = batch.cells.count
    let record = batch.firstRecord + batch.rows.count
    var cells = batch.cells
    batch.cells = Table(filler: .empty)
    let outcome = batch.text.bytes.withUnsafeBufferPointer {
      scanExact($0, from: start, limit: limit, isFinal: isFinal, record: record, cells: &cells)
    }
    if case .record = outcome {
      for cell in firstCell..<cells.count where cells[cell].hadDoubledQuote {
        batch.doubled.append(UInt32(cell))
      }
    } else {
      cells.setCount(firstCell)
    }
    batch.cells = cells
    return outcome
  }

  private func scanExact(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int, isFinal: Bool, record: Int,
    cells: inout Table<Cell>
  ) -> ExactOutcome {
    var result = ExactRecord(end: start)
    var position = start
    func place(_ code: ReadCode, at offset: Int, line: Int) -> ScanFault {
      ScanFault(
        code: code, offset: offset, line: line, record: record, column: result.cellCount + 1)
    }
    func fault(_ code: ReadCode, at offset: Int, line: Int) -> ExactOutcome {
      .fault(place(code, at: offset, line: line), after: result.bareQuotes)
    }
    if let (end, next) = lineEnd(bytes, at: position, limit: limit) {
      (result.lineEnd, result.end) = (end, next)
      return .record(result)
    }
    while true {
      let cellStart = position
      let cellLine = line + result.innerLines
      if position < limit, bytes[position] == 0x22 {
        var doubled = false
        position += 1
        quoted: while true {
          guard position < limit else {
            let open = place(.unterminatedQuote, at: cellStart, line: cellLine)
            if isFinal { return .fault(open, after: result.bareQuotes) }
            return position - cellStart - 1 > maxCellBytes
              ? .openBeyondLimit(open, after: result.bareQuotes) : .unfinished
          }
          switch bytes[position] {
          case 0x22:
            if position + 1 < limit {
              guard bytes[position + 1] == 0x22 else { break quoted }
              doubled = true
              position += 1
            } else if isFinal {
              break quoted
            } else {
              return .unfinished
            }
          case 0x0D: result.innerLines += 1
          case 0x0A where bytes[position - 1] != 0x0D: result.innerLines += 1
          default: break
          }
          position += 1
        }
        let length = position - cellStart - 1
        if length > maxCellBytes { return fault(.fieldTooLarge, at: cellStart, line: cellLine) }
        cells.append(Cell(start: cellStart + 1, length: length, quoted: true, doubled: doubled))
        position += 1
      } else {
        var onlyBlanks = true
        var hasQuote = false
        plain: while position < limit {
          switch bytes[position] {
          case delimiter, 0x0A, 0x0D: break plain
          case 0x20, 0x09: break
          case 0x22:
            if position - cellStart > maxCellBytes { break plain }
            if onlyBlanks { return fault(.spaceBeforeQuote, at: position, line: cellLine) }
            hasQuote = true
          default: onlyBlanks = false
          }
          position += 1
        }
        if position - cellStart > maxCellBytes {
          return fault(.fieldTooLarge, at: cellStart, line: cellLine)
        }
        if hasQuote {
          result.bareQuotes.append(
            BareQuote(column: result.cellCount + 1, offset: cellStart, line: cellLine))
        }
        cells.append(
          Cell(start: cellStart, length: position - cellStart, quoted: false, doubled: false))
      }
      guard position < limit else {
        if !isFinal { return .unfinished }
        result.cellCount += 1
        result.end = limit
        return .record(result)
      }
      if bytes[position] == delimiter {
        result.cellCount += 1
        position += 1
      } else if let (end, next) = lineEnd(bytes, at: position, limit: limit) {
        result.cellCount += 1
        (result.lineEnd, result.end) = (end, next)
        return .record(result)
      } else {
        return fault(.strayAfterQuote, at: position, line: line + result.innerLines)
      }
    }
  }

  /// The line end at `position` and the offset after it.
  private func lineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, limit: Int
  ) -> (LineEnd, Int)? {
    switch bytes[position] {
    case 0x0A: return (.lf, position + 1)
    case 0x0D where position + 1 < limit && bytes[position + 1] == 0x0A:
      return (.crlf, position + 2)
    case 0x0D: return (.cr, position + 1)
    default: return nil
    }
  }

  /// Adds a record to the rows of the batch, or counts a blank line.
  mutating func commit(
    _ record: ExactRecord, to batch: inout RecordBatch, at start: Int, map: SourceMap,
    log: inout DiagnosticLog
  ) {
    var cellCount = record.cellCount
    if cellCount == 0 {
      noteBlankLine(at: start, line: line, in: batch, map: map, log: &log)
      if width == 1 {
        batch.cells.append(Cell(start: start, length: 0, quoted: false, doubled: false))
        cellCount = 1
      }
    }
    note(record.bareQuotes, in: batch, map: map, log: &log)
    if cellCount > 0 {
      if width == 0 { setWidth(cellCount) }
      batch.rows.append(
        Row(
          firstCell: UInt32(batch.cells.count - cellCount), cellCount: UInt32(cellCount),
          start: UInt32(start), line: UInt32(line - batch.firstLine)))
    }
    count(record.lineEnd, on: line + record.innerLines)
    setLine(line + record.innerLines + 1)
  }

  /// Reports bare quotes of the record that comes next in the batch.
  func note(
    _ bareQuotes: [BareQuote], in batch: borrowing RecordBatch, map: SourceMap,
    log: inout DiagnosticLog
  ) {
    for quote in bareQuotes {
      log.note(
        .bareQuote,
        at: ReadLocation(
          line: quote.line, record: batch.firstRecord + batch.rows.count, column: quote.column,
          byte: map.offset(of: quote.offset, in: batch.text)))
    }
  }
}
