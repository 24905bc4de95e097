/// An export as a project names it, and what it says of its bytes, which overrules what the program
/// finds in them.
public struct NamedExport: Sendable, Hashable {
  /// Seen from the current folder; it may not exist.
  public var path: String
  public var delimiter: UInt8?
  /// The word as the project writes it.
  public var encoding: String?
  /// The sheet of a workbook, by its name or its number from 1.
  public var sheet: String?

  public init(
    path: String, delimiter: UInt8? = nil, encoding: String? = nil, sheet: String? = nil
  ) {
    self.path = path
    self.delimiter = delimiter
    self.encoding = encoding
    self.sheet = sheet
  }
}
