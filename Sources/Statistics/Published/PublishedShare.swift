/// A percentage as it was printed: `41.4` is 414 tenths.
///
/// The question it answers: which counts over which bases give this number when they are rounded?
/// All in whole numbers; a tie may have been rounded either way, since programs differ.
public struct PublishedShare: Sendable, Hashable {
  /// The number without its decimal sign: 414 for 41.4.
  public let digits: Int
  /// How many of its digits stand behind the decimal sign.
  public let decimals: Int

  private static let powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
  /// Bases and decimals beyond these would leave whole numbers.
  public static let largestBase = 1_000_000_000
  public static let mostDecimals = 6

  /// - Returns: `nil` for a share below 0 or above 100, or with more than six decimals.
  public init?(digits: Int, decimals: Int) {
    guard (0...Self.mostDecimals).contains(decimals), digits >= 0,
      digits <= 100 * Self.powers[decimals]
    else { return nil }
    (self.digits, self.decimals) = (digits, decimals)
  }

  private var scale: Int { 100 * Self.powers[decimals] }

  /// The counts that round to this percentage of `base`; `nil`: none does.
  ///
  /// A count c fits when |100·c/base − p| is at most half a unit of the last decimal.
  /// - Complexity: O(1).
  public func counts(of base: Int) -> ClosedRange<Int>? {
    guard (1...Self.largestBase).contains(base) else { return nil }
    let scale = Int128(scale)
    let digits = Int128(digits)
    let base = Int128(base)
    // c·scale/base within digits ± 1/2.
    let low = max(0, (2 * digits - 1) * base)
    let high = (2 * digits + 1) * base
    let first = (low + 2 * scale - 1) / (2 * scale)
    let last = min(high / (2 * scale), base)
    return first <= last ? Int(first)...Int(last) : nil
  }

  /// Whether any count of `base` gives this percentage.
  public func fits(_ base: Int) -> Bool { counts(of: base) != nil }
}

/// Percentages that were printed of one whole.
public enum PublishedShares {
  /// The bases in `range` of which every share is possible.
  /// - Complexity: O(shares × bases).
  public static func bases(of shares: [PublishedShare], in range: ClosedRange<Int>) -> [Int] {
    range.filter { base in shares.allSatisfy { $0.fits(base) } }
  }

  /// Whether parts of a whole, each person in one of them, can add up to `base`.
  ///
  /// Sums of printed percentages tell little (99 and 101 are common); the counts behind them must sum
  /// to the base exactly.
  public static func canAddUp(_ parts: [PublishedShare], to base: Int) -> Bool {
    let ranges = parts.compactMap { $0.counts(of: base) }
    guard ranges.count == parts.count else { return false }
    return ranges.reduce(0) { $0 + $1.lowerBound } <= base
      && base <= ranges.reduce(0) { $0 + $1.upperBound }
  }
}
