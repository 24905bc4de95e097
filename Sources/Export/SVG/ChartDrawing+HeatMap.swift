extension ChartDrawing {
  /// Themes down, groups across: the darker, the more people cite the theme; the share in each
  /// tile.
  mutating func drawHeatMap() {
    let rows = chart.marks.runs { $0.code ?? $0.label }
    guard let columns = rows.first, !columns.isEmpty else { return drawNothing() }
    let tileText = columns.count > 8 ? Self.small : Self.label
    let labels = labelColumn(rows.map { set($0[0].label) }, atMost: isNarrow ? 0.36 : 0.32)
    let left = labels.width + 28
    let widestText = chart.marks.map { tileText.width(shareLabel($0)) }.max() ?? 0
    let widestBase = columns.map { Self.small.width(baseLabel($0)) }.max() ?? 0
    let tile = max(widestText + 6, widestBase + 6, (width - left) / Double(columns.count))
    widen(to: left + tile * Double(columns.count))
    var y = drawScale(at: 0)
    let headings = columns.map { Self.small.lines(set($0.group ?? chart.whole), within: tile - 4) }
    let headingLines = headings.map(\.count).max() ?? 1
    for (index, heading) in headings.enumerated() {
      let middle = left + (Double(index) + 0.5) * tile
      let first = y + Double(headingLines - heading.count) * Self.smallLeading + 11
      canvas.text(
        heading, middle, first, leading: Self.smallLeading, Self.small, anchor: .middle)
      canvas.text(
        baseLabel(columns[index]), middle,
        y + Double(headingLines) * Self.smallLeading + 11, Self.small, .muted, anchor: .middle)
    }
    y += Double(headingLines + 1) * Self.smallLeading + 6
    let most = chart.marks.map(length).max() ?? 0
    for (index, row) in rows.enumerated() {
      let lines = labels.lines[index]
      let height = max(28, Double(lines.count) * Self.leading + 4)
      let textTop = y + (height - Double(lines.count) * Self.leading) / 2
      if row[0].colour != nil {
        let (paint, isHatched) = paint(row[0])
        canvas.rect(0, y + height / 2 - 6, 8, 12, paint, isHatched: isHatched)
      }
      canvas.text(lines, 16, textTop + 12, leading: Self.leading, Self.label)
      for (place, mark) in row.enumerated() {
        let x = left + Double(place) * tile
        let text = shareLabel(mark)
        let hasNumber = mark.share?.quantity != nil
        let paint = hasNumber ? shade(length(mark), most) : Paint.paper
        canvas.rect(x + 1, y + 1, tile - 2, height - 2, paint)
        canvas.text(
          text, x + tile / 2, y + height / 2 + 4.5, tileText,
          hasNumber ? paint.text : .muted, anchor: .middle)
      }
      // The whole stands apart from its parts.
      if columns.count > 1, columns[0].group == nil {
        canvas.line(left + tile, y, left + tile, y + height, .ink, thickness: 1.5)
      }
      y += height
    }
    bottom = y + 4
  }

  private func shade(_ value: Double, _ most: Double) -> Paint {
    guard most > 0, value > 0 else { return Paint.heat[0] }
    return Paint.heat[min(Paint.heat.count - 1, Int(value / most * Double(Paint.heat.count)))]
  }

  /// What light and dark mean, in words.
  private mutating func drawScale(at top: Double) -> Double {
    let less = ChartWord.lessOften[language]
    canvas.text(less, 0, top + 11, Self.small, .muted)
    var x = Self.small.width(less) + 8
    for paint in Paint.heat {
      canvas.rect(x, top + 1, 18, 12, paint)
      x += 18
    }
    canvas.text(ChartWord.moreOften[language], x + 8, top + 11, Self.small, .muted)
    return top + 28
  }
}
