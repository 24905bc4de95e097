internal import SurveyModel

/// Splits a cell with several answers against the option list, so that an option that contains the
/// separator ("Tapage nocturne (musique, télévision, etc.)") stays whole. Neighbouring pieces that
/// no option explains are one text: what was typed as "other".
struct CellSplitter {
  /// The separator without blanks around it; all blanks: one space.
  let separator: String

  init(separator: String) {
    let trimmed = trimmedText(separator)
    self.separator = trimmed.isEmpty ? " " : trimmed
  }

  enum Part: Hashable {
    case known(Reading, folded: Bool)
    case unknown(String)
  }

  /// - Complexity: O(pieces²) look-ups, the longest candidates first.
  func split(_ text: String, _ reader: ListReader) -> [Part] {
    let pieces = ranges(of: text)
    var parts: [Part] = []
    var unknownStart: String.Index?
    var unknownEnd = text.startIndex
    func closeUnknown() {
      guard let start = unknownStart else { return }
      let piece = trimmedText(String(text[start..<unknownEnd]))
      if !piece.isEmpty { parts.append(.unknown(piece)) }
      unknownStart = nil
    }
    var first = 0
    while first < pieces.count {
      var last = pieces.count - 1
      var found: (reading: Reading, folded: Bool)?
      while last >= first {
        let candidate = unwrapped(
          trimmedText(String(text[pieces[first].lowerBound..<pieces[last].upperBound])))
        if !candidate.isEmpty {
          let reading = reader.read(candidate)
          if reading.reading != .unknown {
            found = reading
            break
          }
        }
        last -= 1
      }
      if let found {
        closeUnknown()
        parts.append(.known(found.reading, folded: found.folded))
        first = last + 1
      } else {
        if unknownStart == nil { unknownStart = pieces[first].lowerBound }
        unknownEnd = pieces[first].upperBound
        first += 1
      }
    }
    closeUnknown()
    return parts
  }

  /// The stretches between separators.
  private func ranges(of text: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(separator) {
        ranges.append(start..<index)
        index = text.index(index, offsetBy: separator.count)
        start = index
      } else {
        index = text.index(after: index)
      }
    }
    ranges.append(start..<text.endIndex)
    return ranges
  }

  /// Without the quotes that some tools put around a label that holds the separator.
  private func unwrapped(_ text: String) -> String {
    text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
      ? String(text.dropFirst().dropLast()) : text
  }
}
