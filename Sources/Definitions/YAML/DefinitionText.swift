import SurveyModel

/// The text of a definition file: UTF-8 with or without a mark, no control characters.
enum DefinitionText {
  /// - Throws: the problem and the line of the first byte that does not belong.
  static func decoded(_ bytes: [UInt8], file: String) throws(YAMLFailure) -> String {
    guard bytes.count <= YAMLDocument.largestFile else {
      throw YAMLFailure(.tooLarge(bytes: bytes.count, at: SourceLocation(file: file)))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw YAMLFailure(.notUTF8(.utf16, at: SourceLocation(file: file, line: 1)))
    }
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    try refuseControlCharacters(body, file: file)
    guard let text = String(validating: body, as: UTF8.self) else {
      let line = lineOfFirstBadByte(body)
      throw YAMLFailure(.notUTF8(.eightBit, at: SourceLocation(file: file, line: line)))
    }
    guard body.contains(where: { $0 > 0x20 }) else {
      throw YAMLFailure(.emptyFile(at: SourceLocation(file: file, line: 1)))
    }
    return text
  }

  /// The bytes as UTF-8, where they are Windows-1252 as French Excel saves CSV files.
  ///
  /// For lists that a survey institute hands over; what is written for this program is UTF-8.
  /// - Returns: `nil` where they are UTF-8 already, or hold what Windows-1252 does not have.
  static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let high = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    var text = ""
    for byte in bytes {
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { return nil }
      let isHigh = (0x80...0x9F).contains(byte)
      text.unicodeScalars.append(isHigh ? high[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return Array(text.utf8)
  }

  /// The physical lines, without their ends.
  static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  private static func refuseControlCharacters(
    _ bytes: ArraySlice<UInt8>, file: String
  ) throws(YAMLFailure) {
    var line = 1
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F {
        throw YAMLFailure(
          .controlCharacter(UInt32(byte), at: SourceLocation(file: file, line: line)))
      }
    }
  }

  private static func lineOfFirstBadByte(_ bytes: ArraySlice<UInt8>) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
