internal import SurveyModel

/// How much memory an export takes at most while it is read and tabulated, and whether that is
/// allowed.
///
/// The promise, in bytes, which `--memory-limit` holds the program to:
///
///     24 MiB                                  the program, and what one thread reads at a time
///     + 8 MiB × (threads - 1)                 what each other thread does
///     + 16 KiB × columns × threads            what is known of each column that is read
///     + records × (2 × Σ code bytes + 12)     the columns that are read: a code a record, 1 byte
///                                             up to 254 different answers, 2 up to 65 534, else 4;
///                                             as found and as understood; and weights
///     + 192 × different answers               of all columns that are read
///     + 4 × the bytes of different answers
///
/// Answers to open questions of a questionnaire stay in the file: whether there is one takes one
/// code. Without a questionnaire every column is read, and each different text is an answer.
public struct MemoryNeed: Sendable, Equatable {
  /// The peak so far, or the one that the part read so far lets expect, in bytes.
  public var bytes: Int
  public var limit: Int
  /// Records that the file holds, as far as its beginning tells.
  public var records: Int

  static let program = 24 << 20
  static let thread = 8 << 20
  static let column = 16 << 10

  /// - Parameters:
  ///   - columns: those that are read.
  ///   - codeBytes: of one record, all columns together.
  ///   - texts: different answers of all columns, and `textBytes` their length together.
  static func bytes(
    columns: Int, records: Int, codeBytes: Int, texts: Int, textBytes: Int, workers: Int
  ) -> Int {
    program + thread * (workers - 1) + column * columns * workers
      + records * (2 * codeBytes + 12) + 192 * texts + 4 * textBytes
  }
}

extension ExportEncoding {
  /// Stops as soon as the file is known to need more than is allowed: at the first block where its
  /// size lets expect too many records, else where the limit is passed.
  func checkMemory(bytesRead: Int) throws(ReadFailure) {
    guard let limit else { return }
    var need = MemoryNeed(bytes: 0, limit: limit, records: kept)
    // A prediction from less than a megabyte would be about the first records only.
    if size > bytesRead, bytesRead >= 1 << 20 {
      need.records = Int(Double(kept) * Double(size) / Double(bytesRead))
    }
    need.bytes = MemoryNeed.bytes(
      columns: encoders.count, records: need.records,
      codeBytes: encoders.reduce(0) { $0 + $1.codeBytes },
      texts: encoders.reduce(0) { $0 + $1.textCount },
      textBytes: encoders.reduce(0) { $0 + $1.textBytes }, workers: workers)
    if need.bytes > limit { throw .memory(need) }
  }
}
