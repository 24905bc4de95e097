/// Bytes that make sense in Mac Roman and none in Windows-1252.
///
/// In a French text of Mac Roman, é à â É ô ü œ and the apostrophe become, read as Windows-1252,
/// Ž ˆ ‰ ƒ ™ Ÿ Ï and Õ in the middle of words. One such place is enough to refuse the guess; names
/// like Željko, Kneževic or Õakman are no such place.
enum MacRomanSign {
  /// Whether `byte` between `before` and `after` is a sign of Mac Roman. Use 0 at either end of the file.
  static func isSign(_ byte: UInt8, before: UInt8, after: UInt8) -> Bool {
    switch byte {
    case 0x88:  // à; a circumflex of its own
      return true
    case 0x83:  // É; a florin sign
      return isLower(after)
    case 0x8E:  // é; a capital Z with caron
      return isLower(before) || [0x63, 0x67, 0x6D, 0x70, 0x71, 0x74].contains(after)
    case 0x89, 0x99:  // â ô; per mille, trade mark
      return isLower(before) && isLower(after)
    case 0x9F, 0xCF, 0xD5:  // ü œ ’; capitals
      return isLower(before) && (isLower(after) || after >= 0x80)
    default:
      return false
    }
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
