internal import CScan

// The scanner of well-formed text: 64 bytes a step, one bit a byte.

extension BlockScanner {
  /// What one step hands to the next.
  private struct FastState {
    var cursor: cscan_cursor
    var carry = cscan_carry(inside: 0, closing: 0, borders: .max, returns: 0, quotes: 0)
    /// Blank lines met: offset and line.
    var blankLines: [(offset: Int, line: Int)] = []
  }

  /// Steps for which room is made at a time.
  private static let groupSteps = 64
  /// Before each group there is room for as many more cells and rows as it has bytes.
  static let groupBytes = groupSteps * 64

  /// Reads records from `position` on as long as the text is well-formed.
  ///
  /// Moves `position` to the start of the first record that was not finished. Returns `limit`, or, if
  /// something is doubtful, an offset below which it lies; the exact scanner must read up to there.
  mutating func scanFast(
    _ batch: inout RecordBatch, from position: inout Int, limit: Int, map: SourceMap,
    log: inout DiagnosticLog
  ) -> Int {
    var state = FastState(
      cursor: cscan_cursor(
        cellStart: position, recordStart: position, firstCell: batch.cells.count,
        cells: batch.cells.count, records: batch.rows.count, doubled: batch.doubled.count,
        isDoubled: 0, line: line, recordLine: line))
    var next = position
    var doubtful: Int?
    while next < limit, doubtful == nil {
      let end = min(next + Self.groupBytes, limit)
      batch.cells.setCount(state.cursor.cells)
      batch.rows.setCount(state.cursor.records)
      batch.doubled.setCount(state.cursor.doubled)
      batch.cells.reserve(end - next + 16)
      batch.rows.reserve(end - next + 1)
      batch.doubled.reserve(end - next)
      let firstLine = batch.firstLine
      doubtful = batch.text.bytes.withUnsafeBufferPointer { bytes in
        batch.cells.withStorage { cells in
          batch.rows.withStorage { rows in
            batch.doubled.withStorage { doubled in
              // Cells and rows are laid out as the types of C.
              let tables = cscan_tables(
                cells: UnsafeMutableRawPointer(cells.baseAddress!)
                  .assumingMemoryBound(to: cscan_cell.self),
                records: UnsafeMutableRawPointer(rows.baseAddress!)
                  .assumingMemoryBound(to: cscan_record.self),
                doubled: doubled.baseAddress!, firstLine: firstLine)
              return scan(
                bytes.baseAddress!, from: next, to: end, limit: limit, tables, &state)
            }
          }
        }
      }
      next = end
      if !state.blankLines.isEmpty {
        for (offset, line) in state.blankLines {
          noteBlankLine(at: offset, line: line, in: batch, map: map, log: &log)
        }
        state.blankLines.removeAll(keepingCapacity: true)
      }
    }
    batch.cells.setCount(state.cursor.firstCell)
    batch.rows.setCount(state.cursor.records)
    // Cells of the unfinished record are found again.
    var doubled = state.cursor.doubled
    while doubled > 0, batch.doubled.storage[doubled - 1] >= state.cursor.firstCell { doubled -= 1 }
    batch.doubled.setCount(doubled)
    position = state.cursor.recordStart
    setLine(state.cursor.recordLine)
    return doubtful.map { min($0, limit) } ?? limit
  }

  /// Reads the steps from `start` to before `end`; returns nil, or the end of the first doubtful step,
  /// which is not read.
  private mutating func scan(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, limit: Int,
    _ tables: cscan_tables, _ state: inout FastState
  ) -> Int? {
    var base = start
    while base < end {
      // Before the first record its width is not known.
      if width > 0 { base &+= takePlain(bytes, base, (end &- base) / 64, tables, &state) &* 64 }
      if base >= end { break }
      var mark = cscan_marks()
      guard cscan_mark(bytes + base, end &- base, delimiter, &state.carry, &mark) else {
        return base &+ 64
      }
      let firstCell = state.cursor.cells
      let ends = takeRecords(bytes, base: base, limit: limit, mark, tables, &state)
      if mark.doubled != 0 || state.cursor.isDoubled != 0 {
        withUnsafePointer(to: tables) {
          cscan_flag(mark.doubled, ends, firstCell, $0, &state.cursor)
        }
      }
      state.cursor.line &+= mark.lineEnds.nonzeroBitCount
      base &+= 64
    }
    return nil
  }

