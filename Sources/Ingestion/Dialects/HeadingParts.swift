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
  // Most texts begin and end with a visible ASCII character.
  let visible: ClosedRange<UInt8> = 0x21...0x7E
  if let first = text.utf8.first, let last = text.utf8.last, visible.contains(first),
    visible.contains(last)
  {
    return text
  }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  if first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex { return text }
  return String(scalars[first...last])
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
