internal import CScan

// The scanner of well-formed text: 64 bytes a step, one bit a byte.

extension BlockScanner {
  /// What one step hands to the next.
  struct FastState {
    var cellStart: Int
    var rowStart: Int
    var rowFirstCell: Int
    var cellCount: Int
    var rowCount: Int
    /// Line of the current step and of the current record.
    var line: Int
    var rowLine: Int
    var carry = cscan_carry(
      inside: 0, afterClosing: 0, afterBorder: 1, afterReturn: 0, afterQuote: 0)
    /// The current cell holds a doubled quote.
    var doubled = false
    /// Blank lines met: offset and line.
    var blankLines: [(offset: Int, line: Int)] = []
  }

  /// Reads records from `position` on as long as the text is well-formed.
  ///
  /// Moves `position` to the start of the first record that was not finished. Returns `limit`, or, if
  /// something is doubtful, an offset below which it lies; the exact scanner must read up to there.
  mutating func scanFast(
    _ batch: inout RecordBatch, from position: inout Int, limit: Int, map: SourceMap,
    log: inout DiagnosticLog
  ) -> Int {
    var state = FastState(
      cellStart: position, rowStart: position, rowFirstCell: batch.cells.count,
      cellCount: batch.cells.count, rowCount: batch.rows.count, line: line, rowLine: line)
    var next = position
    var doubtful: Int?
    while next < limit, doubtful == nil {
      let words = min(group, (limit - next + 63) / 64)
      batch.cells.setCount(state.cellCount)
      batch.rows.setCount(state.rowCount)
      batch.cells.reserve(words * 64 + 4)
      batch.rows.reserve(words * 64 + 1)
      let firstLine = batch.firstLine
      doubtful = batch.text.withMutableBytes { bytes in
        batch.cells.withStorage { cells in
          batch.rows.withStorage { rows in
            scanGroup(
              UnsafePointer(bytes.baseAddress!), from: next, words: words, limit: limit,
              cells: cells.baseAddress!, rows: rows.baseAddress!, firstLine: firstLine,
              state: &state)
          }
        }
      }
      next += words * 64
      group = doubtful == nil ? min(group * 2, Self.groupWords) : 4
      if !state.blankLines.isEmpty {
        for (offset, line) in state.blankLines {
          noteBlankLine(at: offset, line: line, in: batch, map: map, log: &log)
        }
        state.blankLines.removeAll(keepingCapacity: true)
      }
    }
    batch.cells.setCount(state.rowFirstCell)
    batch.rows.setCount(state.rowCount)
    position = state.rowStart
    setLine(state.rowLine)
    return doubtful.map { min($0, limit) } ?? limit
  }

  /// Reads `words` steps; returns nil, or the end of the first doubtful step, which is not read.
  private mutating func scanGroup(
    _ bytes: UnsafePointer<UInt8>, from start: Int, words: Int, limit: Int,
    cells: UnsafeMutablePointer<Cell>, rows: UnsafeMutablePointer<Row>, firstLine: Int,
    state: inout FastState
  ) -> Int? {
    let marked = marks.withUnsafeMutableBufferPointer {
      cscan_mark(
        bytes + start, min(words &* 64, limit &- start), delimiter, &state.carry, $0.baseAddress)
    }
    for word in 0..<marked {
      let base = start &+ word &* 64
      let mark = marks[word]
      let firstCell = state.cellCount
      var ends = mark.ends
      if mark.recordEnds != 0 {
        ends = takeRecords(
          bytes, base: base, limit: limit, mark, cells: cells, rows: rows, firstLine: firstLine,
          state: &state)
      } else if ends != 0 {
        takeCells(bytes, base: base, ends, count: mark.endCount, cells: cells, state: &state)
      }
      if mark.doubled != 0 || state.doubled {
        flagDoubled(cells + firstCell, ends: ends, doubled: mark.doubled, state: &state)
      }
      state.line &+= Int(mark.lineCount)
    }
    return marked == words ? nil : start &+ (marked &+ 1) &* 64
  }

