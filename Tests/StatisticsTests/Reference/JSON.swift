import Foundation

/// A JSON value; what the reference files hold, and what the operations answer.
indirect enum JSON: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
  init(_ value: Int?) { self = value.map { .number(Double($0)) } ?? .null }
  init(_ values: [Double?]) { self = .array(values.map { JSON($0) }) }
  init(_ values: [Double]) { self = .array(values.map { .number($0) }) }
  init(_ values: [Int]) { self = .array(values.map { .number(Double($0)) }) }
  init(_ values: [String]) { self = .array(values.map { .string($0) }) }
  init(_ rows: [[Double?]]) { self = .array(rows.map { JSON($0) }) }
  init(_ members: KeyValuePairs<String, JSON>) {
    self = .object(Dictionary(members.map { ($0.key, $0.value) }) { $1 })
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }
  var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
  var array: [JSON]? { if case .array(let values) = self { values } else { nil } }
  var double: Double? { if case .number(let value) = self { value } else { nil } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var strings: [String]? { array?.compactMap(\.string) }
  var doubles: [Double]? { array?.compactMap(\.double) }
  /// Numbers and nulls.
  var optionalDoubles: [Double?]? { array?.map(\.double) }

  /// This object with the members of another.
  func merging(_ other: JSON) -> JSON { .object(members.merging(other.members) { $1 }) }
}

/// A strict enough parser: much faster than decoding through `Codable` in a debug build.
struct JSONParser {
  private let bytes: [UInt8]
  private var at = 0

  static func parse(_ bytes: [UInt8]) -> JSON {
    var parser = JSONParser(bytes: bytes + [0])
    return parser.value()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func space() {
    while bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 { at += 1 }
  }

  private mutating func value() -> JSON {
    space()
    switch bytes[at] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return .string(string())
    case UInt8(ascii: "t"):
      at += 4
      return .bool(true)
    case UInt8(ascii: "f"):
      at += 5
      return .bool(false)
    case UInt8(ascii: "n"):
      at += 4
      return .null
    default: return number()
    }
  }

  private mutating func object() -> JSON {
    at += 1
    var members: [String: JSON] = [:]
    space()
    while bytes[at] != UInt8(ascii: "}") {
      space()
      let key = string()
      space()
      precondition(bytes[at] == UInt8(ascii: ":"), "JSON: a colon is missing")
      at += 1
      members[key] = value()
      space()
      if bytes[at] == UInt8(ascii: ",") { at += 1 }
      space()
    }
    at += 1
    return .object(members)
  }

  private mutating func array() -> JSON {
    at += 1
    var values: [JSON] = []
    space()
    while bytes[at] != UInt8(ascii: "]") {
      values.append(value())
      space()
      if bytes[at] == UInt8(ascii: ",") { at += 1 }
      space()
    }
    at += 1
    return .array(values)
  }

  private mutating func string() -> String {
    precondition(bytes[at] == UInt8(ascii: "\""), "JSON: a string is missing")
    at += 1
    var result: [UInt8] = []
    while bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
        switch bytes[at] {
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "u"):
          let digits = String(decoding: bytes[(at + 1)...(at + 4)], as: UTF8.self)
          let scalar = UnicodeScalar(UInt32(digits, radix: 16) ?? 0xfffd) ?? "\u{fffd}"
          result += Array(String(Character(scalar)).utf8)
          at += 4
        default: result.append(bytes[at])
        }
      } else {
        result.append(bytes[at])
      }
      at += 1
    }
    at += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func number() -> JSON {
    let start = at
    while "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
    precondition(at > start, "JSON: a value is missing at byte \(start)")
    return .number(strtod(String(decoding: bytes[start..<at], as: UTF8.self), nil))
  }
}
