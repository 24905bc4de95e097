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

  init(_ column: EncodedColumn, missing: [MissingValue], splitting: SplitChoice) {
    let values = column.answers(without: missing)
    let filled = values.reduce(0) { $0 + $1.count }
    let texts = values.map { $0.value.text }
    func evidence(_ fr: String, _ en: String) -> Bilingual { Bilingual(fr: fr, en: en) }
    guard !values.isEmpty else {
      type = .ignored
      self.evidence = evidence("aucune réponse", "no answer")
      return
    }
    if case .on(let separator) = splitting {
      let split = SplitGuess(column, on: separator)
      if texts.contains(where: { SplitGuess.split($0, separator).count > 1 }) {
        self.init(split: split)
        return
      }
    }
    if texts.allSatisfy(looksLikeDate) {
      type = .date(provenDateOrder(texts))
      self.evidence = evidence("\(values.count) dates", "\(values.count) dates")
      return
    }
    let numbers = texts.compactMap(readNumber)
    if numbers.count == texts.count {
      if values.count <= Self.mostSteps && numbers.allSatisfy({ $0 == $0.rounded() }) {
        type = .single(Self.list(values, by: numbers))
        self.evidence = evidence(
          "\(values.count) nombres entiers différents", "\(values.count) different whole numbers")
      } else {
        type = .number
        self.evidence = evidence(
          "\(values.count) nombres différents", "\(values.count) different numbers")
      }
      return
    }
    if splitting == .guess, let split = SplitGuess(column), split.options.count > 1 {
      self.init(split: split)
      return
    }
    let longest = texts.map(\.count).max() ?? 0
    let repeats = Double(filled) / Double(values.count)
    let isClosed =
      (values.count <= 12 && longest <= 120 && (repeats >= 1.5 || filled <= 5))
      || (values.count <= Self.mostOptions && repeats >= 3)
    if isClosed {
      type = .single(Self.list(values))
      self.evidence = evidence(
        "\(values.count) réponses différentes, chacune \(Int(repeats.rounded())) fois en moyenne",
        "\(values.count) different answers, each \(Int(repeats.rounded())) times on average")
    } else {
      type = .openText
      self.evidence = evidence(
        "\(values.count) textes différents sur \(filled)",
        "\(values.count) different texts of \(filled)")
    }
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
