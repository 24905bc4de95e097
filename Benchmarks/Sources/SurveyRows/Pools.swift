/// Cells that hold more than one answer or free text, drawn once and used many times.
enum Pools {
  /// Every combination of `sizes` options, joined; the first options are the most frequent.
  ///
  /// - Parameter wrapsCommas: a label that holds a comma stands in quotes of its own.
  static func combinations(
    _ labels: [String], _ sizes: ClosedRange<Int>, joiner: String, wrapsCommas: Bool
  ) -> Choice {
    let sizeShare = [0, 0.25, 0.3, 0.25, 0.13, 0.07]
    var cells: [String] = []
    var shares: [Double] = []
    for size in sizes {
      let chosen = subsets(of: labels.count, size)
      let weights = chosen.map { $0.reduce(1.0) { $0 / Double($1 + 3) } }
      let total = weights.reduce(0, +)
      for (subset, weight) in zip(chosen, weights) {
        cells.append(
          subset.map { index in
            let label = labels[index]
            return wrapsCommas && label.contains(",") ? "\"\(label)\"" : label
          }.joined(separator: joiner))
        shares.append(sizeShare[size] * weight / total)
      }
    }
    return Choice(cells, shares: shares)
  }

  private static func subsets(of count: Int, _ size: Int, from first: Int = 0) -> [[Int]] {
    if size == 0 { return [[]] }
    return (first..<count).flatMap { index in
      subsets(of: count, size - 1, from: index + 1).map { [index] + $0 }
    }
  }

  /// Three different items in order: their indexes and shares.
  static func orders(of count: Int) -> (orders: [[Int]], choice: Choice) {
    var orders: [[Int]] = []
    var shares: [Double] = []
    for a in 0..<count {
      for b in 0..<count where b != a {
        for c in 0..<count where c != a && c != b {
          orders.append([a, b, c])
          shares.append(1 / Double((a + 3) * (b + 5) * (c + 7)))
        }
      }
    }
    return (orders, Choice(orders.map { "\($0)" }, shares: shares))
  }

  /// Sentences of 6 to 39 words; a messy one holds a quoted word and a line break.
  static func texts(_ count: Int, messy: Bool, _ random: inout SplitMix64) -> [String] {
    (0..<count).map { _ in
      var words = (0..<6 + random.below(34)).map { _ in
        Labels.words[random.below(Labels.words.count)]
      }
      let place = 1 + random.below(words.count - 2)
      if messy {
        words[place] = "\"\(words[place])\""
        words[place + 1] = (random.below(10) < 7 ? "\n" : "\n\n") + words[place + 1]
      } else if random.below(2) == 0 {
        words[place] += ","
      }
      let text = words.joined(separator: " ").replacing(" \n", with: "\n")
      return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
  }
}
