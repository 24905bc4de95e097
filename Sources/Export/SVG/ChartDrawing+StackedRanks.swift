extension ChartDrawing {
  /// A bar an item, a segment a rank, the darkest first; at the end how many cite it at any rank.
  mutating func drawStackedRanks() {
    let rows = chart.marks.runs { $0.code ?? $0.label }
    guard let ranks = rows.first?.count, ranks > 0 else { return drawNothing() }
    let paints = Paint.ranks(ranks)
    var y = drawLegend(
      zip(paints, rows[0]).map { ($0, set($1.series ?? $1.label)) }, at: 0)
    let isCounted = Set(chart.marks.map(\.base)).count > 1
    func extent(_ mark: ChartData.Mark) -> Double {
      guard isCounted else { return length(mark) }
      if case .whole(let count) = mark.count?.quantity { return Double(count) }
      return 0
    }
    func text(_ mark: ChartData.Mark) -> String {
      isCounted ? countLabel(mark) : shareLabel(mark)
    }
    let labels = labelColumn(rows.map { set($0[0].label) }, atMost: isNarrow ? 1 : 0.38)
    let left = isNarrow ? 0 : labels.width + 12
    let totals = rows.map { row in
      chart.totals.first { $0.code == row[0].code && $0.label == row[0].label }.map(text) ?? ""
    }
    let room = (totals.map(Self.value.width).max() ?? 0) + 10
    let most = rows.map { $0.reduce(0) { $0 + extent($1) } }.max() ?? 0
    let scale = (width - left - room) / max(most, 1)
    let top = y
    for (index, row) in rows.enumerated() {
      let lines = labels.lines[index]
      let textHeight = Double(lines.count) * Self.leading
      let height = isNarrow ? 22 : max(textHeight, 22)
      var barTop = y + (height - 22) / 2
      if isNarrow {
        canvas.text(lines, 0, y + 13, leading: Self.leading, Self.label)
        barTop = y + textHeight + 3
      } else {
        let textTop = y + (height - textHeight) / 2
        canvas.text(lines, 0, textTop + 12.5, leading: Self.leading, Self.label)
      }
      var x = left
      for (mark, paint) in zip(row, paints) {
        let segment = extent(mark) * scale
        drawSegment(x, barTop, segment, paint, isFirst: x == left)
        let number = text(mark)
        if Self.small.width(number) + 6 <= segment {
          canvas.text(
            number, x + segment / 2, barTop + 15, Self.small, paint.text, anchor: .middle)
        }
        x += segment
      }
      canvas.text(totals[index], x + 6, barTop + 15.5, Self.value)
      y = (isNarrow ? barTop + 22 : y + height) + 8
    }
    if !isNarrow { canvas.line(left, top - 4, left, y - 2, .ink) }
    bottom = y
  }
}
