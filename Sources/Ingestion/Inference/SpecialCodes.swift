/// Numbers that may stand for the absence of an answer: 8, 9, 88, 99, -99 beside answers that are
/// far from them. Whether they do is never guessed; it is asked.
enum SpecialCodes {
  private static let usual: Set<Int> = [
    8, 9, 88, 98, 99, 888, 998, 999, 8888, 9998, 9999, -1, -7, -8, -9, -88, -98, -99, -999,
  ]

  /// The suspicious ones among whole numbers: usual codes above all answers with a gap between, or
  /// negative beside answers that are not.
  static func among(_ numbers: Set<Int>) -> [Int] {
    let sorted = numbers.sorted()
    var answers = sorted
    while let last = answers.last, last > 0, usual.contains(last) { answers.removeLast() }
    var codes = Array(sorted.dropFirst(answers.count))
    while let code = codes.first, let highest = answers.last {
      // 99 after 92, 93 is a value among others.
      let isFar = code > highest + 1 && (code < 80 || Double(code) > 1.2 * Double(highest))
      if isFar { break }
      answers.append(codes.removeFirst())
    }
    if answers.isEmpty { codes = [] }
    let hasPlain = answers.contains { $0 >= 0 }
    return (hasPlain ? answers.filter { $0 < 0 && usual.contains($0) } : []) + codes
  }
}

/// Whole numbers that look like the steps of a scale.
struct NumericScaleGuess {
  var range: ClosedRange<Int>
  var special: [Int]
  /// The bounds stand in the heading ("de 1 à 10").
  var isStated: Bool

  /// - Parameters:
  ///   - numbers: the distinct values.
  ///   - heading: the question's wording, in which bounds may stand.
  init?(_ numbers: Set<Int>, heading: String) {
    let special = SpecialCodes.among(numbers)
    let steps = numbers.subtracting(special)
    guard let low = steps.min(), let high = steps.max() else { return nil }
    self.special = special
    if let stated = Self.statedRange(heading) {
      let above = numbers.filter { !stated.contains($0) }
      guard above.count < numbers.count else { return nil }
      range = stated
      self.special = above.sorted()
      isStated = true
      return
    }
    guard (0...1).contains(low), high <= 10, steps.count >= 3, !Self.asksForQuantity(heading)
    else { return nil }
    range = low...high
    isStated = false
  }

  private static func asksForQuantity(_ heading: String) -> Bool {
    let words = Set(heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return !words.isDisjoint(with: [
      "combien", "nombre", "âge", "age", "many", "number", "nb", "jours", "heures", "enfants",
    ])
  }

  /// `de 1 à 10`, `from 0 to 10`, `1 to 5`, `(1-5)`, `sur 10`.
  static func statedRange(_ heading: String) -> ClosedRange<Int>? {
    var tokens: [String] = []
    var word = ""
    for character in heading.lowercased() + " " {
      if character.isLetter || character.isNumber {
        if let last = word.last, last.isNumber != character.isNumber {
          tokens.append(word)
          word = ""
        }
        word.append(character)
      } else {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        if character == "-" || character == "–" { tokens.append("-") }
      }
    }
    let marks: Set<String> = ["échelle", "note", "notez", "scale", "rate", "notation"]
    guard tokens.contains(where: marks.contains) || tokens.contains("sur") else { return nil }
    for (index, token) in tokens.enumerated() where ["à", "a", "to", "-"].contains(token) {
      guard index > 0, index + 1 < tokens.count, let low = Int(tokens[index - 1]),
        let high = Int(tokens[index + 1]), (0...1).contains(low), (3...10).contains(high)
      else { continue }
      return low...high
    }
    return nil
  }
}
