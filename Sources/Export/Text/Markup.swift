/// Text made safe inside HTML and SVG, between tags as well as in quoted attributes.
enum Markup {
  /// Appends the text with `& < > " '` written as references. Characters that XML forbids, and
  /// those that turn the direction of writing, become visible stand-ins; breaks become spaces.
  ///
  /// - Complexity: O(n).
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = SafeText.neutralised(text)
    text.withUTF8 { buffer in
      for byte in buffer {
        switch byte {
        case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
        default: bytes.append(byte)
        }
      }
    }
  }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
