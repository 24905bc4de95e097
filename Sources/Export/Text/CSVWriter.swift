/// Writes CSV records: cells quoted where they must be, texts that a spreadsheet would run as a
/// formula made harmless.
public struct CSVWriter: Sendable {
  private let form: CSVForm
  private var out: [UInt8] = []
  /// A cell of the record was written.
  private var isInRecord = false

  public init(_ form: CSVForm) {
    self.form = form
    if form == .french { out = [0xEF, 0xBB, 0xBF] }
  }

  /// All that was written.
  public var bytes: [UInt8] { out }
  public var text: String { String(decoding: out, as: UTF8.self) }

  public mutating func record(_ cells: [CSVValue]) {
    for cell in cells { append(cell) }
    endRecord()
  }

  /// The next cell of a record, which `endRecord` ends.
  mutating func append(_ cell: CSVValue) {
    beginCell()
    switch cell {
    case .text(let text): write(text)
    case .whole(let value): out.append(number: value)
    case .real(let value): number(value)
    case .empty: break
    case .ready(let cells): out += cells.bytes
    }
  }

  mutating func append(_ value: Int?) {
    beginCell()
    if let value { out.append(number: value) }
  }

  mutating func append(_ value: Double?) {
    beginCell()
    if let value { number(value) }
  }

  /// The number in full; an empty cell where there is none.
  mutating func append(_ figure: Figure?) {
    beginCell()
    guard let figure else { return }
    if case .whole(let value) = figure.quantity {
      out.append(number: value)
    } else if let value = figure.real {
      number(value)
    }
  }

  /// The number as it is printed, in plain form.
  mutating func append(printed figure: Figure) {
    beginCell()
    if let number = figure.rounded { NumberStyle.plain.write(number, to: &out) }
  }

  /// Cells that `ready` made.
  mutating func append(_ cells: ReadyCells) {
    beginCell()
    out += cells.bytes
  }

  private mutating func beginCell() {
    if isInRecord { out.append(UInt8(ascii: form == .french ? ";" : ",")) }
    isInRecord = true
  }

  mutating func endRecord() {
    isInRecord = false
    if form == .french { out.append(UInt8(ascii: "\r")) }
    out.append(UInt8(ascii: "\n"))
  }

  /// Cells that stand side by side in many records, made once.
  func ready(_ cells: [CSVValue]) -> ReadyCells {
    var writer = CSVWriter(form)
    writer.out = []
    writer.out.reserveCapacity(128)
    for cell in cells { writer.append(cell) }
    return ReadyCells(bytes: writer.out)
  }

  /// Cells that were made apart, side by side.
  func joined(_ parts: [ReadyCells]) -> ReadyCells {
    var writer = CSVWriter(form)
    writer.out = []
    writer.out.reserveCapacity(parts.reduce(parts.count) { $0 + $1.bytes.count })
    for part in parts { writer.append(part) }
    return ReadyCells(bytes: writer.out)
  }

  private mutating func number(_ value: Double) {
    guard value.isFinite else { return }
    if value == value.rounded(), value.magnitude < 1e15 {
      out.append(number: Int(value))
      return
    }
    let start = out.count
    out.append(number: value)
    guard form == .french else { return }
    for index in start..<out.count where out[index] == UInt8(ascii: ".") {
      out[index] = UInt8(ascii: ",")
    }
  }

  private mutating func write(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard Self.isPlain(bytes) else { return false }
      out.append(contentsOf: bytes)
      return true
    }
    if isPlain { return }
    text = Self.harmless(text)
    text.withUTF8 { quote($0) }
  }

  /// Whether the text is one of the many that are written as they are: begun by a letter or a figure
  /// and made of ASCII that needs no quotes and small letters with accents.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    let isLetter = (first | 0x20) &- 0x61 < 26
    guard isLetter || first &- 0x30 < 10, bytes.last != UInt8(ascii: " ") else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: ";"): false
      case UInt8(ascii: " "), UInt8(ascii: "-")...UInt8(ascii: "z"): true
      // The two bytes of U+00E0...U+00FF.
      case 0xC3, 0xA0...0xBF: true
      default: false
      }
    }
  }

  private mutating func quote(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isPlain = bytes.first != UInt8(ascii: " ") && bytes.last != UInt8(ascii: " ")
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D:
        isPlain = false
      default: break
      }
    }
    if isPlain {
      out.append(contentsOf: bytes)
      return
    }
    out.append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "\""))
  }
}
