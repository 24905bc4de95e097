/// A byte order mark: the bytes before the text that name its encoding.
struct ByteOrderMark: Equatable {
  /// The encoding the mark names.
  let encoding: TextEncoding
  /// Bytes to skip before the text.
  let length: Int

  /// The mark at the start of `bytes`, if there is one.
  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, length) = (.utf16le, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, length) = (.utf16be, 2)
    } else {
      return nil
    }
  }
}
