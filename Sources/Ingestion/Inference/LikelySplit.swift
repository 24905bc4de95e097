internal import SurveyModel

/// The options that a column with several answers a cell most likely offers, for the draft of a
/// questionnaire. Wider than `SplitGuess`: rare pieces are taken for typed text, and pieces that
/// never stand apart for one option that holds the separator ("Bruit, incivilités, voisinage").
/// Nothing is counted by it.
struct LikelySplit {
  let separator: String
  /// Options and how many records give each, the most frequent first.
  let options: [(label: String, count: Int)]
  /// Pieces were left over: something was typed beside the list.
  let hasOther: Bool
  /// Different cells that hold more than one option.
  let joined: Int

  private static let fewest = 3

  /// - Returns: `nil` unless a handful of pieces makes up most of the cells.
  init?(_ answers: [CountedValue], separator: String) {
    guard answers.contains(where: { SplitGuess.holds($0.value.text, separator) }) else {
      return nil
    }
    var cells = answers.map {
      (pieces: SplitGuess.split($0.value.text, separator), count: $0.count)
    }
    let total = cells.reduce(0) { $0 + $1.count }
    // Words stand apart by spaces too: only codes are cut there.
    if separator == " ", !cells.allSatisfy({ $0.pieces.allSatisfy(Self.isCode) }) { return nil }
    guard cells.contains(where: { $0.pieces.count > 1 }), total >= 5 else { return nil }
    while let pair = Self.inseparable(cells) {
      for index in cells.indices {
        cells[index].pieces = Self.joining(pair, in: cells[index].pieces, separator)
      }
    }
    var counts: [String: Int] = [:]
    for cell in cells { for piece in Set(cell.pieces) { counts[piece, default: 0] += cell.count } }
    let known = counts.filter { $0.value >= Self.fewest && $0.key.count <= 120 }
    let mentions = counts.values.reduce(0, +)
    let covered = known.values.reduce(0, +)
    joined = cells.count { $0.pieces.count(where: { known[$0] != nil }) > 1 }
    guard (2...60).contains(known.count), covered * 4 >= mentions * 3, joined >= 2 else {
      return nil
    }
    self.separator = separator
    hasOther = covered < mentions
    options = known.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// `transport_public`, `opt-2`: a name in a form, never a word of prose.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.count <= 40
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) || $0 == 95
          || $0 == 45
      }
  }

  private struct Pair: Hashable {
    var first: String
    var second: String
  }

  /// Two pieces of which one never occurs without the other right behind it.
  private static func inseparable(_ cells: [(pieces: [String], count: Int)]) -> Pair? {
    var counts: [String: Int] = [:]
    var pairs: [Pair: Int] = [:]
    for cell in cells {
      for piece in cell.pieces { counts[piece, default: 0] += cell.count }
      for (first, second) in zip(cell.pieces, cell.pieces.dropFirst()) {
        pairs[Pair(first: first, second: second), default: 0] += cell.count
      }
    }
    let found = pairs.filter { pair, count in
      let isOpen = !SplitGuess.hasMatchedBrackets(pair.first)
      return counts[pair.first] == count
        && (isOpen || (counts[pair.second] == count && count >= fewest))
    }
    return found.min {
      ($1.value, $0.key.first, $0.key.second) < ($0.value, $1.key.first, $1.key.second)
    }?.key
  }

  private static func joining(
    _ pair: Pair, in pieces: [String], _ separator: String
  ) -> [String] {
    var out: [String] = []
    for piece in pieces {
      if out.last == pair.first, piece == pair.second {
        out[out.count - 1] += separator + piece
      } else {
        out.append(piece)
      }
    }
    return out
  }
}
