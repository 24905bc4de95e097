/// The phrases of a codebook as a tree of word numbers.
struct PhraseTree: Sendable {
  /// Child of (node, atom); node 0 is the root.
  private var children: [UInt64: Int] = [:]
  /// The phrases that end at a node.
  private var ends: [[Int]] = [[]]

  mutating func insert(_ path: [Int], _ phrase: Int) {
    var node = 0
    for atom in path {
      let key = Self.key(node, atom)
      if let next = children[key] {
        node = next
      } else {
        ends.append([])
        node = ends.count - 1
        children[key] = node
      }
    }
    ends[node].append(phrase)
  }

  func child(of node: Int, by atom: Int) -> Int? { children[Self.key(node, atom)] }

  func phrases(at node: Int) -> [Int] { ends[node] }

  private static func key(_ node: Int, _ atom: Int) -> UInt64 {
    UInt64(node) << 32 | UInt64(atom)
  }
}
