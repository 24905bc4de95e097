/// Groups answers whose sets of stems are the same, or differ by one word of three and more.
struct SimilarAnswers {
  private var sets: [[String]] = []

  mutating func add(_ stems: [String], answer: Int) {
    precondition(answer == sets.count)
    sets.append(Set(stems.filter { !StopWords.contains($0) }).sorted())
  }

  /// - Parameter texts: one an answer.
  /// - Returns: groups of two different texts and more, largest first.
  /// - Complexity: O(words²) an answer at most.
  func groups(_ texts: [String], limit: Int) -> [Suggestions.Group] {
    var parent = Array(sets.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    // Two sets that differ by one word share what is left without it.
    var seen: [[String]: Int] = [:]
    for (index, set) in sets.enumerated() where !set.isEmpty {
      var keys = [set]
      if set.count >= 3 {
        for position in set.indices {
          var rest = set
          rest.remove(at: position)
          if rest.count >= 3 || set.count >= 4 { keys.append(rest) }
        }
      }
      for key in keys {
        if let other = seen[key] { join(index, other) } else { seen[key] = index }
      }
    }
    var members: [Int: [Int]] = [:]
    for index in sets.indices where !sets[index].isEmpty {
      members[root(index), default: []].append(index)
    }
    let groups = members.sorted { $0.key < $1.key }.compactMap { _, indices -> Suggestions.Group? in
      var counts: [String: (first: Int, count: Int)] = [:]
      for index in indices { counts[texts[index], default: (index, 0)].count += 1 }
      guard counts.count > 1 else { return nil }
      let ordered = counts.sorted {
        ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first)
      }
      return Suggestions.Group(texts: ordered.map(\.key), count: indices.count)
    }
    return Array(groups.sorted { $0.count > $1.count }.prefix(limit))
  }
}
