internal import SurveyModel

/// A text that occurs, and how many records hold it.
struct CountedValue {
  var value: DistinctValue
  var count: Int
}

/// A label, trimmed, and how many records give it.
struct LabelCount {
  var label: String
  var count: Int
}

extension EncodedColumn {
  /// The texts that are answers: not blank, not standing for a missing one.
  func answers(without missing: [MissingValue]) -> [CountedValue] {
    let absent = Set(missing.map { foldedLabel($0.text) })
    return values.indices.compactMap { index in
      guard counts[index + 2] > 0, let value = text(of: index + 2),
        absent.isEmpty || !absent.contains(foldedLabel(value.text))
      else { return nil }
      return CountedValue(value: value, count: counts[index + 2])
    }
  }

  /// Records whose cell is empty or blank.
  var blankCount: Int {
    counts.indices.reduce(0) { text(of: $1) == nil ? $0 + counts[$1] : $0 }
  }

  /// Records whose cell holds one of these texts.
  func count(of missing: [MissingValue]) -> Int {
    let absent = Set(missing.map { foldedLabel($0.text) })
    return values.indices.reduce(0) { sum, index in
      absent.contains(foldedLabel(values[index].text)) ? sum + counts[index + 2] : sum
    }
  }
}

/// Labels that differ in the blanks at their ends only, as one; the most frequent first.
func mergedLabels(_ values: [CountedValue]) -> [LabelCount] {
  var order: [String] = []
  var counts: [String: Int] = [:]
  for value in values {
    let text = trimmedText(value.value.text)
    if counts[text] == nil { order.append(text) }
    counts[text, default: 0] += value.count
  }
  return order.map { LabelCount(label: $0, count: counts[$0] ?? 0) }
    .sorted { ($1.count, $0.label) < ($0.count, $1.label) }
}

extension ColumnGuess {
  /// Options with codes made from their labels, each unique.
  static func options(_ labels: [String]) -> [AnswerOption] {
    var taken: Set<String> = []
    return labels.map { label in
      AnswerOption(code: unique(identifier(from: label), &taken), label: Bilingual(label))
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
