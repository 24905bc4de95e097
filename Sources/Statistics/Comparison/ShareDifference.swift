/// Two shares of two simple random samples of different people: second less first.
public struct ShareDifference: Sendable, Equatable {
  public let first: ShareOfSample
  public let second: ShareOfSample
  public let difference: Double
  /// √(p₁ (1 - p₁)/n₁ + p₂ (1 - p₂)/n₂).
  public let standardError: Double
  /// With the share of both samples together: the test of equality. `nil` when nothing varies.
  public let zPooled: Double?
  public let zUnpooled: Double?

  /// - Returns: `emptyBase`, or `notComparable` with the obstacles.
  public static func of(
    _ first: ShareOfSample, _ second: ShareOfSample, obstacles: [Incomparability] = []
  ) -> Estimated<ShareDifference> {
    if !obstacles.isEmpty { return .failure(.notComparable(obstacles)) }
    guard first.size > 0, second.size > 0 else { return .failure(.emptyBase) }
    let test = TwoShares((second.count, second.size), (first.count, first.size))
    return .success(
      ShareDifference(
        first: first, second: second, difference: test.difference,
        standardError: test.standardError, zPooled: test.z, zUnpooled: test.zUnpooled))
  }

  /// Two-sided. R `prop.test(correct = FALSE)`.
  public var pPooled: Double? { zPooled.map(Normal.twoSided) }
  public var pUnpooled: Double? { zUnpooled.map(Normal.twoSided) }

  /// difference ± z se; collapses when both shares are 0 or 1.
  public func waldInterval(level: Double = 0.95) -> Interval {
    let half = Normal.critical(level: level) * standardError
    return Interval(lower: difference - half, upper: difference + half)
  }

  /// The interval built from Wilson's intervals of both shares (Newcombe 1998, method 10); the one to
  /// report.
  public func newcombeInterval(level: Double = 0.95) -> Interval {
    let z = Normal.critical(level: level)
    let p = (first.count / first.size, second.count / second.size)
    let a = ShareFormulas.wilson(p.0, first.size, z: z)
    let b = ShareFormulas.wilson(p.1, second.size, z: z)
    func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return Interval(
      lower: difference - root(p.1 - b.lower, a.upper - p.0),
      upper: difference + root(b.upper - p.1, p.0 - a.lower))
  }
}
