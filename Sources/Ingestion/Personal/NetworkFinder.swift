/// IP addresses in a text, with a port, a mask or a zone behind them.
enum NetworkFinder {
  static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let isStart = text[index].isHexDigit || text[index] == ":"
      let isFree =
        index == 0
        || !(text[index - 1].isLetterOrDigit || ".:".unicodeScalars.contains(text[index - 1]))
      guard isStart, isFree, let end = version4(text, index) ?? version6(text, index) else {
        index += 1
        continue
      }
      out.append(index..<end)
      index = end
    }
    return out
  }

  private static func version4(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start
    for part in 0..<4 {
      var number = 0
      let first = index
      while index < text.count, text[index].isPlainDigit, index - first < 3 {
        number = number * 10 + Int(text[index].value - 48)
        index += 1
      }
      guard index > first, number <= 255 else { return nil }
      guard part < 3 else { break }
      guard index < text.count, text[index] == "." else { return nil }
      index += 1
    }
    if index < text.count, text[index].isLetterOrDigit { return nil }
    if index + 1 < text.count, text[index] == ".", text[index + 1].isPlainDigit { return nil }
    return tail(text, index, ":/")
  }

  /// Eight groups, or `::` for those left out.
  private static func version6(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    var end = start
    var colons = 0
    while end < text.count, text[end].isHexDigit || text[end] == ":" {
      if text[end] == ":" { colons += 1 }
      end += 1
    }
    if colons < 2 { return nil }
    if end < text.count, text[end] == ".", let mapped = lastGroup(text, start, end) {
      end = version4(text, mapped) ?? end
    }
    let token = text[start..<end].prefix { $0 != "." && $0 != "/" }
    let groups = token.split(separator: ":", omittingEmptySubsequences: false)
    let isShort = zip(token, token.dropFirst()).contains { $0 == ":" && $1 == ":" }
    let filled = groups.filter { !$0.isEmpty }
    guard filled.allSatisfy({ $0.count <= 4 }) || end > start + token.count,
      isShort ? filled.count >= 2 || (token.first == ":" && filled.count == 1) : groups.count == 8,
      groups.count <= 9, filled.contains(where: { $0.contains(where: \.isPlainDigit) })
    else { return nil }
    if end < text.count, text[end].isLetterOrDigit { return nil }
    return tail(text, end, "%/")
  }

  private static func lastGroup(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Int? {
    text[start..<end].lastIndex(of: ":").map { $0 + 1 }
  }

  private static func tail(_ text: [Unicode.Scalar], _ end: Int, _ signs: String) -> Int {
    guard end + 1 < text.count, signs.unicodeScalars.contains(text[end]),
      text[end + 1].isLetterOrDigit
    else { return end }
    var index = end + 1
    while index < text.count, text[index].isLetterOrDigit { index += 1 }
    return index
  }
}
