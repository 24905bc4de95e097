internal import CCSV

/// The parser of libcsv, fed with whole records.
///
/// Blanks are kept, and an empty cell without quotes differs from `""`. libcsv never sees text that
/// the scanner refuses, so its lenient readings (a quote that never closes, text after a quote) cannot
/// occur.
struct LibcsvParser: ~Copyable {
  private let parser: UnsafeMutablePointer<csv_parser>

  /// A parser for one separator.
  init(delimiter: UInt8) {
    parser = .allocate(capacity: 1)
    let status = csv_init(parser, UInt8(CSV_EMPTY_IS_NULL))
    precondition(status == 0, "csv_init fails for a null pointer only")
    csv_set_delim(parser, delimiter)
    csv_set_quote(parser, 0x22)
    csv_set_space_func(parser) { _ in 0 }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  /// Where the callbacks put what they get. A struct reached through a pointer: a class would cost an
  /// exclusivity check and a retain for each cell.
  struct Sink {
    var bytes: UnsafeMutableBufferPointer<UInt8>
    var cells: UnsafeMutableBufferPointer<Cell>
    /// Cells of each record.
    var rows: UnsafeMutableBufferPointer<UInt32>
    var byteCount = 0
    var cellCount = 0
    var rowCount = 0
    var cellsInRow: UInt32 = 0
    /// libcsv delivered more than the scanner found room for.
    var overflow = false
  }

  /// Parses whole records; `atEnd` also takes a last one without a line end.
  /// - Returns: whether libcsv read everything.
  func parse(_ text: UnsafeRawBufferPointer, atEnd: Bool, into sink: inout Sink) -> Bool {
    withUnsafeMutablePointer(to: &sink) { sink in
      let read = csv_parse(parser, text.baseAddress, text.count, Self.takeCell, Self.takeRow, sink)
      // After an error csv_fini would deliver half a record.
      guard read == text.count else { return false }
      return !atEnd || csv_fini(parser, Self.takeCell, Self.takeRow, sink) == 0
    }
  }

  private static let takeCell:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      data, length, context in
      let sink = context!.assumingMemoryBound(to: Sink.self)
      let start = sink.pointee.byteCount
      let index = sink.pointee.cellCount
      guard index < sink.pointee.cells.count, length <= sink.pointee.bytes.count - start else {
        sink.pointee.overflow = true
        return
      }
      if length > 0, let data {
        UnsafeMutableRawPointer(sink.pointee.bytes.baseAddress! + start)
          .copyMemory(from: data, byteCount: length)
      }
      // Only of an empty cell does libcsv say whether it stood in quotes.
      sink.pointee.cells[index] = Cell(
        start: start, length: length, quoted: length == 0 && data != nil, doubled: false)
      sink.pointee.byteCount = start &+ length
      sink.pointee.cellCount = index &+ 1
      sink.pointee.cellsInRow &+= 1
    }

  private static let takeRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    let sink = context!.assumingMemoryBound(to: Sink.self)
    let index = sink.pointee.rowCount
    guard index < sink.pointee.rows.count else {
      sink.pointee.overflow = true
      return
    }
    sink.pointee.rows[index] = sink.pointee.cellsInRow
    sink.pointee.cellsInRow = 0
    sink.pointee.rowCount = index &+ 1
  }
}
