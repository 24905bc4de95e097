/// Corrections of p-values for the number of tests made together. Agrees with R `p.adjust`.
public enum MultipleTesting: Hashable, Sendable, CaseIterable {
  /// Each p as it is.
  case none
  /// p × tests (Bonferroni 1936; Dunn 1961).
  case bonferroni
  /// Bonferroni's step by step (Holm 1979): as safe, never weaker. The default here.
  case holm
  /// The expected share of false discoveries (Benjamini and Hochberg 1995).
  case benjaminiHochberg

  /// The corrected values; a test that does not exist (`nil`) is not counted.
  /// - Complexity: O(n log n).
  public func adjusted(_ p: [Double?]) -> [Double?] {
    let known = p.indices.filter { p[$0] != nil }.sorted { (p[$0] ?? 0) < (p[$1] ?? 0) }
    let n = Double(known.count)
    var result = p
    switch self {
    case .none: break
    case .bonferroni:
      for i in known { result[i] = min(1, n * (p[i] ?? 1)) }
    case .holm:
      var running = 0.0
      for (rank, i) in known.enumerated() {
        running = max(running, min(1, (n - Double(rank)) * (p[i] ?? 1)))
        result[i] = running
      }
    case .benjaminiHochberg:
      var running = 1.0
      for (rank, i) in known.enumerated().reversed() {
        running = min(running, n / Double(rank + 1) * (p[i] ?? 1))
        result[i] = running
      }
    }
    return result
  }
}
