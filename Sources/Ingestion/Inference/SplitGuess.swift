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

  private static let separators = ["|", ";", ", "]

  /// - Returns: `nil` when no separator passes the rule.
  init?(_ column: EncodedColumn) {
    for separator in Self.separators {
      if let pieces = Self.passing(column, separator) {
        self.init(separator, pieces)
        return
      }
    }
    return nil
  }

  /// Splits on what the user says, whatever the rule.
  init(_ column: EncodedColumn, on separator: String) {
    self.init(separator, Self.count(column, separator))
  }

  private init(_ separator: String, _ pieces: Pieces) {
    self.separator = separator
    let sorted = pieces.sorted()
    options = sorted.map(\.text)
    counts = sorted.map(\.count)
    joined = pieces.joined
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
      let texts = Set(split(value.text, separator))
      if texts.count > 1 { out.joined += 1 }
      for text in texts {
        var piece = out.pieces[text] ?? Piece()
        piece.count += column.counts[index + 2]
        if texts.count == 1 { piece.alone = true } else { piece.combinations += 1 }
        out.pieces[text] = piece
      }
    }
    return out
  }

  static func split(_ text: String, _ separator: String) -> [String] {
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
