/// The names of cells: columns by letters, rows by numbers from 1.
enum CellName {
  /// `AB` for column 28.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8((rest - 1) % 26) + 0x41)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Column and row of `AB12`, dollar signs allowed.
  ///
  /// - Returns: `nil` where the text is no name of a cell that Excel can hold.
  static func parse(_ text: some StringProtocol) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    var sawDigit = false
    for byte in text.utf8 where byte != 0x24 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard !sawDigit else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39:
        sawDigit = true
        row = row * 10 + Int(byte & 0x0F)
      default: return nil
      }
      guard column <= WorkbookLimits.columns, row <= WorkbookLimits.rows else { return nil }
    }
    return column > 0 && row > 0 ? (column, row) : nil
  }
}
