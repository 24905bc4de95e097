import SurveyModel

extension ChartDrawing {
  /// A bar an answer, from a common line, with its share and number of people at the end. Bars of
  /// a chart in which nobody passes two fifths do not fill the width, so that little looks little.
  mutating func drawRankedBars() {
    let marks = chart.marks
    guard !marks.isEmpty else { return drawNothing() }
    let labels = labelColumn(marks.map { set($0.label) }, atMost: isNarrow ? 1 : 0.38)
    let left = isNarrow ? 0 : labels.width + 12
    let ends = marks.map { [shareLabel($0), extra($0)] }
    let room = ends.map { Self.value.width($0[0]) + Self.small.width($0[1]) + 14 }.max() ?? 0
    let most = marks.map { max(length($0), $0.high?.real ?? 0) }.max() ?? 0
    let isShare = marks.contains { $0.share != nil }
    let domain = isShare ? max(most, 40) : max(most, 1)
    let scale = max(20, width - left - room) / domain
    let steps = chart.best.map { stepPaints(marks.count, best: $0) }
    var y = 0.0
    let isThin = !isNarrow && labels.lines.allSatisfy { $0.count == 1 }
    let barHeight = isThin ? 18.0 : 16.0
    for (index, mark) in marks.enumerated() {
      let lines = labels.lines[index]
      let textHeight = Double(lines.count) * Self.leading
      var barTop = y + 4
      if isNarrow {
        canvas.text(lines, 0, y + 13, leading: Self.leading, Self.label)
        barTop = y + textHeight + 2
      } else {
        let height = max(textHeight, barHeight)
        barTop = y + 4 + (height - barHeight) / 2
        let textTop = y + 4 + (height - textHeight) / 2
        canvas.text(lines, 0, textTop + 12.5, leading: Self.leading, Self.label)
      }
      let end = left + length(mark) * scale
      let (paint, isHatched) = steps.map { ($0[index], false) } ?? self.paint(mark)
      canvas.rect(left, barTop, end - left, barHeight, paint, isHatched: isHatched)
      let tip = drawInterval(mark, left: left, scale: scale, middle: barTop + barHeight / 2) ?? end
      let baseline = barTop + barHeight / 2 + 4.5
      canvas.text(ends[index][0], max(end, tip) + 6, baseline, Self.value)
      canvas.text(
        ends[index][1], max(end, tip) + 6 + Self.value.width(ends[index][0]) + 2, baseline,
        Self.small, .muted)
      y = isNarrow ? barTop + barHeight + 8 : y + max(textHeight, barHeight) + 8
    }
    if !isNarrow { canvas.line(left, 0, left, y, .ink) }
    bottom = y
  }

  /// The number of people beside the share, and the interval.
  private func extra(_ mark: ChartData.Mark) -> String {
    guard mark.share?.quantity != nil, let count = mark.count?.label(language) else { return "" }
    return "(\(count))" + (intervalLabel(mark).map { " " + $0 } ?? "")
  }

  /// - Returns: where it ends; `nil` where the mark has none.
  mutating func drawInterval(
    _ mark: ChartData.Mark, left: Double, scale: Double, middle: Double
  ) -> Double? {
    guard let low = mark.low?.real, let high = mark.high?.real else { return nil }
    let (from, to) = (left + low * scale, left + high * scale)
    // White under black, so that it is seen on the bar as well as beside it.
    canvas.line(from, middle, to, middle, .paper, thickness: 4)
    canvas.line(from, middle, to, middle, .ink, thickness: 1.5)
    for x in [from, to] { canvas.line(x, middle - 4, x, middle + 4, .ink, thickness: 1.5) }
    return to
  }

  /// The paints of a scale in the order of its steps.
  func stepPaints(_ count: Int, best: OrdinalScale.BestEnd) -> [Paint] {
    let paints = Paint.steps(count)
    return best == .first ? paints : paints.reversed()
  }
}
