/// `xl/worksheets/sheetN.xml`: its cells in order, and what a person should know of them.
final class SheetSink: XMLSink {
  private let formats: [CellFormat]
  private let shared: SharedTextSink?
  private let is1904: Bool
  private(set) var text = SheetText()
  private(set) var notes = SheetNotes()
  /// Told the cell and the value of every number, a share of a cell in per cent times 100.
  var onNumber: ((String, Double) -> Void)?
  /// The cell that cannot be read, when the sink stopped.
  private(set) var fault: (cell: String, code: WorkbookRefusal.Code)?

  private var row = 0
  private var column = 0
  private var isRowHidden = false
  private var isRowFilled = false
  private var type = ""
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isValue = false
  private var isInline = false
  private var value: [UInt8] = []
  private var rich = RichText()

  init(formats: [CellFormat], shared: SharedTextSink?, is1904: Bool) {
    self.formats = formats
    self.shared = shared
    self.is1904 = is1904
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "row": startRow(attributes)
    case "c": startCell(attributes)
    case "v":
      isValue = true
      hasValue = true
    case "f": hasFormula = true
    case "is":
      isInline = true
      hasValue = true
      rich.clear()
    case "col":
      if attributes.isTrue("hidden"), let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first >= 1,
        last <= WorkbookLimits.columns,
        first <= last
      {
        notes.hiddenColumns.append(contentsOf: first...last)
      }
    case "mergeCell":
      if let area = attributes["ref"] { notes.merged.append(area) }
    default: if isInline { rich.start(name) }
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue { value.append(contentsOf: bytes) }
    if isInline { rich.append(bytes) }
  }

  override func end(_ name: XMLName) {
    switch name {
    case "v": isValue = false
    case "is":
      isInline = false
      value = RichText.unescaped(rich.bytes)
    case "c": endCell()
    case "row":
      if isRowHidden, isRowFilled { notes.hiddenRows.append(row) }
    default: if isInline { rich.end(name) }
    }
  }

  private func stop(_ code: WorkbookRefusal.Code) {
    if fault == nil { fault = (cellName, code) }
    isStopped = true
  }

  private var cellName: String { CellName.letters(max(column, 1)) + String(max(row, 1)) }

  private func startRow(_ attributes: XMLAttributes) {
    let number = attributes["r"].map { Int($0) ?? -1 } ?? row + 1
    guard number > row, number <= WorkbookLimits.rows else { return stop(.damaged) }
    row = number
    column = 0
    isRowHidden = attributes.isTrue("hidden")
    isRowFilled = false
  }

  private func startCell(_ attributes: XMLAttributes) {
    if let name = attributes["r"] {
      guard let place = CellName.parse(name), place.row == row, place.column > column else {
        return stop(.damaged)
      }
      column = place.column
    } else {
      column += 1
      guard row > 0, column <= WorkbookLimits.columns else { return stop(.damaged) }
    }
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    (hasFormula, hasValue) = (false, false)
    value.removeAll(keepingCapacity: true)
  }

  private func endCell() {
    guard !isStopped else { return }
    let place = (column: column, row: row)
    if hasFormula {
      notes.formulas.note(place)
      if !hasValue || value.isEmpty && type != "str" { notes.emptyFormulas.note(place) }
    }
    guard hasValue else { return }
    switch type {
    case "s":
      let index = String(decoding: value, as: UTF8.self).trimmingBlanks
      guard let number = Int(index), let found = shared?[number] else { return stop(.damaged) }
      fill(found)
    case "str": fill(RichText.unescaped(value)[...])
    case "b": fill(Array((value.first == 0x31 ? "TRUE" : "FALSE").utf8)[...])
    case "e":
      notes.errors.note(place)
      fill(value[...])
    case "inlineStr", "d": fill(value[...])
    default: number(place)
    }
  }

  private func number(_ place: (column: Int, row: Int)) {
    if value.isEmpty { return }
    let written = String(decoding: value, as: UTF8.self).trimmingBlanks
    guard let number = Double(written), number.isFinite else { return stop(.damaged) }
    let format = formats.indices.contains(style) ? formats[style] : .plain
    onNumber?(cellName, format == .percent ? number * 100 : number)
    let text: String?
    switch format {
    case .plain: text = nil
    case .percent:
      notes.percents.note(place)
      text = nil
    case .date:
      text =
        StoredNumber.date(number, is1904: is1904) ?? (number < 1 ? StoredNumber.time(number) : nil)
      if text == nil { notes.badDates.note(place) } else { notes.dates.note(place) }
    case .time: text = number < 1 || !is1904 ? StoredNumber.time(number) : nil
    }
    fill(Array((text ?? StoredNumber.plain(number)).utf8)[...])
  }

  private func fill(_ value: ArraySlice<UInt8>) {
    if value.contains(0) { return stop(.damaged) }
    isRowFilled = true
    text.append(value, row: row, column: column)
    if text.isTooLarge { stop(.tooLarge) }
  }
}

extension String {
  /// Without blanks around it; numbers are written by machines, but not by all alike.
  fileprivate var trimmingBlanks: String {
    guard utf8.first == 0x20 || utf8.last == 0x20 || utf8.contains(0x0A) else { return self }
    return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
