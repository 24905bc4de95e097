/// What an edition's `cells.csv` holds, to look numbers up.
struct CellNumbers {
  private var byTable: [String: Set<String>] = [:]
  private var all: Set<String> = []
  /// In thousand-millionths: a workbook holds shares in parts of one.
  private var values: Set<Int64> = []

  init(_ bytes: [UInt8]) {
    for (index, record) in CSVText.records(bytes, delimiter: 0x2C).enumerated() where index > 0 {
      let cells = record.cells
      guard cells.count >= 9 else { continue }
      if let value = Double(cells[5]).flatMap(Self.scaled) { values.insert(value) }
      if let base = Double(cells[6]).flatMap(Self.scaled) { values.insert(base) }
      // Value, base, and the value as people read it.
      for text in [cells[5], cells[6], cells[8]] where !text.isEmpty {
        let plain = NumberFinder.plain(text) ?? text
        byTable[cells[0], default: []].insert(plain)
        all.insert(plain)
      }
    }
  }

  /// Whether the value is one of any table, but for what a division by 100 rounds off.
  func holds(_ value: Double) -> Bool {
    guard let scaled = Self.scaled(value) else { return false }
    return (-1...1).contains { values.contains(scaled + $0) }
  }

  private static func scaled(_ value: Double) -> Int64? {
    let scaled = (value * 1e9).rounded()
    return scaled.magnitude < 9e18 ? Int64(scaled) : nil
  }

  /// - Parameter table: the path of the table; `nil`: any.
  func holds(_ number: String, in table: String?) -> Bool {
    guard let table else { return all.contains(number) }
    return byTable[table]?.contains(number) ?? false
  }
}

/// CSV of our own writing: quotes doubled, records by LF or CRLF.
enum CSVText {
  static func records(
    _ bytes: [UInt8], delimiter: UInt8
  ) -> [(line: Int, cells: [String])] {
    var out: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var line = 1
    var start = 1
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func take() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte == 0x22, place + 1 < bytes.count, bytes[place + 1] == 0x22 {
          cell.append(byte)
          place += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == delimiter {
        take()
      } else if byte == 0x0A {
        take()
        out.append((start, cells))
        cells = []
        start = line
      } else if byte != 0x0D {
        cell.append(byte)
      }
      place += 1
    }
    if !cell.isEmpty || !cells.isEmpty {
      take()
      out.append((start, cells))
    }
    return out
  }
}
