/// How to read a raw file.
public struct ReadOptions: Sendable, Equatable {
  /// The separator, one ASCII byte other than a quote or a line end; nil to find it.
  public var delimiter: UInt8?
  /// The encoding; nil to find it. A byte order mark wins over it.
  public var encoding: TextEncoding?
  /// The sheet of a workbook, by its name or its number from 1; nil for the first one shown.
  public var sheet: String?
  /// The longest cell in bytes of UTF-8 as written, outer quotes left out; at most 1 GiB.
  public var maxCellBytes = 16 << 20
  /// The longest record in bytes of UTF-8 as written; at most 1 GiB.
  public var maxRecordBytes = 256 << 20
  /// How much of the file is read at a time, in bytes, at most 256 MiB. The result does not depend on
  /// it.
  public var chunkBytes = 1 << 18
  /// How much memory an export may take while it is read and tabulated, in bytes; nil for no limit.
  /// See `MemoryNeed`. Records by themselves take little, whatever the file.
  public var memoryLimit: Int?
  /// Which blocks both readers read.
  public var verification = Verification.automatic
  /// Threads that read one file: with two or more, libcsv verifies beside the scanner. The result does
  /// not depend on it.
  public var jobs = 1

  /// Whether a byte can be a separator: ASCII, and none of NUL, quote and line ends. A reader traps on
  /// any other.
  public static func canSeparate(_ byte: UInt8) -> Bool { BlockScanner.canSeparate(byte) }

  /// The default options, but for what is given.
  public init(
    delimiter: UInt8? = nil, encoding: TextEncoding? = nil, sheet: String? = nil
  ) {
    (self.delimiter, self.encoding, self.sheet) = (delimiter, encoding, sheet)
  }

  /// Which blocks are read by libcsv as well as by the scanner, and compared cell for cell.
  public enum Verification: Sendable, Equatable {
    /// All blocks of a file below `ReaderLimits.bothReadersBelow`, every 64th of a larger one.
    case automatic
    /// All blocks.
    case all
    /// The first block and then every n-th one.
    case every(Int)
    /// None: what was verified before, and measurements.
    case none
  }
}

/// Limits of the reader.
public enum ReaderLimits {
  /// Files below this size in bytes are read by both readers, block by block.
  public static let bothReadersBelow = 64 << 20
  /// In larger files libcsv verifies the first block and then every n-th.
  public static let verifiedShare = 64
  /// Bytes of text looked at to find the separator.
  public static let sniffedBytes = 1 << 20
  /// Records looked at to find the separator.
  public static let sniffedRecords = 200
  /// Places kept of each diagnostic.
  public static let keptLocations = 10
}
