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

  /// Parses whole records; `atEnd` also takes a last one without a line end.
  /// - Returns: whether libcsv read everything.
  func parse(
    _ text: UnsafeRawBufferPointer, atEnd: Bool, comparing comparison: inout CellComparison
  ) -> Bool {
    withUnsafeMutablePointer(to: &comparison) { comparison in
      let read = csv_parse(
        parser, text.baseAddress, text.count, Self.takeCell, Self.endRow, comparison)
      // After an error csv_fini would deliver half a record.
      guard read == text.count else { return false }
      return !atEnd || csv_fini(parser, Self.takeCell, Self.endRow, comparison) == 0
    }
  }

  // A struct reached through a pointer: a class would cost an exclusivity check and a retain for each
  // cell.
  private static let takeCell:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, length, context in
      context!.assumingMemoryBound(to: CellComparison.self).pointee.take(bytes, length)
    }

  private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    context!.assumingMemoryBound(to: CellComparison.self).pointee.endRow()
  }
}
