internal import CScan

// The scanner of well-formed text: 64 bytes a step, one bit a byte.

extension BlockScanner {
  /// What one step hands to the next.
  struct FastState {
    var cursor: cscan_cursor
    var carry = cscan_carry(
      inside: 0, afterClosing: 0, afterBorder: 1, afterReturn: 0, afterQuote: 0)
    /// The current cell holds a doubled quote.
    var doubled = false
    /// The cells that hold one.
    var doubledCells: [Int] = []
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
      cursor: cscan_cursor(
        cellStart: position, recordStart: position, firstCell: batch.cells.count,
        cells: batch.cells.count, records: batch.rows.count, line: line, recordLine: line))
    var next = position
    var doubtful: Int?
    while next < limit, doubtful == nil {
      let words = min(group, (limit - next + 63) / 64)
      batch.cells.setCount(state.cursor.cells)
      batch.rows.setCount(state.cursor.records)
      batch.cells.reserve(words * 64 + 16)
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
    batch.cells.setCount(state.cursor.firstCell)
    batch.doubled += state.doubledCells.prefix { $0 < state.cursor.firstCell }
    batch.rows.setCount(state.cursor.records)
    position = state.cursor.recordStart
    setLine(state.cursor.recordLine)
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
    var word = 0
    while word < marked {
      if !state.doubled, width > 0, lineEnds.lf > 0 {
        word &+= takePlain(
          bytes, base: start &+ word &* 64, from: word, to: marked, cells: cells, rows: rows,
          firstLine: firstLine, state: &state)
        if word == marked { break }
      }
      let base = start &+ word &* 64
      let mark = marks[word]
      let firstCell = state.cursor.cells
      let ends = takeRecords(
        bytes, base: base, limit: limit, mark, cells: cells, rows: rows, firstLine: firstLine,
        state: &state)
      if mark.doubled != 0 || state.doubled {
        flagDoubled(cells, from: firstCell, ends: ends, doubled: mark.doubled, state: &state)
      }
      state.cursor.line &+= Int(mark.lineCount)
      word &+= 1
    }
    return marked == words ? nil : start &+ (marked &+ 1) &* 64
  }

  /// Adds the cells and records of the steps up to one that needs a closer look; returns how many steps
  /// these are. The first record was read, and a line that ends in LF was seen.
  private mutating func takePlain(
    _ bytes: UnsafePointer<UInt8>, base: Int, from word: Int, to marked: Int,
    cells: UnsafeMutablePointer<Cell>, rows: UnsafeMutablePointer<Row>, firstLine: Int,
    state: inout FastState
  ) -> Int {
    let before = state.cursor.records
    let taken = marks.withUnsafeBufferPointer { marks in
      // A record is laid out as one of the scanner.
      UnsafeMutableRawPointer(rows).withMemoryRebound(to: cscan_record.self, capacity: 1) { rows in
        Self.take(
          bytes, base, marks.baseAddress! + word, marked &- word, firstLine, cells, rows, &state)
      }
    }
    addLineFeeds(state.cursor.records &- before)
    return taken
  }

  /// Adds the cells of one step that end at the bits of `ends`.
  private func takeCells(
    _ bytes: UnsafePointer<UInt8>, base: Int, _ mark: cscan_marks, _ ends: UInt64,
    cells: UnsafeMutablePointer<Cell>, state: inout FastState
  ) {
    var mark = mark
    (mark.ends, mark.recordEnds, mark.lineCount, mark.isPlain) = (ends, 0, 0, 1)
    var none = cscan_record()
    _ = Self.take(bytes, base, &mark, 1, 0, cells, &none, &state)
  }

  @inline(__always)
  private static func take(
    _ bytes: UnsafePointer<UInt8>, _ base: Int, _ marks: UnsafePointer<cscan_marks>, _ words: Int,
    _ firstLine: Int, _ cells: UnsafeMutablePointer<Cell>,
    _ records: UnsafeMutablePointer<cscan_record>, _ state: inout FastState
  ) -> Int {
    UnsafeMutableRawPointer(cells).withMemoryRebound(to: cscan_cell.self, capacity: 1) {
      cscan_take(bytes, base, marks, words, firstLine, $0, records, &state.cursor)
    }
  }

  /// Adds the cells and records of one step that was looked at closely. Returns the ends of the cells
  /// that were added, which leaves out blank lines.
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
      let isBlank = end == state.cursor.recordStart
      if isBlank { state.blankLines.append((end, state.cursor.recordLine)) }
      if isBlank && width != 1 {
        taken &= ~(1 &<< bit)
      } else {
        takeCells(bytes, base: base, mark, left & upTo, cells: cells, state: &state)
        let cellCount = state.cursor.cells &- state.cursor.firstCell
        if width == 0 { setWidth(cellCount) }
        rows[state.cursor.records] = Row(
          firstCell: UInt32(truncatingIfNeeded: state.cursor.firstCell),
          cellCount: UInt32(truncatingIfNeeded: cellCount),
          start: UInt32(truncatingIfNeeded: state.cursor.recordStart),
          line: UInt32(truncatingIfNeeded: state.cursor.recordLine &- firstLine))
        state.cursor.records &+= 1
        state.cursor.firstCell = state.cursor.cells
      }
      left &= ~upTo
      let nextLine = state.cursor.line &+ (mark.lineEnds & upTo).nonzeroBitCount
      state.cursor.cellStart = endRecord(bytes, end, limit: limit, on: nextLine &- 1)
      state.cursor.recordStart = state.cursor.cellStart
      state.cursor.recordLine = nextLine
    }
    if left != 0 { takeCells(bytes, base: base, mark, left, cells: cells, state: &state) }
    return taken
  }

  /// Flags the cells of one step that hold doubled quotes; the first that ends in the step is the cell
  /// `first`.
  private func flagDoubled(
    _ cells: UnsafeMutablePointer<Cell>, from first: Int, ends: UInt64, doubled: UInt64,
    state: inout FastState
  ) {
    func flag(_ index: Int) {
      cells[index].flagDoubled()
      if state.doubledCells.last != index { state.doubledCells.append(index) }
    }
    if state.doubled {
      if ends == 0 { return }
      flag(first)
      state.doubled = false
    }
    var doubled = doubled
    while doubled != 0 {
      let bit = UInt64(truncatingIfNeeded: doubled.trailingZeroBitCount)
      if ends &>> bit == 0 {
        state.doubled = true
        return
      }
      flag(first &+ (ends & ((1 &<< bit) &- 1)).nonzeroBitCount)
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
}
