/// Positions on the globe in a text: two numbers with decimals, or degrees, minutes and seconds.
enum PositionFinder {
  private static let hemispheres = Set("NSEWO".unicodeScalars)
  private static let between = Set(" ,;/()".unicodeScalars)

  /// - Parameter decimals: how many both numbers have at least: four are some ten metres.
  static func ranges(in text: [Unicode.Scalar], decimals: Int = 4) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let isFree =
        index == 0
        || !(text[index - 1].isPlainDigit || ".,".unicodeScalars.contains(text[index - 1]))
      guard text[index].isPlainDigit, isFree else {
        index += 1
        continue
      }
      if let end = degrees(text, index) ?? pair(text, index, decimals) {
        out.append(index..<end)
        index = end
      } else {
        while index < text.count, text[index].isPlainDigit { index += 1 }
      }
    }
    return out
  }

  private static func pair(_ text: [Unicode.Scalar], _ start: Int, _ decimals: Int) -> Int? {
    guard let first = number(text, start, decimals) else { return nil }
    var index = first.end
    var signs = 0
    while index < text.count, signs < 6,
      between.contains(text[index]) || hemispheres.contains(text[index]) || text[index] == "°"
        || text[index] == "-"
    {
      index += 1
      signs += 1
    }
    guard signs > 0, let second = number(text, index, decimals) else { return nil }
    let (low, high) = (min(first.value, second.value), max(first.value, second.value))
    return low <= 90 && high <= 180 ? second.end : nil
  }

  private static func number(
    _ text: [Unicode.Scalar], _ start: Int, _ decimals: Int
  ) -> (value: Int, end: Int)? {
    var index = start
    var value = 0
    while index < text.count, text[index].isPlainDigit, index - start < 4 {
      value = value * 10 + Int(text[index].value - 48)
      index += 1
    }
    guard (1...3).contains(index - start), index < text.count,
      text[index] == "." || text[index] == ","
    else { return nil }
    index += 1
    let point = index
    while index < text.count, text[index].isPlainDigit { index += 1 }
    return index - point >= decimals ? (value, index) : nil
  }

  /// `43°12'13"N`
  private static func degrees(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start
    func skipNumber() -> Bool {
      let first = index
      while index < text.count,
        text[index].isPlainDigit || ".,".unicodeScalars.contains(text[index])
      {
        index += 1
      }
      return index > first && index - first <= 12
    }
    func skip(_ signs: String) -> Bool {
      while index < text.count, text[index] == " " { index += 1 }
      guard index < text.count, signs.unicodeScalars.contains(text[index]) else { return false }
      index += 1
      while index < text.count, text[index] == " " { index += 1 }
      return true
    }
    guard skipNumber(), skip("°"), skipNumber(), skip("'") else { return nil }
    if skipNumber() { while skip("\"'") {} }
    if index < text.count, hemispheres.contains(text[index]) { index += 1 }
    return index
  }
}
