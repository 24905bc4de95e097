/// What can be said about a raw file. The raw value is the stable code of the reports: `E_…` refuses
/// the file, `W_…` is reported and the file is read.
public enum ReadCode: String, Sendable, Hashable, CaseIterable {
  /// No header: the file holds nothing, a mark or blank lines.
  case emptyFile = "E_EMPTY_FILE"
  /// A NUL character.
  case nul = "E_NUL"
  /// NUL bytes in such numbers that the file must be UTF-16 without a mark.
  case utf16WithoutMark = "E_UTF16_NO_BOM"
  /// Text after a closing quote.
  case strayAfterQuote = "E_STRAY_AFTER_QUOTE"
  /// Blanks before an opening quote.
  case spaceBeforeQuote = "E_SPACE_BEFORE_QUOTE"
  /// A quote that never closes.
  case unterminatedQuote = "E_UNTERMINATED_QUOTE"
  /// A cell or a record beyond the limit of the options.
  case fieldTooLarge = "E_FIELD_TOO_LARGE"
  /// Valid UTF-8 that ends inside a character.
  case truncatedUTF8 = "E_TRUNCATED_UTF8"
  /// Valid multibyte UTF-8 and invalid bytes in one file.
  case mixedEncoding = "E_MIXED_ENCODING"
  /// Neither UTF-8 nor provably Windows-1252.
  case encodingUnknown = "E_ENCODING_UNKNOWN"
  /// Invalid in the encoding that a mark or the caller declared.
  case invalidEncoding = "E_INVALID_ENCODING"

  /// A UTF-8 byte order mark.
  case byteOrderMark = "W_BOM"
  /// The file is UTF-16.
  case utf16 = "W_UTF16"
  /// The encoding was found by elimination.
  case encodingGuessed = "W_ENCODING_GUESSED"
  /// A quote inside an unquoted cell, kept as text.
  case bareQuote = "W_BARE_QUOTE"
  /// Some records end in LF, some in CRLF.
  case mixedLineEnds = "W_MIXED_EOL"
  /// Some records end in CR alone, others not.
  case loneReturn = "W_LONE_CR"
  /// Every record ends in CR alone.
  case returnLineEnds = "W_CR_EOL"
  /// Empty lines.
  case blankLine = "W_BLANK_LINE"
  /// Records with fewer cells than the header.
  case raggedShort = "W_RAGGED_SHORT"
  /// Records with more cells than the header.
  case raggedLong = "W_RAGGED_LONG"
  /// A header and no record.
  case headerOnly = "W_HEADER_ONLY"
  /// A heading that is empty or blank.
  case emptyHeading = "W_EMPTY_HEADER"
  /// A heading that repeats an earlier one.
  case duplicateHeading = "W_DUP_HEADER"
  /// Invisible characters in a cell.
  case zeroWidth = "W_ZERO_WIDTH"
  /// A cell that is not in normalisation form C.
  case notNFC = "W_NOT_NFC"
  /// Control characters in a cell.
  case control = "W_CONTROL"

  /// The file cannot be read any further.
  public var isRefusal: Bool { rawValue.hasPrefix("E_") }
}
