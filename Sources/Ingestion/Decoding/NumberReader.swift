/// A number as people and spreadsheets write it: decimal comma or point, blanks (also no-break and
/// narrow ones) between thousands, a percent sign (`12 %` is 0.12).
///
/// - Returns: `nil` where the text is no number, or could be two (`12 34`).
public func readNumber(_ text: String) -> Double? {
  // Most answers are words: their first letter is enough.
  if let first = text.utf8.first, (0x41...0x7A).contains(first) || (0xC3...0xDF).contains(first) {
    return nil
  }
  if let number = readPlainNumber(text) { return number }
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

/// A sign, digits, a decimal sign and digits, no more than 15 together, as most numbers are written;
/// `nil` for all others. Both the digits and the power of ten are exact, so that their quotient is
/// the nearest number, as `Double(String)` gives it (Clinger 1990).
private func readPlainNumber(_ text: String) -> Double? {
  var text = text
  return text.withUTF8 { bytes in
    guard (1...17).contains(bytes.count) else { return nil }
    var index = 0
    let isNegative = bytes[0] == 0x2D
    if isNegative || bytes[0] == 0x2B { index = 1 }
    var whole = 0
    var digits = 0
    func takeDigits() {
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
        whole = whole &* 10 &+ Int(bytes[index] &- 0x30)
        digits += 1
        index += 1
      }
    }
    takeDigits()
    guard digits > 0 else { return nil }
    var divisor = 1.0
    if index < bytes.count, bytes[index] == 0x2C || bytes[index] == 0x2E {
      index += 1
      let before = digits
      takeDigits()
      if digits == before || digits > 15 { return nil }
      divisor = powersOfTen[digits - before]
    }
    guard index == bytes.count, digits <= 15 else { return nil }
    let number = Double(whole) / divisor
    return isNegative ? -number : number
  }
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

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
