/// An encoding the reader can decode. The raw value is the name the `--encoding` option takes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first; what Excel calls "Texte Unicode".
  case utf16le = "utf-16le"
  /// UTF-16, high byte first.
  case utf16be = "utf-16be"
  /// Windows code page 1252, which French Excel writes by default.
  case windows1252 = "windows-1252"
  /// Mac OS Roman, written by Excel on old Macs. Never guessed, only declared.
  case macRoman = "mac-roman"

  /// Bytes of one code unit: 2 in UTF-16, 1 elsewhere.
  var unitSize: Int {
    switch self {
    case .utf16le, .utf16be: 2
    case .utf8, .windows1252, .macRoman: 1
    }
  }
}

/// How the encoding of a file became known.
public enum EncodingOrigin: Sendable, Equatable {
  /// A byte order mark at the start of the file. It wins over a declaration.
  case byteOrderMark
  /// The caller named it.
  case declared
  /// Every byte of the file so far is valid UTF-8.
  case validUTF8
  /// Windows-1252 by elimination: not UTF-8, every byte defined, no sign of Mac Roman.
  case guessed
}
