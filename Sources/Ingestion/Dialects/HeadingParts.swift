internal import SurveyModel

/// Splits `Question [Item]` on its last pair of brackets: the item itself may hold brackets, and
/// so may the question.
///
/// - Returns: `nil` when the heading does not end with a bracket that closes one of its own.
func splitBracketed(_ heading: String) -> (question: String, item: String)? {
  let trimmed = trimmedText(heading)
  guard trimmed.hasSuffix("]") else { return nil }
  var depth = 0
  var index = trimmed.endIndex
  while index > trimmed.startIndex {
    index = trimmed.index(before: index)
    if trimmed[index] == "]" { depth += 1 }
    if trimmed[index] == "[" {
      depth -= 1
      if depth == 0 { break }
    }
  }
  guard depth == 0, index > trimmed.startIndex else { return nil }
  let question = trimmedText(String(trimmed[..<index]))
  let item = trimmedText(
    String(trimmed[trimmed.index(after: index)..<trimmed.index(before: trimmed.endIndex)]))
  return question.isEmpty ? nil : (question, item)
}

/// Without white space at both ends: spaces, tabs, line breaks, no-break spaces.
func trimmedText(_ text: String) -> String {
  if hasVisibleEnds(text) { return text }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  if first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex { return text }
  return String(scalars[first...last])
}

/// Whether the first and the last character are visible ASCII or letters of U+00C0...U+07FF, as in
/// most texts.
private func hasVisibleEnds(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    guard let first = bytes.first, let last = bytes.last else { return false }
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    let letters: ClosedRange<UInt8> = 0xC3...0xDF
    return (visible.contains(first) || letters.contains(first))
      && (visible.contains(last) || bytes.count > 1 && letters.contains(bytes[bytes.count - 2]))
  }
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
}

/// `heading_3` → (`heading`, 3): columns that a tool numbers.
func splitNumbered(_ heading: String) -> (question: String, number: Int)? {
  guard let underscore = heading.lastIndex(of: "_") else { return nil }
  let digits = heading[heading.index(after: underscore)...]
  guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy(\.isNumber),
    let number = Int(digits), number > 0, underscore > heading.startIndex
  else { return nil }
  return (String(heading[..<underscore]), number)
}
