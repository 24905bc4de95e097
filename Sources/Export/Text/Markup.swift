/// Text made safe inside HTML and SVG, between tags as well as in quoted attributes.
enum Markup {
  /// Appends the text with `& < > " '` written as references. Characters that XML forbids, and
  /// those that turn the direction of writing, become visible stand-ins; breaks become spaces.
  ///
  /// - Complexity: O(n).
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = SafeText.neutralised(text)
    text.withUTF8 { buffer in
      // Runs of bytes that need no reference are copied at once.
      var start = 0
      for index in buffer.indices {
        let reference: StaticString
        switch buffer[index] {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&quot;"
        case UInt8(ascii: "'"): reference = "&#39;"
        default: continue
        }
        bytes.append(contentsOf: buffer[start..<index])
        reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
        start = index + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
  }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
