/// A text as it is searched for traces of a person: digits, blanks, dashes and signs that look alike
/// are one, invisible marks are gone, a written `[at]` is an at sign.
struct PlainText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each of them, and the end, stands in the text, in bytes; empty: as many bytes as scalars.
  private var offsets: [Int] = []

  init(_ text: String, _ signs: PersonalSigns) {
    scalars.reserveCapacity(text.utf8.count)
    if signs.isASCII {
      for byte in text.utf8 {
        scalars.append(byte == 0x20 || byte &- 9 < 5 ? " " : Unicode.Scalar(byte))
      }
    } else {
      offsets.reserveCapacity(text.utf8.count + 1)
      var offset = 0
      for scalar in text.unicodeScalars {
        if let plain = Self.plain(scalar) {
          scalars.append(plain)
          offsets.append(offset)
        }
        offset += UTF8.width(scalar)
      }
      offsets.append(offset)
    }
    if signs.mayHaveWrittenAt { replaceWrittenSigns() }
  }

  /// The same stretch in the text itself, in bytes.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets.isEmpty ? range : offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar.value == 0x20 || scalar.value &- 9 < 5 ? " " : scalar }
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: return nil
    case 0xA0, 0x85, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return " "
    case 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5: return "."
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return "-"
    case 0xB4, 0x2018, 0x2019, 0x2032: return "'"
    case 0x201C, 0x201D, 0x2033: return "\""
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    case ..<0x660: return scalar
    default: break
    }
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      return Unicode.Scalar(UInt8(48 + Int(value)))
    }
    return scalar
  }

  private static let written: [(word: [Unicode.Scalar], sign: Unicode.Scalar)] = [
    ("[at]", "@"), ("(at)", "@"), ("{at}", "@"), ("[arobase]", "@"), ("(arobase)", "@"),
    (" arobase ", "@"), ("[dot]", "."), ("(dot)", "."), ("[point]", "."), ("(point)", "."),
    (" arobas ", "@"),
  ].map { (Array($0.unicodeScalars), $1) }

  private mutating func replaceWrittenSigns() {
    let old = scalars
    let places = offsets.isEmpty ? Array(0...old.count) : offsets
    (scalars, offsets) = ([], [])
    var index = 0
    while index < old.count {
      let found =
        old[index].isOne(of: "[", "(", "{", " ")
        ? Self.written.first { Self.matches($0.word, old, at: index) } : nil
      // "example (point) org": the blanks go with it.
      if found?.sign == ".", scalars.last == " " {
        scalars.removeLast()
        offsets.removeLast()
      }
      scalars.append(found?.sign ?? old[index])
      offsets.append(places[index])
      index += found?.word.count ?? 1
      if found?.sign == ".", index < old.count, old[index] == " " { index += 1 }
    }
    offsets.append(places[old.count])
  }

  private static func matches(
    _ word: [Unicode.Scalar], _ scalars: [Unicode.Scalar], at start: Int
  ) -> Bool {
    guard start + word.count <= scalars.count else { return false }
    return word.indices.allSatisfy {
      let scalar = scalars[start + $0]
      return scalar == word[$0] || (scalar.isASCII && scalar.value | 0x20 == word[$0].value)
    }
  }
}

extension Unicode.Scalar {
  var isPlainDigit: Bool { value &- 48 < 10 }
  var isHexDigit: Bool { isPlainDigit || (value | 0x20) &- 97 < 6 }
  var isLetterOrDigit: Bool {
    isASCII ? isPlainDigit || (value | 0x20) &- 97 < 26 : properties.isAlphabetic
  }

  @inline(__always)
  func isOne(of scalars: Unicode.Scalar...) -> Bool { scalars.contains(self) }
}
