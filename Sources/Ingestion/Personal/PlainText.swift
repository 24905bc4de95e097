/// A text as it is searched for traces of a person: digits, blanks, dashes and signs that look alike
/// are one, invisible marks are gone, a written `[at]` is an at sign.
struct PlainText {
  let scalars: [Unicode.Scalar]
  /// Where each of them, and the end, stands in the text.
  private let origins: [String.Index]

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var origins: [String.Index] = []
    scalars.reserveCapacity(text.utf8.count)
    let view = text.unicodeScalars
    for index in view.indices {
      guard let plain = Self.plain(view[index]) else { continue }
      scalars.append(plain)
      origins.append(index)
    }
    origins.append(text.endIndex)
    (self.scalars, self.origins) = Self.withSigns(scalars, origins)
  }

  /// The same stretch in the text itself.
  func range(_ range: Range<Int>) -> Range<String.Index> {
    origins[range.lowerBound]..<origins[range.upperBound]
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar.properties.isWhitespace ? " " : scalar }
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: return nil
    case 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5: return "."
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return "-"
    case 0xB4, 0x2018, 0x2019, 0x2032: return "'"
    case 0x201C, 0x201D, 0x2033: return "\""
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    default: break
    }
    if scalar.properties.isWhitespace { return " " }
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

  private static func withSigns(
    _ scalars: [Unicode.Scalar], _ origins: [String.Index]
  ) -> ([Unicode.Scalar], [String.Index]) {
    guard scalars.contains(where: { "[({".unicodeScalars.contains($0) || $0 == "a" || $0 == "A" })
    else { return (scalars, origins) }
    var out: [Unicode.Scalar] = []
    var places: [String.Index] = []
    var index = 0
    while index < scalars.count {
      let found =
        "[({ ".unicodeScalars.contains(scalars[index])
        ? written.first { matches($0.word, scalars, at: index) } : nil
      // "example (point) org": the blanks go with it.
      if found?.sign == ".", out.last == " " {
        out.removeLast()
        places.removeLast()
      }
      out.append(found?.sign ?? scalars[index])
      places.append(origins[index])
      index += found?.word.count ?? 1
      if found?.sign == ".", index < scalars.count, scalars[index] == " " { index += 1 }
    }
    places.append(origins[scalars.count])
    return (out, places)
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
}
