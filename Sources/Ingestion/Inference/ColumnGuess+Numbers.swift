internal import SurveyModel

/// Columns of numbers: quantities, scales, codes, and numbers among a few words.
extension ColumnGuess {
  /// `nil` at the first text that is no number.
  static func allNumbers(_ texts: [String]) -> [Double]? {
    var numbers: [Double] = []
    for text in texts {
      guard let number = readNumber(text) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// Numbers with commas or points of which nothing tells what they separate, or that stand between
  /// thousands; `nil` for all others.
  static func ofSeparatedNumbers(
    _ values: [CountedValue], _ texts: [String]
  ) -> ColumnGuess? {
    guard texts.contains(where: { $0.utf8.contains(0x2C) || $0.utf8.contains(0x2E) }) else {
      return nil
    }
    let format = NumberFormat(texts)
    let ambiguous = Set(format.ambiguous)
    let isNumbers = texts.allSatisfy { ambiguous.contains($0) || format.read($0) != nil }
    if format.isOpen, isNumbers {
      return ColumnGuess(openDecimals: format, values.count)
    }
    // With signs between the thousands: nothing that could be counted value by value.
    guard isNumbers, texts.contains(where: { readNumber($0) == nil }) else { return nil }
    return ColumnGuess(
      .number, fr: "\(values.count) nombres différents", en: "\(values.count) different numbers")
  }

  /// Numbers of which nobody knows how large they are: not counted.
  private init(openDecimals format: NumberFormat, _ count: Int) {
    self.init(.number, fr: "\(count) nombres différents", en: "\(count) different numbers")
    openPoints = [.decimalSign(examples: Array(format.ambiguous.prefix(3)))]
  }

  static func ofNumbers(
    _ values: [CountedValue], _ numbers: [Double], heading: String
  ) -> ColumnGuess {
    let isWhole = numbers.allSatisfy { $0 == $0.rounded() && abs($0) < 1e9 }
    if isWhole, values.count >= 5, values.allSatisfy({ $0.count == 1 }),
      Set(zip(numbers, numbers.dropFirst()).map { $1 - $0 }) == [1]
    {
      var guess = ColumnGuess(
        .number, fr: "un numéro par enregistrement", en: "a number for each record")
      guess.likely = .ignored
      return guess
    }
    guard values.count <= mostSteps && isWhole else {
      var guess = ColumnGuess(
        .number, fr: "\(values.count) nombres différents", en: "\(values.count) different numbers")
      if isWhole {
        guess.askAbout(SpecialCodes.among(Set(numbers.map { Int($0) })), values, numbers)
      }
      return guess
    }
    var guess = ColumnGuess(
      .ignored,
      fr: values.count == 1 ? "un seul nombre" : "\(values.count) nombres entiers différents",
      en: values.count == 1 ? "a single number" : "\(values.count) different whole numbers")
    let sorted = mergedLabels(values).sorted {
      (readNumber($0.label) ?? 0, $0.label) < (readNumber($1.label) ?? 0, $1.label)
    }
    guess.setOptions(sorted.map(\.label), sorted)
    let whole = Set(numbers.map { Int($0) })
    if let scale = NumericScaleGuess(whole, heading: heading) {
      guess.likely = .numericScale(NumericScale(range: scale.range, best: nil))
      let bounds = "\(scale.range.lowerBound)..\(scale.range.upperBound)"
      guess.evidence.append(
        scale.isStated
          ? Bilingual(fr: "échelle \(bounds) dans l'intitulé", en: "scale \(bounds) in the heading")
          : Bilingual(fr: "de \(bounds), comme une échelle", en: "from \(bounds), like a scale"))
      guess.openPoints = [.scaleDirection(steps: scale.range.map(String.init))]
      let zero = whole.contains(0) && !scale.isStated ? [0] : []
      guess.askAbout(zero + scale.special, values, numbers)
    } else if whole.count > 2 {
      guess.likely = .number
      guess.askAbout(SpecialCodes.among(whole), values, numbers)
    }
    return guess
  }

  private mutating func askAbout(
    _ codes: [Int], _ values: [CountedValue], _ numbers: [Double]
  ) {
    for code in codes {
      let count = zip(values, numbers).reduce(0) { $1.1 == Double(code) ? $0 + $1.0.count : $0 }
      openPoints.append(.code(String(code), count: count))
    }
  }

  /// Numbers, but for a few texts that may stand for missing answers ("NSP").
  static func ofNumbersAndWords(
    _ values: [CountedValue], _ filled: Int, heading: String
  ) -> (likely: ResponseType, points: [OpenPoint])? {
    let words = values.filter { readNumber($0.value.text) == nil }
    let others = words.reduce(0) { $0 + $1.count }
    guard words.count <= 4, others * 5 <= filled, others < filled,
      words.allSatisfy({ ScaleWords.outside.contains(ScaleWords.key($0.value.text)) })
    else { return nil }
    let rest = values.filter { readNumber($0.value.text) != nil }
    let numbers = rest.compactMap { readNumber($0.value.text) }
    let guess = ofNumbers(rest, numbers, heading: heading)
    if case .single = guess.likely { return nil }
    let points = words.map { OpenPoint.code(trimmedText($0.value.text), count: $0.count) }
    return (guess.likely, guess.openPoints + points)
  }
}
