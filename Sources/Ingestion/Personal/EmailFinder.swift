/// E-mail addresses in a text, also with blanks beside the at sign.
enum EmailFinder {
  static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    text.indices.filter { text[$0] == "@" }.compactMap { range(in: text, at: $0) }
  }

  private static func range(in text: [Unicode.Scalar], at sign: Int) -> Range<Int>? {
    var start = sign
    while start > 0, text[start - 1] == " ", sign - start < 2 { start -= 1 }
    let localEnd = start
    while start > 0, isLocal(text[start - 1]) { start -= 1 }
    while start < localEnd, !text[start].isLetterOrDigit { start += 1 }
    guard start < localEnd else { return nil }
    var domain = sign + 1
    while domain < text.count, text[domain] == " ", domain - sign < 3 { domain += 1 }
    var end = domain
    while end < text.count, text[end].isLetterOrDigit || text[end].isOne(of: ".", "-", "_") {
      end += 1
    }
    while end > domain, !text[end - 1].isLetterOrDigit { end -= 1 }
    let name = text[domain..<end]
    let isLoose = domain > sign + 1 || localEnd < sign
    // "3 @ 2 euros" is a price; with blanks a name of a site must be whole.
    let last = name.split(separator: ".").last ?? []
    let isWhole = name.contains(".") && last.count >= 2 && !last.contains(where: \.isPlainDigit)
    guard isLoose ? isWhole : name.count >= 2 else { return nil }
    return start..<end
  }

  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetterOrDigit || "._%+-'&=~!#".unicodeScalars.contains(scalar)
  }
}
