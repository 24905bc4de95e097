internal import CScan

// The scanner of well-formed text: 64 bytes a step, one bit a byte.

extension BlockScanner {
  /// What one step hands to the next. The words are 0 or 1 unless said otherwise.
  struct FastState {
    var cellStart: Int
    var rowStart: Int
    var rowFirstCell: Int
    var cellCount: Int
    var rowCount: Int
    /// Line of the current step and of the current record.
    var line: Int
    var rowLine: Int
    /// All ones between an opening and its closing quote.
    var inside: UInt64 = 0
    /// The last byte closed a quote; was a separator, a line end or a quote; was CR; was a quote.
    var afterClosing: UInt64 = 0
    var afterBorder: UInt64 = 1
    var afterReturn: UInt64 = 0
    var afterQuote: UInt64 = 0
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
      batch.cells.reserve(words * 64 + 1)
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
    state outer: inout FastState
  ) -> Int? {
    masks.withUnsafeMutableBufferPointer {
      cscan_classify(bytes + start, words, delimiter, $0.baseAddress)
    }
    var state = outer
    defer { outer = state }
    for word in 0..<words {
      let base = start &+ word &* 64
      let mask = masks[word]
      let known: UInt64 = limit &- base >= 64 ? ~0 : (1 &<< UInt64(limit &- base)) &- 1
      let quotes = mask.quote & known
      let separators = mask.delimiter & known
      let feeds = mask.lineFeed & known
      let returns = mask.carriageReturn & known
      let borders = separators | feeds | returns | quotes

      // Between quotes: from an opening one to before its closing one.
      let inside = prefixXor(quotes) ^ state.inside
      let opening = quotes & inside
      let closing = quotes & ~inside
      let badOpening = opening & ~(borders &<< 1 | state.afterBorder)
      let badClosing = (closing &<< 1 | state.afterClosing) & ~borders & known
      if badOpening | badClosing != 0 { return base &+ 64 }

      let lineEnds = returns | (feeds & ~(returns &<< 1 | state.afterReturn))
      var recordEnds = lineEnds & ~inside
      var ends = (separators & ~inside) | recordEnds
      var doubled = opening & (quotes &<< 1 | state.afterQuote)
      if recordEnds | doubled == 0 && !state.doubled {
        while ends != 0 {
          let end = base &+ ends.trailingZeroBitCount
          ends &= ends &- 1
          cells[state.cellCount] = fastCell(bytes, state.cellStart, end, doubled: false)
          state.cellCount &+= 1
          state.cellStart = end &+ 1
        }
      } else {
        while ends != 0 {
          let bit = UInt64(ends.trailingZeroBitCount)
          let end = base &+ Int(bit)
          let upTo = ~0 &>> (63 &- bit) as UInt64
          ends &= ends &- 1
          let hasDoubled = state.doubled || doubled & upTo != 0
          state.doubled = false
          doubled &= ~upTo
          let endsRecord = recordEnds & upTo != 0
          if endsRecord && end == state.rowStart && width != 1 {
            state.blankLines.append((end, state.rowLine))
          } else {
            cells[state.cellCount] = fastCell(bytes, state.cellStart, end, doubled: hasDoubled)
            state.cellCount &+= 1
            if endsRecord {
              if end == state.rowStart { state.blankLines.append((end, state.rowLine)) }
              let cellCount = state.cellCount &- state.rowFirstCell
              if width == 0 { setWidth(cellCount) }
              rows[state.rowCount] = Row(
                firstCell: UInt32(truncatingIfNeeded: state.rowFirstCell),
                cellCount: UInt32(truncatingIfNeeded: cellCount),
                start: UInt32(truncatingIfNeeded: state.rowStart),
                line: UInt32(truncatingIfNeeded: state.rowLine &- firstLine))
              state.rowCount &+= 1
            }
          }
          state.cellStart = end &+ 1
          if endsRecord {
            recordEnds &= ~upTo
            let nextLine = state.line &+ (lineEnds & upTo).nonzeroBitCount
            state.cellStart = endRecord(bytes, end, limit: limit, on: nextLine &- 1)
            state.rowStart = state.cellStart
            state.rowLine = nextLine
            state.rowFirstCell = state.cellCount
          }
        }
        state.doubled = state.doubled || doubled != 0
      }
      state.inside = 0 &- (inside &>> 63)
      state.afterClosing = closing &>> 63
      state.afterBorder = borders &>> 63
      state.afterReturn = returns &>> 63
      state.afterQuote = quotes &>> 63
      state.line &+= lineEnds.nonzeroBitCount
    }
    return nil
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
  /// with one.
  @inline(__always)
  private func fastCell(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, doubled: Bool
  ) -> Cell {
    let quoted = bytes[start] == 0x22 && start < end
    let cut = quoted ? 1 : 0
    return Cell(
      start: start &+ cut, length: end &- start &- 2 &* cut, quoted: quoted, doubled: doubled)
  }

  /// Bit i of the result is the parity of bits 0...i.
  @inline(__always)
  private func prefixXor(_ word: UInt64) -> UInt64 {
    var word = word
    word ^= word &<< 1
    word ^= word &<< 2
    word ^= word &<< 4
    word ^= word &<< 8
    word ^= word &<< 16
    word ^= word &<< 32
    return word
  }
}
