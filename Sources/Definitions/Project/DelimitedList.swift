import SurveyModel

/// A small CSV file written by hand (RFC 4180): comma or semicolon, UTF-8, one heading line.
///
/// For definitions only; exports are read by Ingestion, which knows their dialects.
struct DelimitedList {
  struct Row {
    var line: Int
    var cells: [String]
  }
  var rows: [Row] = []

  /// - Throws: the first place where a quote does not fit, or what `DefinitionText` refuses.
  init(bytes: [UInt8], file: String) throws(YAMLFailure) {
    let text = try DefinitionText.decoded(bytes, file: file)
    let delimiter = Self.delimiter(of: text)
    var cell: [UInt8] = []
    var cells: [String] = []
    var line = 1
    var rowLine = 1
    var openLine: Int?
    var wasQuoted = false
    var previousWasReturn = false
    let source = Array(text.utf8)
    var index = 0
    func place(_ line: Int) -> SourceLocation { SourceLocation(file: file, line: line) }
    func endCell() {
      let text = String(decoding: cell, as: UTF8.self)
      cells.append(trimmed(text))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRow(into rows: inout [Row]) {
      endCell()
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: rowLine, cells: cells)) }
      cells.removeAll()
    }
    while index < source.count {
      let byte = source[index]
      index += 1
      let isBreak = byte == 0x0A || byte == 0x0D
      let isSecondHalf = byte == 0x0A && previousWasReturn
      previousWasReturn = byte == 0x0D
      if isBreak, !isSecondHalf { line += 1 }
      if openLine != nil {
        guard byte == 0x22 else {
          cell.append(byte)
          continue
        }
        if index < source.count, source[index] == 0x22 {
          cell.append(0x22)
          index += 1
        } else {
          openLine = nil
          wasQuoted = true
        }
      } else if isBreak {
        if !isSecondHalf { endRow(into: &rows) }
        rowLine = line
      } else if byte == delimiter {
        endCell()
      } else if byte == 0x22 {
        let isFirst = cell.allSatisfy { $0 == 0x20 } && !wasQuoted
        guard isFirst else { throw YAMLFailure(.strayQuote(at: place(line))) }
        cell.removeAll(keepingCapacity: true)
        openLine = line
      } else if wasQuoted, byte != 0x20 {
        throw YAMLFailure(.strayQuote(at: place(line)))
      } else {
        cell.append(byte)
      }
    }
    if let openLine { throw YAMLFailure(.openQuote(at: place(openLine))) }
    endRow(into: &rows)
  }

  /// The sign that the heading line holds more of, outside quotes.
  private static func delimiter(of text: String) -> UInt8 {
    var commas = 0
    var semicolons = 0
    var isQuoted = false
    for byte in text.utf8 {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if commas + semicolons > 0 { break }
        continue
      }
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ";") { semicolons += 1 }
    }
    return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }
}

/// Without the white space around it, kinds of space included.
private func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  guard let first = scalars.firstIndex(where: { !isSpace($0) }),
    let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(scalars[first...last])
}
