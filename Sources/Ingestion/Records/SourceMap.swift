/// Leads from a place in decoded text back to the place in the file.
struct SourceMap {
  /// The encoding of the file.
  var encoding: TextEncoding
  /// Offset in the file of the first byte of the text.
  var base: Int

  /// Offset in the file of the character at `position` of `text`.
  /// - Complexity: O(1) for UTF-8, else O(position).
  func offset(of position: Int, in text: TextBuffer) -> Int {
    base + fileLength(of: 0..<position, in: text.bytes)
  }

  /// Bytes of the file that `range` of the text took.
  func fileLength(of range: Range<Int>, in text: [UInt8]) -> Int {
    switch encoding {
    case .utf8:
      return range.count
    case .windows1252, .macRoman:
      return text[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    case .utf16le, .utf16be:
      return text[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? ($1 >= 0xF0 ? 4 : 2) : 0) }
    }
  }
}
