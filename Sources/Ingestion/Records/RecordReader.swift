/// Reads the records of one raw file in order, block by block, in bounded memory.
///
///     var reader = try RecordReader(path: "export.csv", options: ReadOptions())
///     var batch = RecordBatch()
///     while try reader.next(into: &batch) { … }
///     let report = reader.report
///
/// The scanner finds the cells and every fault; libcsv reads the same blocks (all of a small file, a
/// share of a large one, see `ReadOptions.Verification`) and its cells are compared one by one.
/// The result does not depend on `chunkBytes`. Not for fixed-width files or spreadsheets.
public struct RecordReader: ~Copyable {
  /// The options as given.
  public let options: ReadOptions

  let source: ByteSource
  var text: TextSource
  var scanner: BlockScanner
  var second: SecondReading?
  /// Reads instead of `second` where there is a thread for it.
  let beside: BackgroundReading?
  /// The end of the file does not wait for `beside`: whoever sets this does.
  var isVerifiedLater = false
  var log = DiagnosticLog()
  let delimiterOrigin: DelimiterOrigin
  /// The sheet whose text is read; `nil` for a text file.
  let workbook: WorkbookReport?
  let verifiedShare: Int
  /// The beginning of a record whose end was not read yet.
  var rest: [UInt8] = []
  /// Offset in the file of the rest, and the number of the next record.
  var nextByte: Int
  var nextRecord = 1
  var blocks = 0
  var verifiedBlocks = 0
  var finished = false

  /// Opens a file and finds its encoding and separator unless they are given.
  /// - Throws: `unreadable`, or a refusal if its beginning is no text.
  public init(path: String, options: ReadOptions = ReadOptions()) throws(ReadFailure) {
    let file = try ByteSource(path: path)
    if let sheet = try Workbook.sheet(of: file, options) {
      try self.init(ByteSource(bytes: sheet.text), options, sheet.report)
    } else {
      try self.init(file, options, nil)
    }
  }

  /// Reads bytes in memory.
  public init(bytes: [UInt8], options: ReadOptions = ReadOptions()) throws(ReadFailure) {
    let source = ByteSource(bytes: bytes)
    if let sheet = try Workbook.sheet(of: source, options) {
      try self.init(ByteSource(bytes: sheet.text), options, sheet.report)
    } else {
      try self.init(source, options, nil)
    }
  }

  private init(
    _ source: consuming ByteSource, _ asked: ReadOptions, _ workbook: WorkbookReport?
  ) throws(ReadFailure) {
    var options = asked
    self.workbook = workbook
    // The text of a sheet is ours: nothing of it is guessed.
    if workbook != nil { (options.delimiter, options.encoding) = (0x2C, .utf8) }
    var text = try TextSource(source, declared: options.encoding)
    let preamble = try Preamble(source, options, isSheet: workbook != nil)
    text.skip(preamble.separatorLine?.length ?? 0)
    let size = source.size
    verifiedShare =
      switch options.verification {
      case .automatic: size < ReaderLimits.bothReadersBelow ? 1 : ReaderLimits.verifiedShare
      case .all: 1
      case .every(let share): max(1, share)
      case .none: 0
      }
    scanner = BlockScanner(
      delimiter: preamble.delimiter, maxCellBytes: options.maxCellBytes,
      line: preamble.separatorLine == nil ? 1 : 2)
    let isBeside = verifiedShare == 1 && options.jobs > 1 && size >= options.chunkBytes
    beside = isBeside ? BackgroundReading(delimiter: preamble.delimiter) : nil
    second =
      verifiedShare > 0 && !isBeside ? SecondReading(delimiter: preamble.delimiter) : nil
    delimiterOrigin = preamble.origin
    nextByte = text.position
    (self.text, self.options) = (text, options)
    self.source = source
  }

  /// Reads the next records into `batch`, whose memory is used again.
  /// - Returns: false at the end; the batch is then empty.
  /// - Throws: a refusal where the first rule is broken. Records before it in the same block are not
  ///   delivered; the report still counts what was noticed. The reader is of no use afterwards.
  /// - Complexity: O(bytes read). Memory is a small multiple of `chunkBytes` or of the longest record.
  public mutating func next(into batch: inout RecordBatch) throws(ReadFailure) -> Bool {
    // libcsv may still read the last block: to empty that is to copy it first.
    let isShared = beside != nil && batch.rowCount > 0
    if isShared { batch = RecordBatch(as: batch) } else { batch.clear() }
    guard !finished else { return false }
    (batch.firstRecord, batch.firstLine, batch.firstByte) = (nextRecord, scanner.line, nextByte)
    batch.text.append(rest[...])
    var start = 0
    while true {
      let chunk = max(1, min(options.chunkBytes, 1 << 28))
      let held = batch.text.count
      // A long record is read in growing steps, so that scanning it again stays linear.
      let wanted = held < 4096 ? chunk : max(chunk, held)
      if !text.atEnd { try text.fill(&batch.text, from: source, wanted: wanted) }
      let map = SourceMap(encoding: text.encoding, base: batch.firstByte)
      let outcome = scanner.scan(&batch, from: start, isFinal: text.atEnd, map: map, log: &log)
      switch outcome {
      case .fault(let fault, let end):
        try beside?.agree()
        let byte = map.offset(of: fault.offset, in: batch.text)
        try finish(&batch, upTo: end, map: map, isLast: false, verify: false)
        throw try refusal(fault, byte)
      case .openBeyondLimit(let fault, let end):
        try beside?.agree()
        let byte = map.offset(of: fault.offset, in: batch.text)
        try finish(&batch, upTo: end, map: map, isLast: false, verify: false)
        throw try refusalOfOpenCell(fault, byte)
      case .read(let end):
        start = end
      }
      if batch.rowCount > 0 || text.atEnd { break }
      try checkRecordLength(batch, start: start, map: map)
      // Blank lines only: nothing of them is needed any more.
      if start > 0 {
        batch.firstByte = map.offset(of: start, in: batch.text)
        batch.firstLine = scanner.line
        batch.text.dropFirst(start)
        start = 0
      }
    }
    let map = SourceMap(encoding: text.encoding, base: batch.firstByte)
    rest = Array(batch.text.bytes[start..<batch.text.count])
    nextByte = map.offset(of: start, in: batch.text)
    nextRecord += batch.rowCount
    finished = text.atEnd
    if batch.rowCount == 0 {
      try finishFile()
      return false
    }
    blocks += 1
    let verify = verifiedShare > 0 && (blocks - 1) % verifiedShare == 0
    try finish(&batch, upTo: start, map: map, isLast: text.atEnd, verify: verify)
    if finished { try finishFile() }
    return true
  }
}
