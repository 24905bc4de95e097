/// One character of UTF-8, judged byte by byte (Unicode 15, table 3-7). NUL counts as valid here.
enum UTF8Character: Equatable {
  /// A whole character of this many bytes.
  case complete(Int)
  /// The bytes end inside a character that was valid so far.
  case cutOff
  /// No character begins with these bytes.
  case invalid

  /// Judges the character at the start of `bytes`, which must not be empty.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let lead = bytes[0]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0x00...0x7F:
      self = .complete(1)
      return
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default:
      self = .invalid
      return
    }
    for index in 1..<length {
      guard index < bytes.count else {
        self = .cutOff
        return
      }
      guard (index == 1 ? second : 0x80...0xBF).contains(bytes[index]) else {
        self = .invalid
        return
      }
    }
    self = .complete(length)
  }
}
