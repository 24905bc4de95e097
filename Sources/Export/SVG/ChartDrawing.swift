import SurveyModel

/// The marks of one chart, drawn for a width: what all kinds of charts share.
struct ChartDrawing {
  let chart: ChartData
  /// What there is; a chart with many columns takes more.
  private(set) var width: Double
  var canvas = SVGCanvas()
  /// How far down the drawing goes.
  var bottom: Double = 0

  static let label = TextMeasure(size: 13)
  static let value = TextMeasure(size: 13, isBold: true)
  static let small = TextMeasure(size: 11.5)
  static let heading = TextMeasure(size: 14, isBold: true)
  static let leading = 16.0
  static let smallLeading = 14.0

  init(_ chart: ChartData, width: Double) {
    self.chart = chart
    self.width = width
    switch chart.kind {
    case .rankedBars: drawRankedBars()
    case .columns: drawColumns()
    case .divergingBars: drawDivergingBars()
    case .heatMap: drawHeatMap()
    case .priorities: drawPriorities()
    case .podium: drawPodium()
    case .stackedRanks: drawStackedRanks()
    case .lines: drawLines()
    }
  }

  /// On a narrow screen labels stand over their bars.
  var isNarrow: Bool { width < 500 }

  mutating func widen(to needed: Double) { width = max(width, needed) }

  var language: Language { chart.language }

  func set(_ text: String) -> String { Typography.set(text, language) }

  /// `n = 157`.
  func baseLabel(_ mark: ChartData.Mark) -> String {
    let unit = mark.countsStatements ? "\u{A0}" + ChartWord.statements[language] : ""
    return mark.base.label(language).map { "n\u{A0}=\u{A0}" + $0 + unit } ?? ""
  }

  /// `41,4 %`, or the letter of the reason why there is none.
  func shareLabel(_ mark: ChartData.Mark) -> String {
    mark.share?.label(language) ?? (mark.share == nil ? countLabel(mark) : mark.reasonLetter)
  }

  func countLabel(_ mark: ChartData.Mark) -> String {
    mark.count?.label(language) ?? mark.reasonLetter
  }

  /// `[33,9 % ; 49,2 %]`.
  func intervalLabel(_ mark: ChartData.Mark) -> String? {
    guard let low = mark.low?.label(language), let high = mark.high?.label(language) else {
      return nil
    }
    return language == .french ? "[\(low)\u{A0}; \(high)]" : "[\(low), \(high)]"
  }

  /// What is drawn: the share, or the number of people where there are no shares.
  func length(_ mark: ChartData.Mark) -> Double {
    if let share = mark.share { return share.real ?? 0 }
    if case .whole(let count) = mark.count?.quantity { return Double(count) }
    return 0
  }

  func paint(_ mark: ChartData.Mark) -> (paint: Paint, isHatched: Bool) {
    if let colour = mark.colour { return Paint.theme(colour) }
    return (mark.isOther ? .other : .plain, false)
  }

  /// The width of the column of labels, and each label's lines.
  func labelColumn(
    _ labels: [String], atMost share: Double, _ measure: TextMeasure = ChartDrawing.label
  ) -> (width: Double, lines: [[String]]) {
    let limit = width * share
    let widest = labels.map(measure.width).max() ?? 0
    let column = min(widest, limit)
    return (column, labels.map { measure.lines($0, within: column + 1) })
  }

  /// A part of a bar; a line of paper keeps it from the part before, whatever the eye makes of the
  /// colours.
  mutating func drawSegment(
    _ x: Double, _ top: Double, _ width: Double, _ paint: Paint, isFirst: Bool
  ) {
    canvas.rect(x, top, width, 22, paint)
    if !isFirst, width > 3 { canvas.line(x, top - 0.5, x, top + 22.5, .paper, thickness: 1.5) }
  }

  /// Swatches with their names, as many to a line as fit.
  ///
  /// - Returns: where it ends.
  mutating func drawLegend(_ items: [(paint: Paint, name: String)], at top: Double) -> Double {
    var x = 0.0
    var y = top
    for (paint, name) in items {
      let lines = Self.small.lines(name, within: width - 20)
      let needed = 18 + (lines.map(Self.small.width).max() ?? 0) + 16
      if x > 0, x + needed > width + 16 {
        x = 0
        y += 20
      }
      canvas.rect(x, y + 1, 12, 12, paint)
      canvas.text(lines, x + 18, y + 11, leading: Self.smallLeading, Self.small)
      x += needed
      y += Double(lines.count - 1) * Self.smallLeading
    }
    return y + 26
  }

  /// A chart without anything to draw says so.
  mutating func drawNothing() {
    canvas.text(ChartWord.noAnswers[language], 0, 14, Self.label, .muted)
    bottom = 20
  }
}

extension [ChartData.Mark] {
  /// Runs of marks that share a key, in their order.
  func runs<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
    var runs: [[Element]] = []
    for mark in self {
      if let last = runs.last?.last, key(last) == key(mark) {
        runs[runs.count - 1].append(mark)
      } else {
        runs.append([mark])
      }
    }
    return runs
  }
}
