/// The limits between which a figure lies, at a confidence level that the caller chose.
public struct Interval: Hashable, Sendable {
  public let lower: Double
  public let upper: Double

  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  public var width: Double { upper - lower }

  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// The part inside `bounds`: for the display of intervals that may leave [0, 1].
  public func clipped(to bounds: ClosedRange<Double> = 0...1) -> Interval {
    Interval(
      lower: min(max(lower, bounds.lowerBound), bounds.upperBound),
      upper: min(max(upper, bounds.lowerBound), bounds.upperBound))
  }
}
