/// Counts physical lines the slow way, for the place of a fault that is no text.
enum LineCounter {
  /// Number, from 1, of the line that holds the byte at `offset`. LF, CRLF and CR end a line.
  /// - Complexity: O(offset).
  static func line(
    of offset: Int, in source: borrowing ByteSource, encoding: TextEncoding
  ) throws(ReadFailure) -> Int {
    var (line, position, afterReturn) = (1, 0, false)
    let unit = encoding.unitSize
    while position < offset {
      let block = try source.bytes(at: position, count: min(1 << 16, offset - position))
      if block.isEmpty { break }
      for index in stride(from: 0, to: block.count - unit + 1, by: unit) {
        let value: UInt16
        switch encoding {
        case .utf16le: value = UInt16(block[index]) | UInt16(block[index + 1]) << 8
        case .utf16be: value = UInt16(block[index + 1]) | UInt16(block[index]) << 8
        case .utf8, .windows1252, .macRoman: value = UInt16(block[index])
        }
        if value == 0x0D || (value == 0x0A && !afterReturn) { line += 1 }
        afterReturn = value == 0x0D
      }
      position += block.count
    }
    return line
  }
}
