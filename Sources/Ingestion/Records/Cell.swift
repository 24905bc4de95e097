/// One cell of a batch: where its bytes are and how it was written.
public struct Cell: Sendable, Equatable, BitwiseCopyable {
  /// Offset of the first byte in the bytes of the batch.
  public var start: UInt32
  /// Length and flags in one word.
  private var packed: UInt32

  private static let quoted: UInt32 = 1 << 31
  private static let doubled: UInt32 = 1 << 30

  @inline(__always)
  init(start: Int, length: Int, quoted: Bool, doubled: Bool) {
    self.start = UInt32(truncatingIfNeeded: start)
    packed =
      UInt32(truncatingIfNeeded: length) | (quoted ? Self.quoted : 0) | (doubled ? Self.doubled : 0)
  }

  /// A cell without bytes.
  static let empty = Cell(start: 0, length: 0, quoted: false, doubled: false)

  /// Number of bytes, below 1 GiB.
  public var length: Int { Int(packed & (Self.doubled - 1)) }
  /// The cell stood in quotes: tells `""` from nothing.
  public var wasQuoted: Bool { packed & Self.quoted != 0 }
  /// The cell held doubled quotes in the file; its bytes hold single ones.
  public var hadDoubledQuote: Bool { packed & Self.doubled != 0 }
  /// The bytes of the cell in the bytes of the batch.
  public var range: Range<Int> { Int(start)..<Int(start) + length }
  /// Nothing stands between the separators, not even quotes: no answer rather than an empty text.
  public var isAbsent: Bool { packed == 0 }
}

/// One record of a batch.
struct Row: Sendable, Equatable, BitwiseCopyable {
  /// Index of its first cell in the batch.
  var firstCell: UInt32
  /// Number of its cells, at least 1.
  var cellCount: UInt32
  /// Where it starts, in bytes of the file after the start of the batch.
  var start: UInt32
  /// Its first physical line, counted from the first line of the batch.
  var line: UInt32

  static let empty = Row(firstCell: 0, cellCount: 0, start: 0, line: 0)
}
