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
  public private(set) var all: [Number] = []

  /// - Throws: what the reader of workbooks refuses: no workbook, damaged, too large.
  /// - Complexity: O(bytes unpacked).
  public init(_ bytes: [UInt8]) throws(ReadFailure) {
    try Workbook(ByteSource(bytes: bytes)).forEachNumber { all.append($0) }
  }
}

/// The numbers of one sheet.
final class NumberSink: XMLSink {
  private let formats: [CellFormat]
  private(set) var found: [(cell: String, value: Double)] = []

  private var cell = ""
  private var isNumber = false
  private var isPercent = false
  private var isValue = false
  private var value: [UInt8] = []

  init(formats: [CellFormat]) { self.formats = formats }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c":
      cell = attributes["r"] ?? ""
      isNumber = (attributes["t"] ?? "n") == "n"
      let style = attributes["s"].flatMap { Int($0) } ?? 0
      isPercent = formats.indices.contains(style) && formats[style] == .percent
      value.removeAll(keepingCapacity: true)
    case "v": isValue = true
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue { value.append(contentsOf: bytes) }
  }

  override func end(_ name: XMLName) {
    switch name {
    case "v": isValue = false
    case "c":
      guard isNumber, let number = Double(String(decoding: value, as: UTF8.self)) else { return }
      found.append((cell, isPercent ? number * 100 : number))
    default: break
    }
  }
}
