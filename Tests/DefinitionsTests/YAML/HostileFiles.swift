/// Bytes that are not a definition at all: the one problem, and its line where there is one.
struct HostileFile: Sendable, CustomStringConvertible {
  var name: String
  var bytes: [UInt8]
  var code: String
  var line: Int?

  init(_ name: String, _ text: String, _ code: String, line: Int?) {
    self.init(name, bytes: Array(text.utf8), code, line: line)
  }

  init(_ name: String, bytes: [UInt8], _ code: String, line: Int?) {
    self.name = name
    self.bytes = bytes
    self.code = code
    self.line = line
  }

  var description: String { name }
}

let hostileFiles: [HostileFile] = [
  HostileFile("empty", "", "empty-file", line: 1),
  HostileFile("blank lines", "\n\r\n  \n", "empty-file", line: 1),
  HostileFile("comments", "# rien\n", "empty-file", line: 1),
  HostileFile("mark only", bytes: [0xEF, 0xBB, 0xBF], "empty-file", line: 1),
  HostileFile("three dashes", "---\n", "empty-file", line: 1),
  HostileFile(
    "binary", bytes: [0x50, 0x4B, 0x03, 0x04, 0x0A, 0x00], "control-character", line: 1),
  HostileFile("a NUL on line 2", bytes: [0x61, 0x3A, 0x0A, 0x00], "control-character", line: 2),
  HostileFile("DEL", bytes: [0x61, 0x0A, 0x0A, 0x7F], "control-character", line: 3),
  HostileFile("UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00], "not-utf8", line: 1),
  HostileFile("cp1252", bytes: Array("a: b\nc: ".utf8) + [0xE9, 0x0A], "not-utf8", line: 2),
  HostileFile("surrogate", bytes: [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "not-utf8", line: 1),
  HostileFile("C1", "a: b\nc: \u{81}x", "control-character", line: 2),
  HostileFile("not a character", "a: b\nc: \u{FFFF}x", "control-character", line: 2),
  HostileFile(
    "10 MB scalar", bytes: Array("title: ".utf8) + [UInt8](repeating: 0x61, count: 10 << 20),
    "too-large", line: nil),
  HostileFile(
    "deep brackets", "a: " + String(repeating: "[", count: 50_000), "too-deep", line: 1),
  HostileFile(
    "deep braces", "a: " + String(repeating: "{a: ", count: 900), "yaml-syntax", line: 1),
  HostileFile(
    "deep closed brackets",
    "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900), "too-deep",
    line: 1),
  HostileFile("deep dashes", String(repeating: "- ", count: 20_000) + "a", "too-deep", line: 1),
  HostileFile(
    "deep lines",
    (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    "too-deep", line: 41),
  HostileFile("billion laughs", laughs(levels: 30, width: 9), "too-many-values", line: 6),
  HostileFile(
    "laughs in a key", laughs(levels: 30, width: 9) + "? *a29\n: x\n", "too-many-values",
    line: 6),
  HostileFile(
    "laughs in a flow key", laughs(levels: 30, width: 9) + "b: {[*a29]: x}\n", "too-many-values",
    line: 6),
  HostileFile(
    "laughs as a plain key", laughs(levels: 30, width: 9) + "*a29 : x\n", "too-many-values",
    line: 6),
  HostileFile("collection alias as a key", "a: &a [b]\n*a : c", "key-not-text", line: 2),
  HostileFile("alias without colon as a key", "a: &a [b]\nc: {*a}", "key-not-text", line: 2),
  HostileFile("alias key twice", "a: &a b\nb: c\n*a : d", "duplicate-key", line: 3),
  HostileFile("a star that is no alias", "a: b\nc: *champ obligatoire", "yaml-syntax", line: 2),
  HostileFile("self alias", "a: &a [*a]", "yaml-syntax", line: 1),
  HostileFile("unknown alias", "a: b\nc: *nowhere", "yaml-syntax", line: 2),
  HostileFile("list as a key", "a: b\n[c]: d", "key-not-text", line: 2),
  HostileFile("mapping as a key", "a: b\n? {c: d}\n: e", "key-not-text", line: 2),
  HostileFile("merge key", "a: &a {b: c}\nd:\n  <<: *a\n", "merge-key", line: 3),
  HostileFile("two documents", "a: b\n---\nc: d", "several-documents", line: 2),
  HostileFile("duplicate key", "a: b\nc: d\na: e", "duplicate-key", line: 3),
  HostileFile("duplicate quoted key", "a: b\nc: d\n\"a\" : e", "duplicate-key", line: 3),
  HostileFile(
    "duplicate in a list", "q:\n  - id: a\n    x: 1\n    id: b", "duplicate-key", line: 4),
  HostileFile("duplicate in braces", "q: {a: 1,\n b: 2, a: 3}", "duplicate-key", line: 2),
  HostileFile("tab", "a: b\nc:\n\td: e", "tab", line: 3),
  HostileFile("tab after spaces", "a:\n  b: c\n  \td: e", "tab", line: 3),
  HostileFile("open quote", "a: b\nc: \"d\ne: f", "yaml-syntax", line: 2),
  HostileFile("open bracket", "a: b\nc: [d, e\nf: g", "yaml-syntax", line: 3),
  HostileFile("two colons", "a: b\ntext: Selon vous : oui", "yaml-syntax", line: 2),
  HostileFile("percent sign", "a: b\nc: %d", "yaml-syntax", line: 2),
  HostileFile("at sign", "a: b\nc: @d", "yaml-syntax", line: 2),
  HostileFile("uneven", "a:\n   b: c\n  d: e", "yaml-syntax", line: 3),
  HostileFile("after a quote", "a: b\nc: \"d\" e", "yaml-syntax", line: 2),
  HostileFile("escape", "a: b\nc: \"\\q\"", "yaml-syntax", line: 2),
  HostileFile("surrogate escape", "a: b\nc: \"\\uD800\"", "yaml-syntax", line: 2),
]

/// Aliases of aliases: `width` to the power of `levels` values in a few lines.
private func laughs(levels: Int, width: Int) -> String {
  (0..<levels).map { level in
    let item = level == 0 ? "x" : "*a\(level - 1)"
    let items = Array(repeating: item, count: width).joined(separator: ", ")
    return "k\(level): &a\(level) [\(items)]\n"
  }.joined()
}
