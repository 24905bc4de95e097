/// Every number that the sheets of a workbook show, with its place: what a check of results reads.
public struct WorkbookNumbers: Sendable {
  public struct Number: Sendable, Hashable {
    public var sheet: String
    /// `B12`
    public var cell: String
    /// As it is shown: a share of a cell formatted in per cent is times 100.
    public var value: Double
  }
  /// Sheet by sheet, row by row.
  public let all: [Number]

  /// - Throws: what the reader of workbooks refuses: no workbook, damaged, too large.
  /// - Complexity: O(bytes unpacked).
  public init(_ bytes: [UInt8]) throws(ReadFailure) {
    var found: [Number] = []
    try Workbook(ByteSource(bytes: bytes)).forEachNumber { found.append($0) }
    all = found
  }
}
