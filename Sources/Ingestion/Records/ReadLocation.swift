/// A place in a raw file. What is unknown or makes no sense is nil.
public struct ReadLocation: Sendable, Hashable {
  /// Physical line, from 1; LF, CRLF and CR end one, also inside quotes.
  public var line: Int?
  /// Record, from 1, the header being 1; blank lines are no records.
  public var record: Int?
  /// Column, from 1.
  public var column: Int?
  /// Offset in the file in bytes, from 0, the byte order mark counted.
  public var byte: Int?

  /// A place; leave out what is unknown.
  public init(line: Int? = nil, record: Int? = nil, column: Int? = nil, byte: Int? = nil) {
    (self.line, self.record, self.column, self.byte) = (line, record, column, byte)
  }
}
