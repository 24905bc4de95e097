extension ChartDrawing {
  /// A panel a quartier; in it a column a source, so that the same theme is read across.
  mutating func drawPriorities() {
    let groups = chart.marks.runs { $0.group ?? "" }
    guard !groups.isEmpty else { return drawNothing() }
    let most = max(chart.marks.map { max(length($0), $0.high?.real ?? 0) }.max() ?? 0, 40)
    var y = 0.0
    for (index, group) in groups.enumerated() {
      if index > 0 {
        canvas.line(0, y, width, y, .rule)
        y += 14
      }
      if groups.count > 1 {
        let name = Self.heading.lines(set(group[0].group ?? chart.whole), within: width)
        canvas.text(name, 0, y + 14, leading: 18, Self.heading)
        y += Double(name.count) * 18 + 8
      }
      let sources = group.runs { $0.source }
      if isNarrow {
        for source in sources { y = drawPanel([source], at: y, most: most) }
      } else {
        y = drawPanel(sources, at: y, most: most)
      }
      y += 8
    }
    bottom = y
  }

  /// Sources side by side over the same themes.
  private mutating func drawPanel(
    _ sources: [[ChartData.Mark]], at top: Double, most: Double
  ) -> Double {
    // Themes that none of these sources asked about have no row.
    let themes = sources[0].indices.filter { row in
      sources.contains { $0[row].share?.quantity != nil || $0[row].count?.quantity != nil }
    }
    let isEmpty = sources.map(\.isWithoutShares)
    let labels = labelColumn(
      themes.map { set(sources[0][$0].label) }, atMost: isNarrow ? 0.45 : 0.3)
    let left = labels.width + 14
    let column = (width - left) / Double(sources.count)
    let room = (chart.marks.map { Self.small.width(shareLabel($0)) }.max() ?? 0) + 12
    let scale = max(10, column - room - 8) / most
    var y = top
    var headingHeight = 0.0
    for (index, source) in sources.enumerated() {
      let x = left + Double(index) * column
      let lines = Self.small.lines(set(source[0].sourceLabel), within: column - 8)
      canvas.text(lines, x, y + 11, leading: Self.smallLeading, Self.small)
      let under = y + 11 + Double(lines.count) * Self.smallLeading
      canvas.text(baseLabel(source[0]), x, under, Self.small, .muted)
      headingHeight = max(headingHeight, Double(lines.count + 1) * Self.smallLeading + 6)
      if isEmpty[index] {
        // One reason for all themes is said once.
        let reason = Self.small.lines(set(source[0].reason ?? ""), within: column - 12)
        canvas.text(
          reason, x + 5, y + headingHeight + 14, leading: Self.smallLeading, Self.small, .muted)
      }
    }
    y += headingHeight
    let start = y
    for (index, theme) in themes.enumerated() {
      let lines = labels.lines[index]
      let height = max(22, Double(lines.count) * Self.leading + 4)
      let textTop = y + (height - Double(lines.count) * Self.leading) / 2
      canvas.text(lines, 0, textTop + 12, leading: Self.leading, Self.label)
      for (place, source) in sources.enumerated() where !isEmpty[place] {
        let mark = source[theme]
        let x = left + Double(place) * column
        let (paint, isHatched) = paint(mark)
        let end = x + length(mark) * scale
        canvas.rect(x, y + height / 2 - 7, end - x, 14, paint, isHatched: isHatched)
        let tip = drawInterval(mark, left: x, scale: scale, middle: y + height / 2) ?? end
        let isMissing = mark.share?.quantity == nil
        canvas.text(
          shareLabel(mark), max(end, tip) + 5, y + height / 2 + 4, Self.small,
          isMissing ? .muted : .ink)
      }
      y += height
    }
    for place in sources.indices {
      let x = left + Double(place) * column
      canvas.line(x, start, x, y, .ink)
    }
    return y + 10
  }
}
