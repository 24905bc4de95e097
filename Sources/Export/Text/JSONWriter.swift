/// Members of an object as they are written, for those that come in many objects.
struct JSONMembers: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let depth: Int
}

/// Writes JSON in the order in which it is told, as UTF-8 bytes.
///
/// Strings are escaped, so that no control character reaches a screen; a number that is not finite
/// becomes `null`, for JSON has no NaN. Containers down to `expandedDepth` are laid out over
/// several lines, those below on one, which keeps a row of a table on a line of its own.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.field("schema", 1)
///       json.array("rows") { json in json.value("Nord") }
///     }
public struct JSONWriter: Sendable {
  private var out: [UInt8] = []
  private let expandedDepth: Int
  private var depth = 0
  /// The next value is the first of its container.
  private var isFirst = true
  /// A key was just written.
  private var afterKey = false

  /// - Parameter expandedDepth: 0 writes everything on one line.
  public init(expandedDepth: Int = 0) { self.expandedDepth = expandedDepth }

  /// What has been written, and an end of line.
  public var bytes: [UInt8] { out + [UInt8(ascii: "\n")] }
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes what has been written so far, so that a long document can be passed on in pieces.
  public mutating func drain() -> [UInt8] {
    defer { out.removeAll(keepingCapacity: true) }
    return out
  }

  // MARK: Containers

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    container("{", "}", body)
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    container("[", "]", body)
  }

  public mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  public mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  // MARK: Members of an object

  public mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  public mutating func field(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  public mutating func field(_ name: String, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  public mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  public mutating func null(_ name: String) {
    key(name)
    null()
  }

  /// Members made once, to be appended to objects of the container at hand.
  func members(_ body: (inout JSONWriter) -> Void) -> JSONMembers {
    var writer = JSONWriter(expandedDepth: expandedDepth)
    writer.depth = depth + 1
    // What comes before the first member is written where it is appended.
    writer.afterKey = true
    writer.isFirst = false
    body(&writer)
    return JSONMembers(bytes: writer.out, depth: writer.depth)
  }

  mutating func append(_ members: JSONMembers) {
    assert(depth == members.depth)
    separate()
    out += members.bytes
  }

  // MARK: Values

  public mutating func value(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { write($0) }
  }

  /// A text given as UTF-8, without making a `String` of it. Bytes that are no UTF-8 are written as
  /// they are: the caller has checked them.
  public mutating func value(utf8: some Sequence<UInt8>) {
    separate()
    write(utf8: utf8)
  }

  public mutating func value(_ number: Int) {
    separate()
    out.append(number: number)
  }

  /// The shortest decimal that reads back as the same number; `null` when it is not finite.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    out.append(number: number)
  }

  public mutating func value(_ flag: Bool) {
    separate()
    append(flag ? "true" : "false")
  }

  public mutating func null() {
    separate()
    append("null")
  }

  // MARK: Layout

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { out.append(contentsOf: $0) }
  }

  private mutating func container(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    out.append(UInt8(ascii: open))
    depth += 1
    isFirst = true
    body(&self)
    let isEmpty = isFirst
    depth -= 1
    if depth < expandedDepth, !isEmpty { newLine() }
    out.append(UInt8(ascii: close))
    isFirst = false
  }

  private mutating func key(_ name: String) {
    value(name)
    append(expandedDepth > 0 ? ": " : ":")
    afterKey = true
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { out.append(UInt8(ascii: ",")) }
    if depth <= expandedDepth {
      newLine()
    } else if !isFirst, expandedDepth > 0 {
      out.append(UInt8(ascii: " "))
    }
    isFirst = false
  }

  private mutating func newLine() {
    out.append(UInt8(ascii: "\n"))
    out += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func write(utf8 bytes: some Sequence<UInt8>) {
    let isWritten: Void? = bytes.withContiguousStorageIfAvailable { write($0) }
    if isWritten == nil { Array(bytes).withUnsafeBufferPointer { write($0) } }
  }

  /// Runs of bytes that need no escape are copied at once.
  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    out.append(UInt8(ascii: "\""))
    var start = 0
    for index in PlainBytes.prefix(of: bytes)..<bytes.count {
      let byte = bytes[index]
      // U+0080...U+009F, the other control characters, are C2 80...C2 9F in UTF-8.
      let isC1 = byte & 0xE0 == 0x80 && index > start && bytes[index - 1] == 0xC2
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, !isC1 { continue }
      out.append(contentsOf: bytes[start..<(isC1 ? index - 1 : index)])
      start = index + 1
      switch byte {
      case UInt8(ascii: "\""): out += #"\""#.utf8
      case UInt8(ascii: "\\"): out += #"\\"#.utf8
      case 0x0A: out += #"\n"#.utf8
      case 0x0D: out += #"\r"#.utf8
      case 0x09: out += #"\t"#.utf8
      default: escape(byte)
      }
    }
    out.append(contentsOf: bytes[start...])
    out.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    let hex = Array("0123456789abcdef".utf8)
    out += #"\u00"#.utf8
    out.append(hex[Int(byte >> 4)])
    out.append(hex[Int(byte & 15)])
  }
}
