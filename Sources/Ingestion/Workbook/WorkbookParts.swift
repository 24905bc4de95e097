/// The parts of a workbook beside its sheets, each with the sink that reads it.

/// `_rels/…`: which part has which id and kind.
final class RelationshipSink: XMLSink {
  struct Relationship {
    var id: String
    /// The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
    var kind: String
    var target: String
  }
  private(set) var all: [Relationship] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      let type = attributes["Type"]
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? type
    all.append(Relationship(id: id, kind: kind, target: target))
  }

  /// The target as a path in the archive, seen from `folder`, which ends in a slash or is empty.
  static func path(_ target: String, from folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

/// `xl/workbook.xml`: the sheets in their order, and how days are counted.
final class WorkbookSink: XMLSink {
  struct Sheet {
    var name: String
    var relationship: String
    var isHidden: Bool
  }
  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "workbookPr" {
      is1904 = attributes.isTrue("date1904")
    } else if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
      let state = attributes["state"] ?? "visible"
      sheets.append(Sheet(name: title, relationship: id, isHidden: state != "visible"))
    }
  }
}

/// `xl/styles.xml`: the number format of each style that cells may have.
final class StyleSink: XMLSink {
  private var codes: [Int: CellFormat] = [:]
  private var isInCellStyles = false
  private(set) var formats: [CellFormat] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = CellFormat(code: code)
      }
    case "cellXfs": isInCellStyles = true
    case "xf" where isInCellStyles:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? CellFormat(builtin: id))
    default: break
    }
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellStyles = false }
  }
}

/// The text of an `<si>` or `<is>`: its runs joined, readings in small print left out.
struct RichText {
  private(set) var bytes: [UInt8] = []
  private var isText = false
  private var isPhonetic = false

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func start(_ name: XMLName) {
    switch name {
    case "t": isText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if isText { bytes.append(contentsOf: text) }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  /// `_x000D_` stands for a character that XML cannot hold, `_x005F_` for the underscore before one.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x5F) else { return bytes }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x5F, index + 6 < bytes.count, bytes[index + 1] | 0x20 == 0x78,
        bytes[index + 6] == 0x5F,
        let code = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        code != 0, let scalar = Unicode.Scalar(code)
      {
        out += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }
}

/// `xl/sharedStrings.xml`: every text once, in one arena.
final class SharedTextSink: XMLSink {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var current = RichText()
  private(set) var isTooLarge = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "si" { current.clear() }
    current.start(name)
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) { current.append(bytes) }

  override func end(_ name: XMLName) {
    current.end(name)
    guard name == "si" else { return }
    arena += RichText.unescaped(current.bytes)
    ends.append(arena.count)
    if arena.count > WorkbookLimits.textBytes {
      isTooLarge = true
      isStopped = true
    }
  }

  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return arena[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
