internal import SurveyModel

/// Labels that are bands of a quantity (`moins de 18 ans`, `18-29`, `> 60`), in ascending order.
///
/// - Returns: `nil` unless every label begins with a number or a word of comparison before one, and
///   all differ.
func orderedBands(_ labels: [String]) -> [String]? {
  var keys: [(label: String, low: Double)] = []
  for label in labels {
    guard let low = bandStart(label) else { return nil }
    keys.append((label, low))
  }
  guard keys.count >= 2, Set(keys.map(\.low)).count == keys.count else { return nil }
  return keys.sorted { $0.low < $1.low }.map(\.label)
}

private let lowWords: Set<String> = ["moins", "under", "less", "below", "jusqu", "up"]
private let highWords: Set<String> = ["plus", "over", "more", "above", "au"]
private let leads: Set<String> = ["de", "than", "a", "to", "entre", "between", "from", "dela"]

private func bandStart(_ label: String) -> Double? {
  let folded = foldedLabel(label)
  if ["zero", "zéro", "aucun", "aucune", "none"].contains(folded) { return -1 }
  var shift = 0.0
  var rest = folded[...]
  while let first = rest.unicodeScalars.first {
    if first == "<" { shift = -0.5 }
    if first == ">" { shift = 0.5 }
    guard "<>=≤≥$€£ ".unicodeScalars.contains(first) else { break }
    rest = rest.dropFirst()
  }
  // Words of comparison before the number.
  while let word = rest.split(whereSeparator: { $0 == " " || $0 == "'" }).first,
    word.first?.isNumber != true
  {
    let name = String(word)
    if lowWords.contains(name) {
      shift = -0.5
    } else if highWords.contains(name) {
      shift = 0.5
    } else if !leads.contains(name) {
      return nil
    }
    guard let end = rest.firstRange(of: name)?.upperBound else { return nil }
    rest = rest[end...].drop { $0 == " " || $0 == "'" }
  }
  while let first = rest.first, "$€£".contains(first) { rest = rest.dropFirst() }
  var digits = ""
  for character in rest {
    if character.isASCII, character.isNumber {
      digits.append(character)
    } else if character == ",", rest.contains("$") || digits.isEmpty {
      continue
    } else if character == "," || character == " " || character == "\u{202F}" {
      // A blank or a comma between thousands; else the number ends here.
      let behind = rest.drop { $0 != character }.dropFirst().prefix(3)
      guard behind.count == 3, behind.allSatisfy({ $0.isASCII && $0.isNumber }) else { break }
    } else {
      break
    }
  }
  guard let number = Double(digits) else { return nil }
  let isOpen = folded.contains("et plus") || folded.contains("and over") || folded.hasSuffix("+")
  return number + (isOpen ? 0.5 : shift)
}
