import SurveyModel

extension ChartDrawing {
  /// A column a day or a month, where it is in time, as tall as people are many; the number on top
  /// where it fits, and always on the tallest.
  mutating func drawColumns() {
    guard let axis = TimeAxis(chart.marks.map(\.code)) else { return drawRankedBars() }
    let counts = chart.marks.map { mark -> Int? in
      if case .whole(let count) = mark.count?.quantity { count } else { nil }
    }
    let most = max(counts.compactMap(\.self).max() ?? 0, 1)
    let (top, plot) = (20.0, 120.0)
    let step = min(60, width / Double(axis.span))
    let gap = step > 8 ? 2.0 : 1.0
    let foot = top + plot
    let labels = chart.marks.map(countLabel)
    let isRoomy = (labels.map(Self.small.width).max() ?? 0) + 2 <= step
    let tallest = counts.firstIndex(of: most)
    for (index, mark) in chart.marks.enumerated() {
      let left = Double(axis.positions[index]) * step
      let height = plot * Double(counts[index] ?? 0) / Double(most)
      let (paint, isHatched) = paint(mark)
      canvas.rect(
        left + gap / 2, foot - height, step - gap, height, paint, isHatched: isHatched)
      guard isRoomy || index == tallest else { continue }
      let middle = left + step / 2
      let half = Self.small.width(labels[index]) / 2
      canvas.text(
        labels[index], min(max(middle, half), width - half), foot - height - 5, Self.small,
        counts[index] == nil ? .muted : .ink, anchor: .middle)
    }
    canvas.line(0, foot, step * Double(axis.span), foot, .ink)
    drawDates(axis, step: step, at: foot + 16)
    bottom = foot + 38
  }

  /// The first and the last date with their years, and between them as many as fit.
  private mutating func drawDates(_ axis: TimeAxis, step: Double, at y: Double) {
    let order = axis.positions.indices.sorted { axis.positions[$0] < axis.positions[$1] }
    guard let first = order.first, let last = order.last else { return }
    func middle(_ index: Int) -> Double { (Double(axis.positions[index]) + 0.5) * step }
    func width(_ text: String) -> Double { Self.small.width(text) }
    let opening = axis.dates[first].text(language)
    let closing = axis.dates[last].text(language)
    canvas.text(opening, 0, y, Self.small, .muted)
    let end = max(step * Double(axis.span), width(opening) + width(closing) + 12)
    canvas.text(closing, end, y, Self.small, .muted, anchor: .end)
    var free = width(opening) + 12
    let stop = end - width(closing) - 12
    for index in order.dropFirst().dropLast() {
      let text = axis.dates[index].short(language)
      let left = middle(index) - width(text) / 2
      guard left >= free, left + width(text) <= stop else { continue }
      canvas.text(text, middle(index), y, Self.small, .muted, anchor: .middle)
      canvas.line(middle(index), y - 16, middle(index), y - 12, .ink)
      free = left + width(text) + 24
    }
  }
}
