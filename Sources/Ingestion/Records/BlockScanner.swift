/// Finds cells and records in decoded text and every fault of structure, block by block.
///
/// Two scanners share the work and give the same result. The fast one takes 64 bytes at a time and
/// trusts that quotes stand only at the border of cells or doubled inside them; it checks that with a
/// few word operations. Where it does not hold, the exact one reads the record byte by byte and either
/// accepts it (a bare quote) or names the fault.
struct BlockScanner {
  /// The separator.
  let delimiter: UInt8
  /// The longest cell in bytes.
  let maxCellBytes: Int

  /// Cells of the header; 0 until it was read.
  private(set) var width = 0
  /// Line on which the next record starts.
  private(set) var line: Int
  /// Line ends outside quotes.
  private(set) var lineEnds = LineEnds()
  /// Line of the first CRLF, LF and CR.
  private(set) var firstLines = LineEnds()

  /// A scanner for text that begins on physical line `line`; with a `width`, of text below a header of
  /// that many cells.
  init(delimiter: UInt8, maxCellBytes: Int, line: Int = 1, width: Int = 0) {
    precondition(Self.canSeparate(delimiter))
    self.width = width
    self.delimiter = delimiter
    self.maxCellBytes = max(1, min(maxCellBytes, 1 << 30 - 1))
    self.line = line
  }

  /// A separator is one ASCII byte other than NUL, a quote or a line end.
  static func canSeparate(_ byte: UInt8) -> Bool {
    byte > 0 && byte < 0x80 && ![0x22, 0x0A, 0x0D].contains(byte)
  }

  /// How far a scan came.
  enum Outcome {
    /// All whole records were read; what is left begins here.
    case read(upTo: Int)
    /// A rule is broken in the record that begins at `upTo`. All records before are in the batch.
    case fault(ScanFault, upTo: Int)
    /// A quoted cell is longer than allowed and still open at the end of the text.
    case openBeyondLimit(ScanFault, upTo: Int)
  }

  /// Appends the records of `batch.text` from `start` on to the tables of the batch.
  ///
  /// `isFinal`: no text follows, so the last record needs no line end. Otherwise an unfinished record
  /// is left for the next call, which must find it again at its start. `feedMayFollow`: a CR at the
  /// very end may be half of a CRLF.
  /// - Complexity: O(bytes).
  mutating func scan(
    _ batch: inout RecordBatch, from start: Int, isFinal: Bool, feedMayFollow: Bool = true,
    map: SourceMap, log: inout DiagnosticLog
  ) -> Outcome {
    batch.text.pad()
    var limit = batch.text.count
    if !isFinal, feedMayFollow, limit > start, batch.text.bytes[limit - 1] == 0x0D { limit -= 1 }
    var position = start
    while position < limit {
      // A block beyond the limit of a cell is read by the exact scanner, which checks each cell.
      var doubtful = limit
      if limit - position <= maxCellBytes {
        doubtful = scanFast(&batch, from: &position, limit: limit, map: map, log: &log)
        if doubtful == limit && (!isFinal || position == limit) { break }
      }
      repeat {
        switch scanExact(batch: &batch, from: position, limit: limit, isFinal: isFinal) {
        case .record(let record):
          commit(record, to: &batch, at: position, map: map, log: &log)
          position = record.end
        case .unfinished:
          return .read(upTo: position)
        case .fault(let fault, let bareQuotes):
          note(bareQuotes, in: batch, map: map, log: &log)
          return .fault(fault, upTo: position)
        case .openBeyondLimit(let fault, let bareQuotes):
          note(bareQuotes, in: batch, map: map, log: &log)
          return .openBeyondLimit(fault, upTo: position)
        }
      } while position < doubtful
    }
    return .read(upTo: position)
  }

  /// Counts a line end at a byte of the record or blank line that began on `line`.
  mutating func count(_ end: LineEnd, on line: Int) {
    switch end {
    case .lf:
      if lineEnds.lf == 0 { firstLines.lf = line }
      lineEnds.lf += 1
    case .crlf:
      if lineEnds.crlf == 0 { firstLines.crlf = line }
      lineEnds.crlf += 1
    case .cr:
      if lineEnds.cr == 0 { firstLines.cr = line }
      lineEnds.cr += 1
    case .endOfText:
      break
    }
  }

  /// Counts more line ends that are LF, the first of them on `line`.
  mutating func addLineFeeds(_ count: Int, on line: Int) {
    if lineEnds.lf == 0 { firstLines.lf = line }
    lineEnds.lf += count
  }

  /// A line is empty between records: a record of a file of one column, nothing in another.
  mutating func noteBlankLine(
    at offset: Int, line: Int, in batch: borrowing RecordBatch, map: SourceMap,
    log: inout DiagnosticLog
  ) {
    log.note(
      .blankLine, at: ReadLocation(line: line, byte: map.offset(of: offset, in: batch.text)))
  }

  /// Adds what another scanner counted in the text that follows.
  mutating func absorb(_ other: BlockScanner) {
    let shift = line - 1
    for (path, first) in [
      (\LineEnds.lf, other.firstLines.lf), (\.crlf, other.firstLines.crlf),
      (\.cr, other.firstLines.cr),
    ] {
      if lineEnds[keyPath: path] == 0, first > 0 { firstLines[keyPath: path] = first + shift }
      lineEnds[keyPath: path] += other.lineEnds[keyPath: path]
    }
    line += other.line - 1
  }

  mutating func setWidth(_ cells: Int) { width = cells }
  mutating func setLine(_ number: Int) { line = number }
}

/// What ends a record.
enum LineEnd: Sendable { case lf, crlf, cr, endOfText }

/// A broken rule and its place in the text of a block.
struct ScanFault: Sendable, Equatable {
  var code: ReadCode
  /// Offset in the text of the block.
  var offset: Int
  var line: Int
  var record: Int
  /// From 1.
  var column: Int
}