  /// Adds the cells and records of as many steps as need no closer look; returns how many these are.
  private mutating func takePlain(
    _ bytes: UnsafePointer<UInt8>, _ base: Int, _ steps: Int, _ tables: cscan_tables,
    _ state: inout FastState
  ) -> Int {
    let before = state.cursor.records
    let taken = withUnsafePointer(to: tables) {
      cscan_take(bytes, base, steps, delimiter, $0, &state.carry, &state.cursor)
    }
    let added = state.cursor.records &- before
    if added > 0 {
      // The first of them ends on the line before that of the next.
      let following =
        added == 1
        ? state.cursor.recordLine : tables.firstLine &+ Int(tables.records[before &+ 1].line)
      addLineFeeds(added, on: following &- 1)
    }
    return taken
  }

  /// Adds the cells of one step that end at the bits of `ends`.
  private func takeCells(
    _ bytes: UnsafePointer<UInt8>, base: Int, ends: UInt64, _ tables: cscan_tables,
    _ state: inout FastState
  ) {
    var ends = ends
    while ends != 0 {
      let (start, end) = (state.cursor.cellStart, base &+ ends.trailingZeroBitCount)
      // In well-formed text a cell that begins with a quote ends with one.
      let quotes = bytes[start] == 0x22 ? 1 : 0
      let cell = Cell(
        start: start &+ quotes, length: end &- start &- 2 &* quotes, quoted: quotes == 1,
        doubled: false)
      tables.cells[state.cursor.cells] = unsafeBitCast(cell, to: cscan_cell.self)
      state.cursor.cells &+= 1
      state.cursor.cellStart = end &+ 1
      ends &= ends &- 1
    }
  }

  /// Adds the cells and records of one step that was looked at closely. Returns the ends of the cells
  /// that were added, which leaves out blank lines.
  private mutating func takeRecords(
    _ bytes: UnsafePointer<UInt8>, base: Int, limit: Int, _ mark: cscan_marks,
    _ tables: cscan_tables, _ state: inout FastState
  ) -> UInt64 {
    var (left, taken, recordEnds) = (mark.ends, mark.ends, mark.recordEnds)
    while recordEnds != 0 {
      let bit = UInt64(truncatingIfNeeded: recordEnds.trailingZeroBitCount)
      let end = base &+ Int(truncatingIfNeeded: bit)
      let upTo = ~0 &>> (63 &- bit) as UInt64
      recordEnds &= recordEnds &- 1
      let isBlank = end == state.cursor.recordStart
      if isBlank { state.blankLines.append((end, state.cursor.recordLine)) }
      if isBlank && width != 1 {
        taken &= ~(1 &<< bit)
      } else {
        takeCells(bytes, base: base, ends: left & upTo, tables, &state)
        let cellCount = state.cursor.cells &- state.cursor.firstCell
        if width == 0 { setWidth(cellCount) }
        tables.records[state.cursor.records] = cscan_record(
          firstCell: UInt32(truncatingIfNeeded: state.cursor.firstCell),
          cellCount: UInt32(truncatingIfNeeded: cellCount),
          start: UInt32(truncatingIfNeeded: state.cursor.recordStart),
          line: UInt32(truncatingIfNeeded: state.cursor.recordLine &- tables.firstLine))
        state.cursor.records &+= 1
        state.cursor.firstCell = state.cursor.cells
      }
      left &= ~upTo
      let nextLine = state.cursor.line &+ (mark.lineEnds & upTo).nonzeroBitCount
      state.cursor.cellStart = endRecord(bytes, end, limit: limit, on: nextLine &- 1)
      state.cursor.recordStart = state.cursor.cellStart
      state.cursor.recordLine = nextLine
    }
    if left != 0 { takeCells(bytes, base: base, ends: left, tables, &state) }
    return taken
  }

  /// Counts the line end at `end` and returns the offset after it.
  @inline(__always)
  private mutating func endRecord(
    _ bytes: UnsafePointer<UInt8>, _ end: Int, limit: Int, on line: Int
  ) -> Int {
    if bytes[end] == 0x0A {
      count(.lf, on: line)
    } else if end &+ 1 < limit && bytes[end &+ 1] == 0x0A {
      count(.crlf, on: line)
      return end &+ 2
    } else {
      count(.cr, on: line)
    }
    return end &+ 1
  }
}
