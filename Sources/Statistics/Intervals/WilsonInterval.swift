/// Wilson's score interval at one level, for many shares: the critical value is found once.
///
/// The same numbers as `ShareOfSample.interval(.wilson)` without a population.
public struct WilsonInterval: Hashable, Sendable {
  private let z: Double

  /// - Precondition: 0 < level < 1.
  public init(level: Double) {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    z = Normal.critical(level: level)
  }

  /// The interval of `count / size`, from 0 to 1.
  ///
  /// - Precondition: 0 ≤ count ≤ size, size > 0.
  public func interval(count: Double, size: Double) -> Interval {
    precondition(count >= 0 && count <= size && size > 0, "a count lies within its base")
    return ShareFormulas.wilson(count / size, size, z: z)
  }
}