  /// Adds the cells that end at the bits of `ends`, `count` of them and at least one. Four at a time
  /// without asking whether there are as many: the surplus is overwritten later, and a wrongly guessed
  /// branch costs more.
  @inline(__always)
  private func takeCells(
    _ bytes: UnsafePointer<UInt8>, base: Int, _ ends: UInt64, count: UInt32,
    cells: UnsafeMutablePointer<Cell>, state: inout FastState
  ) {
    var target = cells + state.cellCount
    var cellStart = state.cellStart
    var left = ends
    repeat {
      for place in 0..<4 {
        let end = base &+ left.trailingZeroBitCount
        target[place] = fastCell(bytes, cellStart, end)
        cellStart = end &+ 1
        left &= left &- 1
      }
      target += 4
    } while left != 0
    state.cellCount &+= Int(count)
    state.cellStart = base &+ 64 &- ends.leadingZeroBitCount
  }

  /// Adds the cells and records of one step that holds record ends. Returns the ends of the cells that
  /// were added, which leaves out blank lines.
  private mutating func takeRecords(
    _ bytes: UnsafePointer<UInt8>, base: Int, limit: Int, _ mark: cscan_marks,
    cells: UnsafeMutablePointer<Cell>, rows: UnsafeMutablePointer<Row>, firstLine: Int,
    state: inout FastState
  ) -> UInt64 {
    var (left, taken, recordEnds) = (mark.ends, mark.ends, mark.recordEnds)
    while recordEnds != 0 {
      let bit = UInt64(truncatingIfNeeded: recordEnds.trailingZeroBitCount)
      let end = base &+ Int(truncatingIfNeeded: bit)
      let upTo = ~0 &>> (63 &- bit) as UInt64
      recordEnds &= recordEnds &- 1
      let isBlank = end == state.rowStart
      if isBlank { state.blankLines.append((end, state.rowLine)) }
      if isBlank && width != 1 {
        taken &= ~(1 &<< bit)
      } else {
        let own = left & upTo
        takeCells(
          bytes, base: base, own, count: UInt32(own.nonzeroBitCount), cells: cells, state: &state)
        let cellCount = state.cellCount &- state.rowFirstCell
        if width == 0 { setWidth(cellCount) }
        rows[state.rowCount] = Row(
          firstCell: UInt32(truncatingIfNeeded: state.rowFirstCell),
          cellCount: UInt32(truncatingIfNeeded: cellCount),
          start: UInt32(truncatingIfNeeded: state.rowStart),
          line: UInt32(truncatingIfNeeded: state.rowLine &- firstLine))
        state.rowCount &+= 1
        state.rowFirstCell = state.cellCount
      }
      left &= ~upTo
      let nextLine = state.line &+ (mark.lineEnds & upTo).nonzeroBitCount
      state.cellStart = endRecord(bytes, end, limit: limit, on: nextLine &- 1)
      state.rowStart = state.cellStart
      state.rowLine = nextLine
    }
    if left != 0 {
      takeCells(
        bytes, base: base, left, count: UInt32(left.nonzeroBitCount), cells: cells, state: &state)
    }
    return taken
  }

  /// Flags the cells of one step that hold doubled quotes; `cells` begins with the first cell that
  /// ends in the step.
  private func flagDoubled(
    _ cells: UnsafeMutablePointer<Cell>, ends: UInt64, doubled: UInt64, state: inout FastState
  ) {
    if state.doubled {
      if ends == 0 { return }
      cells[0].flagDoubled()
      state.doubled = false
    }
    var doubled = doubled
    while doubled != 0 {
      let bit = UInt64(truncatingIfNeeded: doubled.trailingZeroBitCount)
      if ends &>> bit == 0 {
        state.doubled = true
        return
      }
      cells[(ends & ((1 &<< bit) &- 1)).nonzeroBitCount].flagDoubled()
      doubled &= doubled &- 1
    }
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

  /// The cell from `start` to before `end`; in well-formed text one that begins with a quote ends
  /// with one, and the byte at `end` is none.
  @inline(__always)
  private func fastCell(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Cell {
    Cell(from: start, to: end, isQuoted: bytes[start] == 0x22 ? 1 : 0)
  }
}
