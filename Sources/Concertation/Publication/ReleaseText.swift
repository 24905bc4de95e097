internal import Export
internal import Tabulation

/// A release as the project keeps it: `releases/<name>.json`, a line a number.
enum ReleaseText {
  static let schema = 1

  static func bytes(
    _ figures: PublishedFigures, project: String, thresholds: DisclosureThresholds
  ) -> [UInt8] {
    var json = JSONWriter(expandedDepth: 2)
    json.object { json in
      json.field("schema", schema)
      json.field("program", "concertation")
      json.field("release", figures.name)
      json.field("project", project)
      json.object("thresholds") { json in
        json.field("base", thresholds.base)
        json.field("cell", thresholds.cell)
      }
      // Table, row (empty for a base), column, source, measure, value.
      json.array("figures") { json in
        for (key, value) in figures.values.sorted(by: {
          words($0.key).lexicographicallyPrecedes(words($1.key))
        }) {
          json.array { json in
            for word in words(key) { json.value(word) }
            json.value(value)
          }
        }
      }
    }
    return json.bytes
  }

  private static func words(_ key: PublishedFigures.Key) -> [String] {
    [key.table, key.row, key.column, key.source, key.measure]
  }

  /// - Returns: `nil` when it is no release of this layout.
  static func figures(_ bytes: [UInt8], name: String) -> PublishedFigures? {
    let lines = bytes.split(separator: 0x0A).map { Array($0.drop { $0 == 0x20 }) }
    guard lines.contains(where: { $0.starts(with: Array("\"schema\": \(schema),".utf8)) }),
      lines.last == [0x7D], lines.contains(where: { $0.starts(with: Array("\"figures\": [".utf8)) })
    else { return nil }
    var out = PublishedFigures(name: name, values: [:])
    for line in lines where line.first == 0x5B {
      var scanner = JSONLine(line)
      guard let words = scanner.texts(5), let value = scanner.number() else { return nil }
      let key = PublishedFigures.Key(
        table: words[0], row: words[1], column: words[2], source: words[3], measure: words[4])
      out.values[key] = value
    }
    return out
  }
}

/// Texts and a number of one line of JSON.
struct JSONLine {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func texts(_ count: Int) -> [String]? {
    var out: [String] = []
    while out.count < count, let text = text() { out.append(text) }
    return out.count == count ? out : nil
  }

  /// The next text, its escapes undone.
  private mutating func text() -> String? {
    while place < bytes.count, bytes[place] != 0x22 { place += 1 }
    place += 1
    var out: [UInt8] = []
    while place < bytes.count, bytes[place] != 0x22 {
      if bytes[place] == 0x5C, place + 1 < bytes.count {
        place += 1
        switch bytes[place] {
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "u"):
          let digits = String(
            decoding: bytes[min(place + 1, bytes.count)..<min(place + 5, bytes.count)],
            as: UTF8.self)
          guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
            return nil
          }
          out += Array(String(scalar).utf8)
          place += 4
        default: out.append(bytes[place])
        }
      } else {
        out.append(bytes[place])
      }
      place += 1
    }
    guard place < bytes.count else { return nil }
    place += 1
    return String(decoding: out, as: UTF8.self)
  }

  mutating func number() -> Int? {
    let digits = bytes[min(place, bytes.count)...].drop { $0 == 0x2C || $0 == 0x20 }
      .prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
