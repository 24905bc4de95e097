/// Blackman and Vigna's xoshiro256** (2018), the generator of everything random in this module.
///
/// The same seed gives the same numbers on every machine: only integer arithmetic up to `unit()`.
/// Not for secrets.
public struct Xoshiro256: RandomNumberGenerator, Sendable {
  /// The name that goes with a seed in a report.
  public static let name = "xoshiro256**"

  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// Fills the state from `seed` with SplitMix64, as its authors recommend.
  public init(seed: UInt64) {
    var source = SplitMix64(seed: seed)
    s0 = source.next()
    s1 = source.next()
    s2 = source.next()
    s3 = source.next()
  }

  /// Starts from an explicit state, which must not be all zeros.
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state.0 | state.1 | state.2 | state.3 != 0, "the zero state gives only zeros")
    (s0, s1, s2, s3) = state
  }

  public mutating func next() -> UInt64 {
    let result = rotateLeft(s1 &* 5, 7) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = rotateLeft(s3, 45)
    return result
  }

  /// A number in [0, 1): the 53 highest bits.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in 0 ..< bound, each equally likely (Lemire 2019: multiply, reject the rest).
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "an empty range has no number")
    let n = UInt64(bound)
    var (high, low) = next().multipliedFullWidth(by: n)
    if low < n {
      let threshold = (0 &- n) % n
      while low < threshold { (high, low) = next().multipliedFullWidth(by: n) }
    }
    return Int(high)
  }

  /// A standard normal number, by inversion.
  public mutating func normal() -> Double {
    Normal.quantile(lower: (Double(next() >> 11) + 0.5) * 0x1p-53)
  }
}

@inline(__always)
private func rotateLeft(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 &- k)) }
