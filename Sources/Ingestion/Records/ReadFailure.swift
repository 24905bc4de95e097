/// Why a file was not read to its end.
public enum ReadFailure: Error, Sendable, Equatable {
  /// The contents break a rule.
  case refused(ReadRefusal)
  /// The operating system would not give the bytes.
  case unreadable(SystemFault)
  /// The two readers gave different cells: a defect of this program, never of the file.
  case disagreement(ReaderDisagreement)
  /// Reading would take more memory than is allowed.
  case memory(MemoryNeed)
  /// The file is a workbook that cannot be read.
  case workbook(WorkbookRefusal)

  /// The stable code of the rule that is broken; nil where none is.
  public var code: String? {
    switch self {
    case .refused(let refusal): refusal.code.rawValue
    case .workbook(let refusal): refusal.code.rawValue
    case .unreadable, .disagreement, .memory: nil
    }
  }

  /// The refusal, if the file was refused.
  public var refusal: ReadRefusal? {
    if case .refused(let refusal) = self { refusal } else { nil }
  }
}

/// A rule that the contents of a file break, and where.
public struct ReadRefusal: Sendable, Equatable {
  /// The rule, always an `E_…` code.
  public var code: ReadCode
  /// The place; for an unterminated quote the line where it opened.
  public var location: ReadLocation
  /// Every code found up to there, this one included, in the order of their raw values. A fault of
  /// the encoding outranks one of the structure and stands beside codes of the encoding only.
  public var codes: [ReadCode]
  /// The encoding in force.
  public var encoding: TextEncoding
  /// How the encoding was known; advice differs between a guess and a declaration.
  public var encodingOrigin: EncodingOrigin
  /// The separator in force; nil if the encoding failed before.
  public var delimiter: UInt8?
  /// How the separator was known.
  public var delimiterOrigin: DelimiterOrigin?
  /// The limit in bytes that was passed, for `fieldTooLarge`.
  public var limit: Int?

  init(
    code: ReadCode, location: ReadLocation, codes: [ReadCode], encoding: TextEncoding,
    encodingOrigin: EncodingOrigin, delimiter: UInt8? = nil,
    delimiterOrigin: DelimiterOrigin? = nil, limit: Int? = nil
  ) {
    (self.code, self.location) = (code, location)
    self.codes = codes.sorted { $0.rawValue < $1.rawValue }
    (self.encoding, self.encodingOrigin) = (encoding, encodingOrigin)
    (self.delimiter, self.delimiterOrigin, self.limit) = (delimiter, delimiterOrigin, limit)
  }
}

/// A refusal by the operating system.
public struct SystemFault: Sendable, Equatable {
  /// What the system can be asked for.
  public enum Operation: Sendable {
    /// To open the file.
    case open
    /// To read from it.
    case read
  }
  /// The path as given by the caller.
  public var path: String
  /// What was asked for.
  public var operation: Operation
  /// The value of `errno`.
  public var errorNumber: Int32
}

/// A cell that the scanner and libcsv read differently.
public struct ReaderDisagreement: Sendable, Equatable {
  /// The first cell that differs.
  public var location: ReadLocation
  /// What differs, for the defect report.
  public var difference: Difference

  /// The kinds of difference.
  public enum Difference: String, Sendable {
    /// Other bytes in a cell.
    case bytes
    /// An empty cell, in quotes for one reader only.
    case quoting
    /// More or fewer cells in a record.
    case cellCount
    /// More or fewer records in a block.
    case rowCount
    /// libcsv did not read the block to its end.
    case stopped
  }
}
