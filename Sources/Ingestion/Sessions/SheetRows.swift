internal import SurveyModel

/// A sheet as cells: the lines of its head, its headings, its rows.
struct SheetRows {
  struct Row {
    var line: Int
    var record: Int
    var cells: [String]

    subscript(column: Int?) -> String {
      column.map { $0 < cells.count ? cells[$0] : "" } ?? ""
    }
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  let file: String
  /// The sheet of a workbook that it was read from.
  private(set) var workbook: WorkbookReport?
  /// What it holds, whatever file it stands in: the cells of its filled rows, as bytes.
  private(set) var content: [UInt8] = []
  var head: [(key: SheetWords.Key, row: Row)] = []
  /// Lines above the headings that no key stands on.
  var unknown: [Row] = []
  var headings: Row?
  /// Those that hold anything.
  var rows: [Row] = []

  /// - Throws: when the bytes are no text in cells.
  init(_ bytes: [UInt8], file: String) throws(ReadFailure) {
    self.file = file
    var (all, workbook) = try Self.cells(bytes, delimiter: nil)
    self.workbook = workbook
    // A head of two columns says little about the separator: the keys do.
    for delimiter in [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09] where !Self.isSheet(all) {
      if let other = try? Self.cells(bytes, delimiter: delimiter).rows, Self.isSheet(other) {
        all = other
      }
    }
    content = Self.content(all)
    var rest = all[...]
    while let row = rest.first {
      if row.isBlank || row.cells[0].hasPrefix(Self.remark) {
        rest = rest.dropFirst()
        continue
      }
      if row.cells.contains(where: { SheetWords.column($0).map(Self.leading.contains) == true }) {
        headings = row
        rest = rest.dropFirst()
        break
      }
      if let key = SheetWords.key(row.cells[0]) {
        head.append((key, row))
      } else {
        unknown.append(row)
      }
      rest = rest.dropFirst()
    }
    rows = rest.filter { !$0.isBlank }
  }

  /// What a line of help above the headings starts with.
  static let remark = "#"

  /// Columns that no line of a head starts with: the row that holds one is that of the headings.
  static let leading: Set<SheetWords.Column> = [
    .statement, .proposals, .shortcomings, .need, .objective, .indicator, .action, .priority,
  ]

  private static func isSheet(_ rows: [Row]) -> Bool {
    guard let first = rows.first(where: { !$0.isBlank }) else { return false }
    return SheetWords.key(first.cells[0]) != nil && first.cells.count > 1
  }

  private static func cells(
    _ bytes: [UInt8], delimiter: UInt8?
  ) throws(ReadFailure) -> (rows: [Row], workbook: WorkbookReport?) {
    var reader = try RecordReader(bytes: bytes, options: ReadOptions(delimiter: delimiter))
    var batch = RecordBatch()
    var rows: [Row] = []
    while try reader.next(into: &batch) {
      for row in 0..<batch.rowCount {
        var cells = batch.cellIndices(ofRow: row).map {
          trimmedText(batch.string(batch.cell($0)))
        }
        while cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
        let record = batch.record(ofRow: row)
        // Records of a workbook are its rows, whatever line breaks its cells hold.
        let line = reader.workbook == nil ? batch.line(ofRow: row) : record
        rows.append(Row(line: line, record: record, cells: cells))
      }
    }
    return (rows, reader.workbook)
  }

  private static func content(_ rows: [Row]) -> [UInt8] {
    var out: [UInt8] = []
    var isHead = true
    for row in rows where !row.isBlank {
      // One spreadsheet writes 14/03/2024, another one 2024-03-14.
      isHead = isHead && SheetWords.column(row.cells[0]).map(leading.contains) != true
      let isDate = isHead && SheetWords.key(row.cells[0]) == .date
      for cell in row.cells {
        let day = isDate ? SheetDate.read(cell).map(String.init) : nil
        out += (day ?? cell).utf8
        out.append(0x1F)
      }
      out.append(0x1E)
    }
    return out
  }
}
