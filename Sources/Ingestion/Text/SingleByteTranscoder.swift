/// Turns a single-byte encoding into UTF-8.
struct SingleByteTranscoder {
  /// UTF-8 form of byte 0x80 + index: up to three bytes, lowest first, and their number in the
  /// highest byte; 0 for an undefined byte.
  private let forms: [UInt32]

  /// The transcoder for `encoding`, which must be a single-byte one.
  init(_ encoding: TextEncoding) {
    let table = encoding == .macRoman ? SingleByteTable.macRoman : SingleByteTable.windows1252
    forms = table.map { scalar in
      let scalar = UInt32(scalar)
      switch scalar {
      case 0: return 0
      case ..<0x800: return 2 << 24 | (0x80 | scalar & 0x3F) << 8 | 0xC0 | scalar >> 6
      default:
        return 3 << 24 | (0x80 | scalar & 0x3F) << 16 | (0x80 | scalar >> 6 & 0x3F) << 8
          | 0xE0 | scalar >> 12
      }
    }
  }

  /// Writes the UTF-8 form of `source` to `target` (room for 3 bytes a byte); stops at a NUL or an
  /// undefined byte. Returns the bytes read and written.
  func transcode(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) -> (read: Int, written: Int) {
    var written = 0
    for (index, byte) in source.enumerated() {
      if byte < 0x80 {
        if byte == 0 { return (index, written) }
        target[written] = byte
        written &+= 1
      } else {
        let form = forms[Int(byte & 0x7F)]
        if form == 0 { return (index, written) }
        target[written] = UInt8(truncatingIfNeeded: form)
        target[written &+ 1] = UInt8(truncatingIfNeeded: form >> 8)
        target[written &+ 2] = UInt8(truncatingIfNeeded: form >> 16)
        written &+= Int(form >> 24)
      }
    }
    return (source.count, written)
  }
}
