/// Who is the 100 %: in words, in numbers, and weighted where there are weights.
///
/// A percentage never travels without it.
public struct Base: Sendable, Hashable {
  /// People (or mentions), unweighted.
  public var n: Int
  /// The sum of their weights; `nil` in an unweighted source.
  public var weighted: Double?
  /// Who they are: "répondants à la question".
  public var text: Bilingual
  /// Why there is nothing to divide by, when `n` is 0.
  public var reason: Bilingual?
  /// The numbers are withheld: `n` is then 0 and says nothing.
  public var protection: Protection?

  public init(n: Int, weighted: Double? = nil, text: Bilingual, reason: Bilingual? = nil) {
    self.n = n
    self.weighted = weighted
    self.text = text
    self.reason = reason
  }
}
