internal import SurveyModel

/// Guesses where a cell with several answers splits, by a rule that a reader can check: on `|`, `;`
/// or `, ` when every piece also occurs alone in some cell or in at least three different
/// combinations, and no piece holds an unmatched bracket.
struct SplitGuess {
  let separator: String
  /// The pieces in order of frequency, most frequent first.
  let options: [String]
  /// How many records hold each.
  let counts: [Int]
  /// Different cells with more than one piece.
  let joined: Int
  /// A cell that may be one answer whose label holds the separator: the one that most records give.
  let ambiguous: String?

  private static let separators = ["|", ";", ", "]

  /// - Returns: `nil` when no separator passes the rule.
  init?(_ column: EncodedColumn) {
    for separator in Self.separators {
      if let pieces = Self.passing(column, separator) {
        self.init(separator, pieces, Self.ambiguous(column, separator))
        return
      }
    }
    return nil
  }

  /// Splits on what the user says, whatever the rule.
  init(_ column: EncodedColumn, on separator: String) {
    self.init(separator, Self.count(column, separator), nil)
  }

  private init(_ separator: String, _ pieces: Pieces, _ ambiguous: String?) {
    self.ambiguous = ambiguous
    self.separator = separator
    let sorted = pieces.sorted()
    options = sorted.map(\.text)
    counts = sorted.map(\.count)
    joined = pieces.joined
  }

  /// Labels hold commas; no form writes a bar or a semicolon into one.
  private static func ambiguous(_ column: EncodedColumn, _ separator: String) -> String? {
    guard separator == ", " else { return nil }
    let joined = column.values.indices.filter { index in
      column.counts[index + 2] > 1 && split(column.values[index].text, separator).count == 2
    }
    let most = joined.max { first, second in
      (column.counts[first + 2], second) < (column.counts[second + 2], first)
    }
    return most.map { trimmedText(column.values[$0].text) }
  }

  private static func passing(_ column: EncodedColumn, _ separator: String) -> Pieces? {
    guard column.values.contains(where: { holds($0.text, separator) }) else { return nil }
    let pieces = count(column, separator)
    guard pieces.joined > 0 else { return nil }
    let passes = pieces.pieces.allSatisfy { text, piece in
      (piece.alone || piece.combinations >= 3) && hasMatchedBrackets(text)
    }
    return passes ? pieces : nil
  }

  private struct Piece {
    var count = 0
    var alone = false
    var combinations = 0

    mutating func add(_ records: Int, isAlone: Bool) {
      count += records
      if isAlone { alone = true } else { combinations += 1 }
    }
  }

  private struct Pieces {
    var pieces: [String: Piece] = [:]
    /// Cells with more than one piece.
    var joined = 0

    func sorted() -> [(text: String, count: Int)] {
      pieces.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        .map { ($0.key, $0.value.count) }
    }
  }

  private static func count(_ column: EncodedColumn, _ separator: String) -> Pieces {
    var out = Pieces()
    for (index, value) in column.values.enumerated() {
      let pieces = split(value.text, separator)
      let texts = pieces.count < 2 ? pieces : Array(Set(pieces))
      if texts.count > 1 { out.joined += 1 }
      for text in texts {
        out.pieces[text, default: Piece()].add(
          column.counts[index + 2], isAlone: texts.count == 1)
      }
    }
    return out
  }

  static func split(_ text: String, _ separator: String) -> [String] {
    if !holds(text, separator) {
      let trimmed = trimmedText(text)
      return trimmed.isEmpty ? [] : [trimmed]
    }
    var text = text
    let pieces = text.withUTF8 { bytes in
      CellSplitter.ranges(of: bytes, Array(separator.utf8)).map {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self)
      }
    }
    return pieces.map(trimmedText).filter { !$0.isEmpty }
  }

  /// Whether the separator occurs at all: most columns are ruled out by this look at their bytes.
  static func holds(_ text: String, _ separator: String) -> Bool {
    var text = text
    var separator = separator
    return text.withUTF8 { bytes in
      separator.withUTF8 { wanted in
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
          if (1..<wanted.count).allSatisfy({ bytes[start + $0] == wanted[$0] }) { return true }
        }
        return false
      }
    }
  }

  static func hasMatchedBrackets(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
