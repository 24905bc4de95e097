// What happens to a batch between scanning and delivery, and at the end of the file.

extension RecordReader {
  /// Checks the rows of a batch, then gives every cell its final bytes.
  mutating func finish(
    _ batch: inout RecordBatch, upTo end: Int, map: SourceMap, isLast: Bool, verify: Bool
  ) throws(ReadFailure) {
    guard batch.rowCount > 0 else { return }
    if map.encoding != .utf8 { batch.mapRows(map) }
    batch.noteRagged(width: scanner.width, log: &log)
    TextCheck.run(on: batch, upTo: end, map: map, log: &log)
    // What nobody else holds is changed in place.
    let written = verify ? batch.text : TextBuffer()
    batch.undoubleQuotes()
    if verify {
      verifiedBlocks += 1
      if let beside {
        beside.read(batch, of: written, upTo: end, atEnd: isLast)
      } else if let difference = second?.difference(
        in: batch, of: written, upTo: end, atEnd: isLast)
      {
        throw .disagreement(difference)
      }
    }
    // Headings are compared by their final text.
    if batch.firstRecord == 1 { HeaderCheck.run(on: batch, log: &log) }
  }

  /// Everything was read.
  mutating func finishFile() throws(ReadFailure) {
    if !isVerifiedLater { try beside?.agree() }
    guard nextRecord > 1 else {
      throw failure(.emptyFile, ReadLocation())
    }
    if nextRecord == 2 { log.note(.headerOnly) }
  }

  /// The refusal for a fault of structure, unless the rest of the file turns out to be no text: a
  /// fault of the encoding outranks it.
  mutating func refusal(_ fault: ScanFault, _ byte: Int) throws(ReadFailure) -> ReadFailure {
    var discarded = TextBuffer()
    while !text.atEnd {
      discarded.truncate(to: 0)
      try text.fill(&discarded, from: source, wanted: 1 << 20)
    }
    return failure(
      fault.code,
      ReadLocation(line: fault.line, record: fault.record, column: fault.column, byte: byte))
  }

  /// A quoted cell is longer than allowed and still open: reads on only to learn whether it closes.
  mutating func refusalOfOpenCell(
    _ fault: ScanFault, _ byte: Int
  ) throws(ReadFailure) -> ReadFailure {
    var fault = fault
    var piece = TextBuffer()
    var afterQuote = false
    search: while !text.atEnd {
      piece.truncate(to: 0)
      try text.fill(&piece, from: source, wanted: 1 << 20)
      for byte in piece.bytes[..<piece.count] {
        if byte == 0x22 {
          afterQuote.toggle()
        } else if afterQuote {
          break search
        }
      }
    }
    if afterQuote { fault.code = .fieldTooLarge }
    return try refusal(fault, byte)
  }

  /// A record that outgrows the limit of the options.
  func checkRecordLength(
    _ batch: borrowing RecordBatch, start: Int, map: SourceMap
  ) throws(ReadFailure) {
    guard batch.text.count - start > min(options.maxRecordBytes, 1 << 30) else { return }
    throw failure(
      .fieldTooLarge,
      ReadLocation(
        line: scanner.line, record: batch.firstRecord, byte: map.offset(of: start, in: batch.text)))
  }

  private func failure(_ code: ReadCode, _ location: ReadLocation) -> ReadFailure {
    let found = report.codes + [code]
    return .refused(
      ReadRefusal(
        code: code, location: location, codes: Array(Set(found)), encoding: text.encoding,
        encodingOrigin: text.origin, delimiter: scanner.delimiter, delimiterOrigin: delimiterOrigin,
        limit: code == .fieldTooLarge
          ? (location.column == nil ? options.maxRecordBytes : options.maxCellBytes) : nil))
  }
}

extension RecordBatch {
  /// Notes records with fewer or more cells than the header.
  func noteRagged(width: Int, log: inout DiagnosticLog) {
    for row in 0..<rowCount {
      let count = cellCount(ofRow: row)
      if count < width {
        log.note(.raggedShort, at: location(ofRow: row, column: count - 1))
      } else if count > width {
        log.note(.raggedLong, at: location(ofRow: row, column: width))
      }
    }
  }

  /// Rewrites the starts of the rows from places in the text to places in the file.
  mutating func mapRows(_ map: SourceMap) {
    var (position, offset) = (0, 0)
    for index in 0..<rows.count {
      let start = Int(rows[index].start)
      offset += map.fileLength(of: position..<start, in: text.bytes)
      position = start
      rows[index].start = UInt32(offset)
    }
  }
}
