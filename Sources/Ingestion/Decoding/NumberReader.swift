/// A number as people and spreadsheets write it: decimal comma or point, blanks (also no-break and
/// narrow ones) between thousands, a percent sign (`12 %` is 0.12).
///
/// - Returns: `nil` where the text is no number, or could be two (`12 34`).
public func readNumber(_ text: String) -> Double? {
  // Most answers are words: their first letter is enough.
  if let first = text.utf8.first, (0x41...0x7A).contains(first) { return nil }
  var scalars = Array(trimmedText(text).unicodeScalars)
  guard !scalars.isEmpty, scalars.count <= 40 else { return nil }
  var divisor = 1.0
  if scalars.last == "%" {
    scalars.removeLast()
    while let last = scalars.last, isGroupBlank(last) { scalars.removeLast() }
    divisor = 100
  }
  var digits = ""
  var index = 0
  if let sign = scalars.first, sign == "-" || sign == "+" || sign == "\u{2212}" {
    if sign != "+" { digits = "-" }
    index = 1
  }
  guard let whole = readWhole(scalars, &index) else { return nil }
  digits += whole
  if index < scalars.count, scalars[index] == "," || scalars[index] == "." {
    index += 1
    let start = index
    while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    if index == start { return nil }
    digits += "." + scalars[start..<index].map(String.init).joined()
  }
  if index < scalars.count, scalars[index] == "e" || scalars[index] == "E" {
    index += 1
    var exponent = "e"
    if index < scalars.count, scalars[index] == "+" || scalars[index] == "-" {
      exponent.unicodeScalars.append(scalars[index])
      index += 1
    }
    let start = index
    while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    if index == start { return nil }
    digits += exponent + scalars[start..<index].map(String.init).joined()
  }
  guard index == scalars.count, let number = Double(digits), number.isFinite else { return nil }
  return number / divisor
}

/// Digits, with blanks only between groups of three.
private func readWhole(_ scalars: [Unicode.Scalar], _ index: inout Int) -> String? {
  var groups: [String] = [""]
  while index < scalars.count {
    if isDigit(scalars[index]) {
      groups[groups.count - 1].unicodeScalars.append(scalars[index])
    } else if isGroupBlank(scalars[index]) {
      groups.append("")
    } else {
      break
    }
    index += 1
  }
  if groups.count > 1 {
    guard (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
  }
  let digits = groups.joined()
  return digits.isEmpty ? nil : digits
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func isGroupBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
}
