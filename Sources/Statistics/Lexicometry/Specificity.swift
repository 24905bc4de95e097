/// How unusual the frequency of a word is in a part of a corpus (P. Lafon, "Sur la variabilité de la
/// fréquence des formes dans un corpus", Mots 1, 1980): the hypergeometric tail, as a power of ten.
///
/// +3 says: at least this often in one draw of a thousand, if words were dealt at random; -3: at most
/// this often. Agrees with `log10(phyper())` of R, also far below the smallest double.
public struct Specificity: Sendable, Equatable {
  /// Positive for an excess, negative for a lack, in powers of ten.
  public let index: Double
  /// The frequency to be expected in the part.
  public let expected: Double

  /// - Parameters:
  ///   - count: the word in the part.
  ///   - total: the word in the corpus.
  ///   - partSize: all words of the part.
  ///   - corpusSize: all words of the corpus.
  /// - Returns: `emptyBase` for an empty part or corpus.
  /// - Precondition: the counts fit together.
  /// - Complexity: O(terms of the tail that matter).
  public static func of(
    count: Int, total: Int, partSize: Int, corpusSize: Int
  ) -> Estimated<Specificity> {
    precondition(
      count >= 0 && count <= total && count <= partSize && total <= corpusSize
        && partSize <= corpusSize && total - count <= corpusSize - partSize,
      "counts of a part lie within those of the corpus")
    guard corpusSize > 0, partSize > 0 else { return .failure(.emptyBase) }
    let law = Hypergeometric(population: corpusSize, marked: total, drawn: partSize)
    let expected = Double(total) * Double(partSize) / Double(corpusSize)
    let ln10 = 2.302585092994046
    let index =
      Double(count) >= expected
      ? -law.logAtLeast(count) / ln10 : law.logAtMost(count) / ln10
    return .success(Specificity(index: index == 0 ? 0 : index, expected: expected))
  }
}
