/// The form in which two option labels or headings are the same text to a reader: case, kinds of
/// space, apostrophe and dash, invisible characters and the way accents are encoded do not count.
/// Accents do: "Côté" is not "Cote".
///
/// - Complexity: O(length); Latin-1 texts take a path over bytes.
public func foldedLabel(_ text: String) -> String {
  if let folded = foldedLatin(text) { return folded }
  var out = FoldedScalars()
  for scalar in text.unicodeScalars {
    switch Folding.kind(of: scalar) {
    case .invisible: continue
    case .space: out.appendSpace()
    case .apostrophe: out.append("'")
    case .dash: out.append("-")
    case .mark: out.combine(scalar)
    case .other:
      if scalar == "…" {
        for _ in 0..<3 { out.append(".") }
      } else {
        out.appendLowercased(scalar)
      }
    }
  }
  return out.text
}

/// The form in which two names of neighbourhoods are the same place: as `foldedLabel`, and accents,
/// hyphens, apostrophes, other punctuation, the articles le, la, les and l' do not count, `St` is
/// `Saint`, `Ste` is `Sainte`, `&` is `et`.
///
/// A name that consists of articles only keeps them.
public func foldedPlace(_ text: String) -> String {
  let label = foldedLabel(text)
  var words = PlaceWords(capacity: label.utf8.count + 8)
  for scalar in label.unicodeScalars {
    switch scalar {
    case " ", "-", "/": words.end()
    case "'": words.end(elided: true)
    case ".": words.period()
    case "&":
      words.end()
      words.append("e")
      words.append("t")
      words.end()
    case "a"..."z", "0"..."9": words.append(scalar)
    case "œ": words.append("o", "e")
    case "æ": words.append("a", "e")
    case "ß": words.append("s", "s")
    default:
      if scalar.isASCII {
        words.end()
      } else if let base = Folding.base(of: scalar) {
        words.append(base)
      } else if Folding.kind(of: scalar) != .mark {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          words.append(scalar)
        } else {
          words.end()
        }
      }
    }
  }
  return words.joined()
}

/// The folded text of ASCII and Latin-1, over bytes; `nil` where other letters occur. Nearly all
/// French labels take this path.
private func foldedLatin(_ text: String) -> String? {
  var text = text
  return text.withUTF8 { bytes in
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, bytes.count)) { out in
      foldedLatin(bytes, into: out).map {
        String(decoding: UnsafeBufferPointer(rebasing: out[..<$0]), as: UTF8.self)
      }
    }
  }
}

/// - Parameter out: room for as many bytes as come in; folding never needs more.
/// - Returns: how many bytes were written.
private func foldedLatin(
  _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
) -> Int? {
  var count = 0
  var spaceIsDue = false
  var index = 0
  while index < bytes.count {
    var byte = bytes[index]
    var lead: UInt8?
    index += 1
    switch byte {
    case 0x20, 0x09...0x0D:
      spaceIsDue = count > 0
      continue
    case 0x41...0x5A: byte |= 0x20
    case 0x60: byte = 0x27
    case 0x21...0x7E: break
    case 0xC2:  // U+0080...U+00BF
      byte = bytes[index]
      index += 1
      switch byte {
      case 0x85, 0xA0:
        spaceIsDue = count > 0
        continue
      case 0xAD: continue
      case 0xB4: byte = 0x27
      default: lead = 0xC2
      }
    case 0xC3:  // U+00C0...U+00FF: capitals lie 32 below their small letters
      byte = bytes[index]
      index += 1
      lead = 0xC3
      if byte <= 0x9E, byte != 0x97 { byte |= 0x20 }
    default: return nil
    }
    if spaceIsDue {
      out[count] = 0x20
      count += 1
      spaceIsDue = false
    }
    if let lead {
      out[count] = lead
      count += 1
    }
    out[count] = byte
    count += 1
  }
  return count
}

/// Lower-case scalars as they are gathered: runs of space become one, marks join their letter.
private struct FoldedScalars {
  private var scalars = String.UnicodeScalarView()
  private var spaceIsDue = false

  mutating func appendSpace() { spaceIsDue = !scalars.isEmpty }

  mutating func append(_ scalar: Unicode.Scalar) {
    if spaceIsDue { scalars.append(" ") }
    spaceIsDue = false
    scalars.append(scalar)
  }

  mutating func appendLowercased(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let isUpper = ("A"..."Z").contains(scalar)
      append(isUpper ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if Folding.kind(of: lower) == .mark { combine(lower) } else { append(lower) }
    }
  }

  /// A combining mark: composed with the letter before it where one scalar exists for both.
  mutating func combine(_ mark: Unicode.Scalar) {
    if !spaceIsDue, let last = scalars.last, let whole = Folding.composed(last, mark) {
      scalars.removeLast()
      scalars.append(whole)
    } else {
      append(mark)
    }
  }

  var text: String { String(scalars) }
}

/// The words of a place name as they are gathered, in UTF-8.
private struct PlaceWords {
  /// Without articles, blanks between. The last one may still grow.
  private var words: [UInt8] = []
  private var articles: [UInt8] = []
  /// Where the word that may still grow begins; `nil` between words.
  private var start: Int?
  /// Letters since the last period or word end, to tell "Z.U.P." from "St.Jacques".
  private var run = 0

  init(capacity: Int) { words.reserveCapacity(capacity) }

  mutating func append(_ scalar: Unicode.Scalar) {
    if start == nil {
      if !words.isEmpty { words.append(0x20) }
      start = words.count
    }
    if scalar.isASCII {
      words.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if let encoded = UTF8.encode(scalar) {
      words += encoded
    }
    run += 1
  }

  /// Two letters that stand for one.
  mutating func append(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
    append(first)
    append(second)
    run -= 1
  }

  mutating func period() {
    if run > 1 { end() }
    run = 0
  }

  mutating func end(elided: Bool = false) {
    run = 0
    guard let start else { return }
    self.start = nil
    let word = words[start...]
    guard word.count <= 4 else { return }
    switch word[start] {
    case UInt8(ascii: "l") where Self.isArticle(word, elided: elided):
      if !articles.isEmpty { articles.append(0x20) }
      articles += word
      words.removeSubrange(max(0, start - 1)...)
    case UInt8(ascii: "s") where Self.isShortSaint(word):
      words.replaceSubrange(start..<start + 2, with: "saint".utf8)
    default: break
    }
  }

  private static func isArticle(_ word: ArraySlice<UInt8>, elided: Bool) -> Bool {
    word.elementsEqual("le".utf8) || word.elementsEqual("la".utf8)
      || word.elementsEqual("les".utf8) || elided && word.elementsEqual("l".utf8)
  }

  private static func isShortSaint(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.starts(with: "st".utf8) else { return false }
    let ending = word.dropFirst(2)
    return ending.isEmpty || ending.elementsEqual("e".utf8) || ending.elementsEqual("s".utf8)
      || ending.elementsEqual("es".utf8)
  }

  mutating func joined() -> String {
    end()
    return String(decoding: words.isEmpty ? articles : words, as: UTF8.self)
  }
}
