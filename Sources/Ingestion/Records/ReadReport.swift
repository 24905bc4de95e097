/// What was learnt while reading a raw file.
public struct ReadReport: Sendable, Equatable {
  /// The encoding of the file.
  public var encoding = TextEncoding.utf8
  /// How it was known.
  public var encodingOrigin = EncodingOrigin.validUTF8
  /// The file begins with a byte order mark.
  public var hasMark = false
  /// The separator.
  public var delimiter = UInt8(ascii: ",")
  /// How it was known.
  public var delimiterOrigin = DelimiterOrigin.declared
  /// How the records end.
  public var lineEnds = LineEnds()
  /// Cells of the header.
  public var width = 0
  /// Records, the header included; blank lines of a file of several columns are none.
  public var recordCount = 0
  /// Physical lines.
  public var lineCount = 0
  /// Bytes read from the file.
  public var byteCount = 0
  /// Blocks the file was read in.
  public var blockCount = 0
  /// Blocks that both readers read, and agreed on.
  public var verifiedBlockCount = 0
  /// The sheet that was read; nil for a text file.
  public var workbook: WorkbookReport?
  /// What was noticed, in the order of the codes' raw values.
  public var diagnostics: [ReadDiagnostic] = []

  /// The codes of the diagnostics.
  public var codes: [ReadCode] { diagnostics.map(\.code) }
}

/// How often each line end closes a record or a blank line.
public struct LineEnds: Sendable, Equatable {
  /// LF alone.
  public var lf = 0
  /// CR LF.
  public var crlf = 0
  /// CR alone.
  public var cr = 0
}

/// One kind of thing noticed in a file.
public struct ReadDiagnostic: Sendable, Equatable {
  /// What was noticed, always a `W_…` code.
  public var code: ReadCode
  /// How often: cells, records, lines or 1 for the file as a whole.
  public var count: Int
  /// The first few places.
  public var locations: [ReadLocation]
}
