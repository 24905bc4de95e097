/// Turns UTF-16 into UTF-8.
struct UTF16Transcoder {
  /// The high byte of a unit comes first.
  let bigEndian: Bool

  /// Why transcoding stopped.
  enum Stop: Equatable {
    /// Everything was read, but for a unit or a pair that needs more bytes.
    case needsMore
    /// The unit is 0.
    case nul
    /// A surrogate without its other half.
    case loneSurrogate
  }

  /// Writes the UTF-8 form of `source` to `target` (room for 3 bytes a unit). Returns the bytes
  /// read (whole characters only), the bytes written and why it stopped.
  func transcode(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) -> (read: Int, written: Int, stop: Stop) {
    var (read, written) = (0, 0)
    while read + 2 <= source.count {
      let first = unit(source, read)
      var scalar = UInt32(first)
      var length = 2
      switch first {
      case 0: return (read, written, .nul)
      case 0xD800..<0xDC00:
        guard read + 4 <= source.count else { return (read, written, .needsMore) }
        let second = unit(source, read + 2)
        guard (0xDC00..<0xE000).contains(second) else { return (read, written, .loneSurrogate) }
        scalar = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
        length = 4
      case 0xDC00..<0xE000: return (read, written, .loneSurrogate)
      default: break
      }
      written += Self.encode(scalar, at: target + written)
      read += length
    }
    return (read, written, .needsMore)
  }

  private func unit(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt16 {
    let (a, b) = (UInt16(source[at]), UInt16(source[at + 1]))
    return bigEndian ? a << 8 | b : b << 8 | a
  }

  private static func encode(_ scalar: UInt32, at target: UnsafeMutablePointer<UInt8>) -> Int {
    func low(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80:
      target[0] = UInt8(scalar)
      return 1
    case ..<0x800:
      (target[0], target[1]) = (0xC0 | UInt8(scalar >> 6), low(0))
      return 2
    case ..<0x10000:
      (target[0], target[1], target[2]) = (0xE0 | UInt8(scalar >> 12), low(6), low(0))
      return 3
    default:
      (target[0], target[1]) = (0xF0 | UInt8(scalar >> 18), low(12))
      (target[2], target[3]) = (low(6), low(0))
      return 4
    }
  }
}
