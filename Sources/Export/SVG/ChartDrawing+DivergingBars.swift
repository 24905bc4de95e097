import SurveyModel

extension ChartDrawing {
  /// A bar a group: unfavourable steps to the left of a common line, favourable ones to its right,
  /// the middle step astride; the boxes at the ends.
  mutating func drawDivergingBars() {
    // From the worst step to the best.
    let rows = chart.marks.runs { [$0.group ?? "", $0.source] }
      .map { chart.best == .first ? $0.reversed() : $0 }
    guard let steps = rows.first?.count, steps > 1 else { return drawNothing() }
    let paints = Array(Paint.steps(steps).reversed())
    var y = drawLegend(zip(paints, rows[0]).map { ($0, set($1.label)) }, at: 0) + 4
    let totals = rows.map { total(of: $0) }
    let measure = Self.value
    let gapLeft = (totals.map { measure.width($0.bad) }.max() ?? 0) + 8
    let gapRight = (totals.map { measure.width($0.good) }.max() ?? 0) + 8
    let labels = labelColumn(rows.map { groupName($0[0]) }, atMost: isNarrow ? 1 : 0.3)
    let baseWidth = rows.map { Self.small.width(baseLabel($0[0])) }.max() ?? 0
    let column = isNarrow ? 0 : max(labels.width, baseWidth) + 14
    let sides = rows.map { side(of: $0) }
    let most = (bad: sides.map(\.bad).max() ?? 0, good: sides.map(\.good).max() ?? 0)
    let scale = (width - column - gapLeft - gapRight) / max(most.bad + most.good, 1)
    let centre = column + gapLeft + most.bad * scale
    let top = y
    for (index, row) in rows.enumerated() {
      let lines = labels.lines[index]
      let base = baseLabel(row[0])
      var barTop = y
      if isNarrow {
        canvas.text(lines, 0, y + 12, leading: Self.leading, Self.label)
        let last = Self.label.width(lines.last ?? "") + 8
        let end = y + 12 + Double(lines.count - 1) * Self.leading
        canvas.text(base, last, end, Self.small, .muted)
        barTop = end + 6
      } else {
        canvas.text(lines, 0, y + 12, leading: Self.leading, Self.label)
        let under = y + 12 + Double(lines.count - 1) * Self.leading + 14
        canvas.text(base, 0, under, Self.small, .muted)
        barTop = y + (Double(lines.count - 1) * Self.leading + 30 - 22) / 2
      }
      if row.contains(where: { $0.share?.quantity == nil && $0.reason == nil }) {
        // A bar that lacks a part would show what the part is.
        let lacking = row.first { $0.share?.quantity == nil } ?? row[0]
        canvas.text(shareLabel(lacking), column, barTop + 15, Self.small, .muted)
      } else if sides[index].bad + sides[index].good == 0 {
        let reason = row[0].reason.map(set) ?? ChartWord.noAnswers[language]
        // To the left of the common line, which would strike it through.
        let room = centre - column - 8
        let lines = Self.small.lines(reason, within: room > 100 ? room : width - column)
        let first = barTop + 15 - 7 * Double(lines.count - 1)
        canvas.text(lines, column, first, leading: 14, Self.small, .muted)
      } else {
        drawSegments(row, paints, from: centre - sides[index].bad * scale, barTop, scale)
        let left = centre - sides[index].bad * scale - 6
        canvas.text(totals[index].bad, left, barTop + 15.5, measure, anchor: .end)
        canvas.text(
          totals[index].good, centre + sides[index].good * scale + 6, barTop + 15.5, measure)
      }
      y = (isNarrow ? barTop + 22 : y + Double(lines.count - 1) * Self.leading + 30) + 10
    }
    canvas.line(centre, top - 4, centre, y - 6, .ink)
    bottom = y
  }

  private mutating func drawSegments(
    _ row: [ChartData.Mark], _ paints: [Paint], from left: Double, _ top: Double, _ scale: Double
  ) {
    var x = left
    for (mark, paint) in zip(row, paints) {
      let width = length(mark) * scale
      drawSegment(x, top, width, paint, isFirst: x == left)
      let text = shareLabel(mark)
      if Self.small.width(text) + 6 <= width {
        canvas.text(text, x + width / 2, top + 15, Self.small, paint.text, anchor: .middle)
      }
      x += width
    }
  }

  private func groupName(_ mark: ChartData.Mark) -> String { set(mark.group ?? chart.whole) }

  /// Shares to both sides of the line; half of the middle step on each.
  private func side(of row: [ChartData.Mark]) -> (bad: Double, good: Double) {
    var bad = 0.0
    var good = 0.0
    for (index, mark) in row.enumerated() {
      if 2 * index + 1 == row.count {
        bad += length(mark) / 2
        good += length(mark) / 2
      } else if 2 * index + 1 < row.count {
        bad += length(mark)
      } else {
        good += length(mark)
      }
    }
    return (bad, good)
  }

  /// The boxes of the row's group, as the table has them.
  func total(of row: [ChartData.Mark]) -> (bad: String, good: String) {
    func box(_ code: String) -> String {
      let mark = chart.totals.first {
        $0.code == code && $0.group == row[0].group && $0.source == row[0].source
      }
      return mark?.share?.label(language) ?? ""
    }
    return (box("bottom-box"), box("top-box"))
  }
}
