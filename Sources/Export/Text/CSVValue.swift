/// The two forms in which CSV files are written.
public enum CSVForm: String, Sendable, CaseIterable {
  /// Comma, decimal point, UTF-8, LF: for programs. Headings are English words that do not change
  /// with the language.
  case international = "csv"
  /// Semicolon, decimal comma, UTF-8 with BOM, CRLF: for a French spreadsheet. The same columns,
  /// with French headings and words.
  case french = "fr.csv"
}

/// What a CSV cell holds.
public enum CSVValue: Sendable, Hashable {
  case text(String)
  case whole(Int)
  /// In full: the shortest decimal that reads back as the same number.
  case real(Double)
  case empty
  /// Written as it is.
  case ready(ReadyCells)
}

extension Figure {
  /// The number in full.
  var cell: CSVValue {
    if case .whole(let value) = quantity { return .whole(value) }
    return real.map { .real($0) } ?? .empty
  }
}

/// One cell or several of a record as they are written, for those that come many times.
public struct ReadyCells: Sendable, Hashable {
  let bytes: [UInt8]
  /// One empty cell.
  static let empty = ReadyCells(bytes: [])
}
