internal import SurveyModel

/// What the answers of one column look like, without a questionnaire.
struct ColumnGuess {
  var type: ResponseType
  var evidence: Bilingual
  /// Said to the user: something was guessed and can be settled.
  var split: SplitGuess?

  /// A closed question shows at most this many different answers.
  static let mostOptions = 300
  /// A column of whole numbers with at most this many different values is shown value by value.
  static let mostSteps = 21

  private init(_ type: ResponseType, fr: String, en: String) {
    self.type = type
    evidence = Bilingual(fr: fr, en: en)
  }

  static func of(
    _ column: EncodedColumn, missing: [MissingValue], splitting: SplitChoice
  ) -> ColumnGuess {
    let values = column.answers(without: missing)
    let filled = values.reduce(0) { $0 + $1.count }
    let texts = values.map { $0.value.text }
    guard !values.isEmpty else {
      return ColumnGuess(.ignored, fr: "aucune réponse", en: "no answer")
    }
    if case .on(let separator) = splitting,
      texts.contains(where: { SplitGuess.split($0, separator).count > 1 })
    {
      return ColumnGuess(split: SplitGuess(column, on: separator))
    }
    if texts.allSatisfy(looksLikeDate) {
      return ColumnGuess(
        .date(provenDateOrder(texts)), fr: "\(values.count) dates", en: "\(values.count) dates")
    }
    let numbers = texts.compactMap(readNumber)
    if numbers.count == texts.count { return ofNumbers(values, numbers) }
    if splitting == .guess, let split = SplitGuess(column), split.options.count > 1 {
      return ColumnGuess(split: split)
    }
    let longest = texts.map(\.count).max() ?? 0
    let repeats = Double(filled) / Double(values.count)
    let isClosed =
      (values.count <= 12 && longest <= 120 && (repeats >= 1.5 || filled <= 5))
      || (values.count <= mostOptions && repeats >= 3)
    if isClosed {
      let times = Int(repeats.rounded())
      return ColumnGuess(
        .single(list(values)),
        fr: "\(values.count) réponses différentes, chacune \(times) fois en moyenne",
        en: "\(values.count) different answers, each \(times) times on average")
    }
    return ColumnGuess(
      .openText, fr: "\(values.count) textes différents sur \(filled)",
      en: "\(values.count) different texts of \(filled)")
  }

  private static func ofNumbers(_ values: [CountedValue], _ numbers: [Double]) -> ColumnGuess {
    if values.count <= mostSteps && numbers.allSatisfy({ $0 == $0.rounded() }) {
      return ColumnGuess(
        .single(list(values, by: numbers)), fr: "\(values.count) nombres entiers différents",
        en: "\(values.count) different whole numbers")
    }
    return ColumnGuess(
      .number, fr: "\(values.count) nombres différents", en: "\(values.count) different numbers")
  }

  private init(split: SplitGuess) {
    type = .multiple(
      MultipleChoice(
        list: CodeList(Self.options(split.options)), layout: .cell(separator: split.separator)))
    evidence = Bilingual(
      fr: "plusieurs réponses séparées par « \(split.separator) »",
      en: "several answers separated by “\(split.separator)”")
    self.split = split
  }

  /// Options from the texts that occur: numbers ascending, else the most frequent first.
  private static func list(_ values: [CountedValue], by numbers: [Double]? = nil) -> CodeList {
    var merged: [String: (text: String, count: Int, number: Double)] = [:]
    for (index, value) in values.enumerated() {
      let text = trimmedText(value.value.text)
      merged[text, default: (text, 0, numbers?[index] ?? 0)].count += value.count
    }
    let sorted = merged.values.sorted {
      numbers == nil
        ? ($1.count, $0.text) < ($0.count, $1.text) : ($0.number, $0.text) < ($1.number, $1.text)
    }
    return CodeList(options(sorted.map(\.text)))
  }

  /// Options with codes made from their labels, each unique.
  static func options(_ labels: [String]) -> [AnswerOption] {
    var taken: Set<String> = []
    return labels.map { label in
      AnswerOption(code: unique(identifier(from: label), &taken), label: Bilingual(label))
    }
  }
}

/// A text that occurs, and how many records hold it.
struct CountedValue {
  var value: DistinctValue
  var count: Int
}

extension EncodedColumn {
  /// The texts that are answers: not blank, not standing for a missing one.
  func answers(without missing: [MissingValue]) -> [CountedValue] {
    let absent = Set(missing.map { foldedLabel($0.text) })
    return values.indices.compactMap { index in
      guard counts[index + 2] > 0, let value = text(of: index + 2),
        !absent.contains(foldedLabel(value.text))
      else { return nil }
      return CountedValue(value: value, count: counts[index + 2])
    }
  }
}

/// A short name from a label: `Tapage nocturne (musique)` → `tapage-nocturne-musique`.
func identifier(from label: String) -> String {
  let words = foldedPlace(label).split(separator: " ")
  var out = ""
  for word in words {
    let letters = word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if letters.isEmpty { continue }
    if out.utf8.count + letters.utf8.count > 40 { break }
    out += (out.isEmpty ? "" : "-") + letters
  }
  return out.isEmpty ? "x" : out
}

/// `name`, or `name-2`, `name-3`… when it is taken.
func unique(_ name: String, _ taken: inout Set<String>) -> String {
  var candidate = name
  var number = 2
  while !taken.insert(candidate).inserted {
    candidate = "\(name)-\(number)"
    number += 1
  }
  return candidate
}
