/// The line `sep=;` that Excel reads, and some tools write, before the header. It is no record.
struct SeparatorLine: Equatable {
  /// The separator it names.
  let delimiter: UInt8
  /// Its length in ASCII characters, the line end included.
  let length: Int

  /// The separator line at the start of a text, if there is one; quotes around it are allowed.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    let quoted = rest.first == 0x22
    if quoted { rest = rest.dropFirst() }
    let name = rest.prefix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard rest.count >= 5, name.elementsEqual("sep=".utf8) else { return nil }
    let named = rest[rest.startIndex + 4]
    rest = rest.dropFirst(5)
    if quoted {
      guard rest.first == 0x22 else { return nil }
      rest = rest.dropFirst()
    }
    guard BlockScanner.canSeparate(named) else { return nil }
    switch (rest.first, rest.dropFirst().first) {
    case (0x0D, 0x0A): rest = rest.dropFirst(2)
    case (0x0D, _), (0x0A, _): rest = rest.dropFirst()
    case (nil, _): break
    default: return nil
    }
    (delimiter, length) = (named, rest.startIndex - text.startIndex)
  }
}
