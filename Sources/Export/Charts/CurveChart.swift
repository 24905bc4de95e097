public import SurveyModel

/// Curves over two logarithmic axes: what several programs take as their input grows.
public struct CurveChart: Sendable {
  /// One curve.
  public struct Series: Sendable {
    public var name: String
    /// From left to right; both numbers above 0.
    public var points: [(x: Double, y: Double)]
    /// Drawn in colour over the others.
    public var isOurs: Bool

    public init(name: String, points: [(x: Double, y: Double)], isOurs: Bool) {
      self.name = name
      self.points = points
      self.isOurs = isOurs
    }
  }

  /// What stands over the chart, along its axes, and under it.
  public struct Words: Sendable {
    public var title: String
    public var x: String
    public var y: String
    public var foot: [String]

    public init(title: String, x: String, y: String, foot: [String]) {
      self.title = title
      self.x = x
      self.y = y
      self.foot = foot
    }
  }

  let words: Words
  let series: [Series]
  let language: Language

  /// - Precondition: some curve has a point, and all numbers are above 0.
  public init(_ words: Words, _ series: [Series], in language: Language) {
    precondition(series.contains { !$0.points.isEmpty })
    precondition(series.allSatisfy { $0.points.allSatisfy { $0.x > 0 && $0.y > 0 } })
    self.words = words
    self.series = series
    self.language = language
  }

  /// The chart as a picture of its own.
  ///
  /// - Complexity: O(points + curves squared).
  public func svg(width: Int = ChartData.width, height: Int = 460) -> [UInt8] {
    CurveDrawing(self, width: Double(width), height: Double(height)).bytes
  }
}
