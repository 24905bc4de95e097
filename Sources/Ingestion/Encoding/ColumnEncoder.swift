internal import SurveyModel

/// Turns the cells of one column into codes, block after block.
///
/// A class, since it owns the dictionary's memory and frees it.
final class ColumnEncoder {
  /// What is kept of the texts.
  enum Mode: Sendable, Hashable {
    /// Every distinct text.
    case texts
    /// Only whether there is one, and which of these folded texts it is.
    case presence(marks: Set<String>)
  }

  let column: ExportColumn
  private let mode: Mode
  private var dictionary = ValueDictionary()
  private var codes = Codes()

  /// Stands for any text in a column of which only the presence is kept.
  private static let anyText = "…"
  /// Stands for one that holds an address or a number of a person.
  private static let personalText = PersonalMask.email
  /// Texts above this many bytes are no marks of a missing answer.
  private static let longestMark = 48

  init(_ column: ExportColumn, _ mode: Mode) {
    self.column = column
    self.mode = mode
    if case .presence = mode {
      _ = code(of: Self.anyText)
      _ = code(of: Self.personalText)
    }
  }

  deinit { dictionary.deallocate() }

  /// Appends the codes of one block's rows.
  ///
  /// - Parameter scratch: room for one code a row.
  func append(_ block: EncodingBlock, scratch: UnsafeMutableBufferPointer<UInt32>) {
    switch mode {
    case .texts: dictionary.look(up: UInt32(column.position), in: block, into: scratch)
    case .presence(let marks): appendPresence(block, scratch, marks)
    }
    codes.append(
      UnsafeBufferPointer(rebasing: scratch[..<block.rows.count]),
      widest: UInt32(dictionary.entryCount) + 1)
  }

  /// Appends the codes of a worker's piece: its texts take the codes that they have here, new ones
  /// those that they would have got here.
  ///
  /// - Parameter table: the codes here of the texts that the worker knew before; those of the piece's
  ///   own are added.
  func append(
    _ piece: EncodedPiece.Column, through table: inout [UInt32], linesBefore: Int,
    recordsBefore: Int
  ) {
    dictionary.appendCodes(
      of: piece.texts, linesBefore: UInt32(truncatingIfNeeded: linesBefore),
      recordsBefore: UInt32(truncatingIfNeeded: recordsBefore), to: &table)
    codes.append(
      piece.codes, through: table, widest: UInt32(dictionary.entryCount) + 1)
  }

  /// Bytes of a code.
  var codeBytes: Int {
    switch codes.storage {
    case .u8: 1
    case .u16: 2
    case .u32: 4
    }
  }
  /// Different texts, and their bytes together.
  var textCount: Int { dictionary.entryCount }
  var textBytes: Int { dictionary.arenaCount }

  /// Makes room for so many records in all.
  func reserve(_ records: Int) { codes.reserveCapacity(records) }

  /// Hands over the codes appended since the last time, and the texts that were new among them.
  func takePiece() -> EncodedPiece.Column {
    defer { codes = Codes() }
    return EncodedPiece.Column(codes: codes, texts: dictionary.takeTexts())
  }

  /// What was read; its codes are counted by whoever asks for the column.
  func finish() -> ReadColumn {
    ReadColumn(source: column, codes: codes, values: dictionary.values())
  }

  struct ReadColumn: Sendable {
    fileprivate let source: ExportColumn
    fileprivate let codes: Codes
    fileprivate let values: [DistinctValue]

    /// - Complexity: O(records).
    func column() -> EncodedColumn { EncodedColumn(column: source, codes: codes, values: values) }
  }

  private func appendPresence(
    _ block: EncodingBlock, _ scratch: UnsafeMutableBufferPointer<UInt32>, _ marks: Set<String>
  ) {
    let position = UInt32(column.position)
    for (index, row) in block.rows.enumerated() {
      guard position < row.cellCount else {
        scratch[index] = ValueDictionary.unquotedEmpty
        continue
      }
      let cell = block.cells[Int(row.firstCell + position)]
      let length = cell.length
      let text = UnsafeBufferPointer(start: block.bytes + Int(cell.start), count: length)
      if length == 0 {
        scratch[index] =
          cell.wasQuoted ? ValueDictionary.quotedEmpty : ValueDictionary.unquotedEmpty
      } else if text.allSatisfy({ $0 <= 0x20 }) {
        scratch[index] = ValueDictionary.quotedEmpty
      } else if !marks.isEmpty, length <= Self.longestMark,
        marks.contains(foldedLabel(String(decoding: text, as: UTF8.self)))
      {
        scratch[index] = dictionary.code(
          of: text.baseAddress!, length: length, line: row.line, record: row.record)
      } else if text[0] == UInt8(ascii: "#"), length <= Self.longestMark,
        SpreadsheetAccident.isError(trimmedText(String(decoding: text, as: UTF8.self)))
      {
        scratch[index] = dictionary.code(
          of: text.baseAddress!, length: length, line: row.line, record: row.record)
      } else {
        scratch[index] =
          !PersonalSigns(text).areNone
            && PersonalMask.finds(in: String(decoding: text, as: UTF8.self))
          ? ValueDictionary.firstText + 1 : ValueDictionary.firstText
      }
    }
  }

  private func code(of text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return (bytes + Array(repeating: 0, count: ValueDictionary.padding)).withUnsafeBufferPointer {
      dictionary.code(of: $0.baseAddress!, length: bytes.count, line: 0, record: 0)
    }
  }
}

/// One block of records as the encoders see it.
struct EncodingBlock {
  struct Row: Sendable {
    var firstCell: UInt32
    var cellCount: UInt32
    var line: UInt32
    var record: UInt32
  }
  let bytes: UnsafePointer<UInt8>
  let cells: UnsafePointer<Cell>
  /// The records that are kept.
  let rows: UnsafeBufferPointer<Row>
}
